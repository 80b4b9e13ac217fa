// DFM analysis through the real kernel: process, material, direction and shop limits as a request gives them.
import { afterAll, expect, test } from 'vitest';
import { engineeringResponseDataSchema } from '../../../../src/shared/protocol/engineering-response.ts';
import type { RoomFile } from '../../../../src/engine/desk.ts';
import { openEngineeringDesk } from '../../../../src/engine/engineering/open-engineering.ts';
import { openKernelRig, partOf } from '../../cad/kernel-rig.ts';
import { askDesk, resourcesDir, textFile } from '../desk-rig.ts';

const rig = openKernelRig();
afterAll(() => rig[Symbol.asyncDispose]());
const desk = await openEngineeringDesk({ resourcesDir, kernel: rig.kernel });

const plate = await stepOf('flat_plate', {
  width: 100,
  depth: 80,
  thickness: 1,
  corner_radius: 0,
  hole_count: 4,
  hole_diameter: 5,
  hole_edge_distance: 10,
});

async function stepOf(family: string, values: Record<string, number>): Promise<RoomFile> {
  const { files } = await rig.kernel.run('generate', { part: partOf(family, values), folder: rig.folder })
    .result;
  const step = files.find(({ name }) => name.endsWith('.step'));
  if (step === undefined) throw new Error('no STEP was written');
  return { ...textFile(step.name), path: step.path };
}

async function analyze(message: string, specifications: Record<string, unknown> = {}) {
  const data = { message, sender: 'ann', engineering_type: 'dfm_analysis', specifications };
  const answer = await askDesk(desk, { data, attached: [plate] });
  const body = engineeringResponseDataSchema.parse({ ...answer.body, message: answer.message });
  const parameter = (name: string) => body.parameters?.find((one) => one.name === name);
  const finding = (rule: string) => body.findings?.find((one) => one.rule === rule);
  return { ...body, parameter, finding };
}

test('[P-DFM-1] the process is taken from the field, the message, the material, else milling; each with its origin', async () => {
  expect((await analyze('check', { process: 'fdm' })).parameter('process')).toMatchObject({
    value: 'FDM printing',
    origin: 'specifications.process',
  });
  expect((await analyze('can this be die cast?')).parameter('process')).toMatchObject({
    value: 'Die casting',
    origin: 'message',
  });
  const pla = await analyze('check', { material: 'PLA' });
  expect(pla.parameter('process')).toMatchObject({ value: 'FDM printing', origin: 'assumed' });
  expect(pla.parameter('build_direction')?.origin).toBe('assumed');
  expect((await analyze('check')).parameter('process')).toMatchObject({
    value: 'CNC milling',
    origin: 'assumed',
  });
});

test('[P-DFM-2] a wall of 1 mm breaks the limit of milled plastic and not that of milled metal; the shop can say its own', async () => {
  const wall = 'cnc_milling.wall.minimum';
  const abs = await analyze('milled', { material: 'ABS' });
  expect(abs.finding(wall)).toMatchObject({ severity: 'error', measured: 1, limit: 1.5, unit: 'mm' });
  expect(abs.finding(wall)?.place?.faces?.length).toBeGreaterThan(0);
  expect(abs.finding(wall)?.place?.point_mm).toHaveLength(3);
  expect(abs.message).toContain('Thinnest wall');
  const steel = await analyze('milled', { material: 'S235' });
  expect(steel.finding(wall)).toMatchObject({ severity: 'passed', measured: 1, limit: 0.8 });
  const shop = await analyze('milled', { material: 'S235', rule_limits: { 'wall.minimum': 1.2 } });
  expect(shop.finding(wall)).toMatchObject({ severity: 'error', limit: 1.2 });
  expect(shop.finding(wall)?.source).toContain('your limit');
  const inWords = await analyze('milled', {
    material: 'S235',
    rule_limits: 'wall.minimum 1.2 mm; hole.depth = 3',
  });
  expect(inWords.finding(wall)).toMatchObject({ severity: 'error', limit: 1.2 });
});

test('a specification that says nothing here is told', async () => {
  const { not_used } = await analyze('milled', { limits: 'wall 1', material: 'ABS' });
  expect(not_used).toEqual([expect.objectContaining({ text: 'limits' })]);
});

test('[P-DFM-4] what cannot be measured says so, with the reason', async () => {
  const { findings = [] } = await analyze('milled');
  const open = findings.filter(({ severity }) => severity === 'not_checked');
  expect(open.length).toBeGreaterThan(0);
  for (const { title, measured, note } of open.map((one) => ({ ...one, note: one['note'] }))) {
    expect(title).toContain('not checked');
    expect(measured).toBeNull();
    expect(note).toBeTruthy();
  }
});

test.each([
  ['a process without rules', { process: 'blacksmithing' }, 'specifications.process'],
  ['a direction that is none', { process: 'fdm', build_direction: 'up' }, 'specifications.build_direction'],
  ['a direction of zeros', { process: 'fdm', build_direction: [0, 0, 0] }, 'specifications.build_direction'],
  ['a limit for no rule', { rule_limits: { colour: 1 } }, 'specifications.rule_limits.colour'],
  [
    'a limit that is no number',
    { rule_limits: { 'wall.minimum': 'thin' } },
    'specifications.rule_limits.wall.minimum',
  ],
  ['limits in words that say nothing', { rule_limits: 'thin walls' }, 'specifications.rule_limits'],
  ['limits that are a list', { rule_limits: [1] }, 'specifications.rule_limits'],
])('[P-DFM-5] %s is refused naming %o', async (_, specifications, field) => {
  await expect(analyze('milled', specifications)).rejects.toThrow(field);
});
