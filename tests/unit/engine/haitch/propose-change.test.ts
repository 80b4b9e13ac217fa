// A change asked of Haitch becomes a request to confirm; the request then makes the changed part.
import { describe, expect, test } from 'vitest';
import { openHaitchDesk } from '../../../../src/engine/haitch/open-haitch.ts';
import { findFamily } from '../../../../src/cad/parts/families.ts';
import { understand } from '../../cad/understand-parts.ts';
import { askDesk, bracketAnswer, resourcesDir, roomWith } from '../desk-rig.ts';

const desk = await openHaitchDesk({ resourcesDir });
const bracket = understand(findFamily('wall_mount_bracket')?.example ?? '');
const room = roomWith({
  answers: [{ ...bracketAnswer, body: { ...bracketAnswer.body, parameters: bracket.parameters } }],
});

async function ask(message: string, known = room) {
  const { message: text, body } = await askDesk(desk, { data: { message, sender: 'ann' }, room: known });
  const proposal = body['proposal'] as
    | { code: string; data: { message: string; specifications: Record<string, string> } }
    | undefined;
  return { text, proposal };
}

describe('[P-PROPOSE-1] a change of the latest part', () => {
  test.each([
    ['make that bracket 2 mm thicker', 'wall', 5],
    ['make it 1,5 mm thinner please', 'wall', 1.5],
    ['can you make it 20 mm wider?', 'width', 120],
    ['set the wall to 4 mm', 'wall', 4],
    ['change the hole diameter to 5.5 mm', 'hole_diameter', 5.5],
    ['make it 10 mm deeper', 'depth', 30],
  ])('%s', async (message, name, value) => {
    const { text, proposal } = await ask(message);
    expect(text).toContain('Nothing is sent until you confirm');
    expect(proposal?.code).toBe('engineering');
    // The request, as the engine will read it, makes the same part with that one size changed.
    const again = understand(proposal?.data.message ?? '', proposal?.data.specifications);
    expect(again.part.values).toEqual({ ...bracket.part.values, [name]: value });
    expect(again.part.material.name).toBe(bracket.part.material.name);
  });

  test('that cannot be is said, with the reason, and not drafted', async () => {
    const { text, proposal } = await ask('make it 40 mm thicker');
    expect(proposal).toBeUndefined();
    expect(text).toContain('cannot be 43 mm');
    expect((await ask('make it 10 mm thinner')).proposal).toBeUndefined();
  });

  test('needs a part in the room, and is no change when nothing is asked to change', async () => {
    expect((await ask('make it 2 mm thicker', roomWith())).proposal).toBeUndefined();
    expect((await ask('how heavy is the bracket?')).proposal).toBeUndefined();
    expect((await ask('why 3 mm?')).proposal).toBeUndefined();
  });
});
