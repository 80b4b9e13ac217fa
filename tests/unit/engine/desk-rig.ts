// Calls one desk directly, with a room made for the test.
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Desk, DeskAnswer, RoomFile, RoomKnowledge } from '../../../src/engine/desk.ts';

export const resourcesDir = join(import.meta.dirname, '../../../resources');

/** A room that knows nothing but what is given. */
export function roomWith(known: Partial<RoomKnowledge> = {}): RoomKnowledge {
  return {
    roomId: 'room',
    title: 'Thermostat',
    productId: 'prod-1',
    chat: [],
    answers: [],
    files: [],
    ...known,
  };
}

/** A file whose text is given, page by page. */
export function textFile(name: string, ...pages: string[]): RoomFile {
  const text = pages.map((page, index) => ({ page: pages.length > 1 ? index + 1 : null, text: page }));
  return {
    id: `id-${name}`,
    name,
    mediaType: 'text/plain',
    path: '/nowhere',
    sizeBytes: 1000,
    text: () => Promise.resolve(text),
  };
}

/** An answer of the engineering desk, as rooms keep it. */
export const bracketAnswer: RoomKnowledge['answers'][number] = {
  code: 'engineering_response',
  request: { message: 'Generate a mounting bracket' },
  at: '2026-11-24T10:00:00.000Z',
  body: {
    message: 'done',
    engineering_type: 'cad_generation',
    title: 'Wall-mount bracket',
    part_family: 'wall_mount_bracket',
    parameters: [
      { name: 'wall', value: 3, unit: 'mm', origin: 'assumed', reason: 'stiff enough' },
      { name: 'hole_count', value: 4, origin: 'assumed' },
      { name: 'hole_diameter', value: 4.5, unit: 'mm', origin: 'assumed' },
    ],
    measured: {
      bounding_box_mm: { x: 100, y: 80, z: 20 },
      volume_mm3: 30640.6,
      surface_area_mm2: 21990.3,
      center_of_mass_mm: [0, 0, 4.4345],
      mass_g: 32.17,
      material: { name: 'ABS', density_g_cm3: 1.05, source: 'handbook' },
      method: 'exact, from the B-rep',
    },
  },
};

export interface Asked<D> {
  readonly data: D;
  readonly room?: RoomKnowledge;
  readonly attached?: readonly RoomFile[];
}

/** Asks a desk; pieces of progress are collected. */
export async function askDesk<D>(
  desk: Desk<D>,
  { data, room = roomWith(), attached = [] }: Asked<D>,
): Promise<DeskAnswer & { pieces: string[] }> {
  const pieces: string[] = [];
  const answer = await desk({
    data,
    userId: 'ann',
    room,
    attached,
    unknownFiles: [],
    folder: mkdtempSync(join(tmpdir(), 'desk-test-')),
    signal: new AbortController().signal,
    progress: (text) => pieces.push(text),
  });
  return { ...answer, pieces };
}
