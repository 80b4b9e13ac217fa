// A room with a story: a bracket that was engineered, checked and drawn, an idea that was chosen, a data sheet, a parts list, decisions;
// its facts are known to the tests.
import { statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { DeskRequest, RoomFile, RoomKnowledge } from '../../../../src/engine/desk.ts';
import { readFileText } from '../../../../src/engine/files/file-text.ts';
import type { DocumentationData } from '../../../../src/shared/protocol/request-data.ts';
import results from '../../../fixtures/day/bracket-results.json' with { type: 'json' };
import type { EngineeringResponseData } from '../../../../src/shared/protocol/engineering-response.ts';

const drawing = join(import.meta.dirname, '../../../fixtures/day/wall-mount-bracket-drawing.svg');
const dataSheet = join(import.meta.dirname, '../../../fixtures/day/thermostat-datasheet.pdf');

/** A file of a room with its text read as the engine reads it. */
export function roomFile(id: string, path: string, mediaType: string): RoomFile {
  const name = path.split('/').at(-1) ?? path;
  return {
    id,
    name,
    mediaType,
    path,
    sizeBytes: statSync(path).size,
    text: () => readFileText({ name, path, sizeBytes: statSync(path).size }),
  };
}

/** A text file in a folder, as a file of the room. */
export function writtenFile(folder: string, name: string, text: string): RoomFile {
  const path = join(folder, name);
  writeFileSync(path, text);
  return roomFile(`file-${name}`, path, name.endsWith('.csv') ? 'text/csv' : 'text/plain');
}

/** The answer of a bracket of 100 × 80 × 20 mm in ABS with four M4 holes. */
export const bracket = {
  engineering_type: 'cad_generation',
  message: 'Wall-mount bracket, 100 × 80 × 20 mm.',
  title: 'Wall-mount bracket',
  files: [{ id: 'cad-1', name: 'wall-mount-bracket.step' }],
  part_family: 'wall_bracket',
  parameters: [
    { name: 'width', value: 100, unit: 'mm', origin: 'specifications.dimensions' },
    { name: 'wall', value: 3, unit: 'mm', origin: 'assumed', reason: 'usual for ABS parts of this size' },
    { name: 'inner_fillet', value: 1.5, unit: 'mm', origin: 'assumed', reason: 'half the wall' },
    { name: 'hole_count', value: 4, origin: 'message' },
    { name: 'hole_diameter', value: 4.5, unit: 'mm', origin: 'message' },
    {
      name: 'hole_edge_distance',
      value: 10,
      unit: 'mm',
      origin: 'assumed',
      reason: 'two diameters and more',
    },
  ],
  measured: {
    bounding_box_mm: { x: 100, y: 80, z: 20 },
    volume_mm3: 38_214.6,
    surface_area_mm2: 26_003.2,
    center_of_mass_mm: [50, 40, 7.1],
    mass_g: 40.125,
    material: { name: 'ABS', density_g_cm3: 1.05, source: 'Saechtling' },
    method: 'B-rep',
  },
} satisfies EngineeringResponseData;

/** Quantities, prices and suppliers of the attached list; with decimal commas, a blank line and a total as people write them. */
export const partsList = [
  'Pos;Bezeichnung;Menge;MPN;Lieferant;Preis EUR;RefDes',
  '1;NTC sensor 10 kΩ;2;NTCLE100E3103;Mouser;0,45;"R1, R2"',
  '',
  '2;Relay 24 V;1;G5Q-14;Farnell;1,80;K1',
  '3;Terminal block 3-pole;2;;;;X1',
  'Total;;5;;;;',
].join('\n');

/** Two ideas; the second is the one a request was made from. */
const ideas = {
  message: 'Two ideas.',
  ideas: [
    { id: 'idea-1', rank: 1, title: 'Glass tile', summary: 'A flat tile of glass.', score: 4.1 },
    {
      id: 'idea-2',
      rank: 2,
      title: 'Snap-on bracket',
      summary: 'The housing snaps onto a bracket that is screwed to the wall.',
      score: 3.9,
    },
  ],
};

/** The room, its files in `folder`. */
export function sampleRoom(folder: string): RoomKnowledge {
  return {
    roomId: 'thermostat',
    title: 'Thermostat TH-2',
    productId: 'prod-789',
    chat: [
      {
        sender: 'ann',
        text: 'We decided on ABS for the housing. Nice weather today.',
        at: '2026-11-20T09:00:00.000Z',
        messageId: 'm-1',
      },
      {
        sender: 'ben',
        text: 'Should we use wood instead?',
        at: '2026-11-20T09:05:00.000Z',
        messageId: 'm-2',
      },
      {
        sender: 'ben',
        text: 'Please add 4x M4x12 screws and 2 pcs rubber feet.',
        at: '2026-11-20T09:10:00.000Z',
        messageId: 'm-3',
      },
      {
        sender: 'ann',
        text: 'The display must stay readable at −10 °C | and <b>bright</b> light.',
        at: '2026-11-21T10:00:00.000Z',
        messageId: 'm-4',
      },
    ],
    answers: [
      { code: 'idea_response', request: {}, body: ideas, at: '2026-11-21T12:00:00.000Z' },
      {
        code: 'engineering_response',
        request: {
          message: 'Generate a mounting bracket',
          engineering_type: 'cad_generation',
          metadata: { idea: { id: 'idea-2', title: 'Snap-on bracket' } },
        },
        body: bracket,
        at: '2026-11-22T12:00:00.000Z',
      },
      {
        code: 'engineering_response',
        request: { message: 'Check it for injection moulding', engineering_type: 'dfm_analysis' },
        body: results.dfm,
        at: '2026-11-23T12:00:00.000Z',
      },
      {
        code: 'engineering_response',
        request: { message: 'Draw it', engineering_type: 'engineering_drawing' },
        body: { ...results.drawing, files: [{ id: 'drawing-1', name: 'wall-mount-bracket-drawing.svg' }] },
        at: '2026-11-24T12:00:00.000Z',
      },
    ],
    files: [
      roomFile('file-1', dataSheet, 'application/pdf'),
      writtenFile(folder, 'parts.csv', partsList),
      roomFile('drawing-1', drawing, 'image/svg+xml'),
    ],
  };
}

/** A request to the documents desk in that room. */
export function ask(
  folder: string,
  data: Partial<DocumentationData>,
  room: RoomKnowledge = sampleRoom(folder),
): DeskRequest<DocumentationData> {
  return {
    data: { message: 'Make it', sender: 'ann', doc_type: 'bom', ...data },
    userId: 'ann',
    room,
    attached: [],
    unknownFiles: [],
    folder,
    signal: new AbortController().signal,
    progress: () => {},
  };
}
