// Haitch's calculations, follow-ups and the room's results, each figure worked out here by its closed form or a published value.
import { describe, expect, test } from 'vitest';
import { openHaitchDesk } from '../../../../src/engine/haitch/open-haitch.ts';
import { chatResponseDataSchema } from '../../../../src/shared/protocol/response-data.ts';
import example from '../../../fixtures/spec/04-haitch-chat.json' with { type: 'json' };
import { openRig, TestClient } from '../engine-rig.ts';
import { askDesk, bracketAnswer, resourcesDir, roomWith, textFile } from '../desk-rig.ts';

const desk = await openHaitchDesk({ resourcesDir });
const ask = async (message: string, more: Partial<Parameters<typeof askDesk>[1]> = {}) =>
  askDesk(desk, { ...more, data: { message, sender: 'ann' } });
const asked = (message: string) => ({
  code: 'chat_response',
  request: { message },
  body: { message: '' },
  at: '2026-11-24T11:00:00.000Z',
});
const digits = (value: number, count = 3): string => String(Number(value.toPrecision(count)));

/** The right side is computed here from textbook formulas and constants, not by the code under test. */
const checked: readonly (readonly [string, string])[] = [
  // α(6061) = 23.6e-6/K (The Aluminum Association), α(steel) = 12e-6/K (EN 1993-1-1, 3.2.6).
  ['How much does a 300 mm aluminium bar expand from 20 to 80 °C?', `${digits(300 * 23.6e-6 * 60)} mm`],
  ['How much does 2 m of mild steel grow by 50 K?', `${digits(2000 * 12e-6 * 50)} mm`],
  ['How much does 1 m of 304 shrink from 20 to -20 °C', `${digits(1000 * 16e-6 * -40)} mm`],
  ['What force does 6 bar exert on a 50 mm piston?', `${digits(0.6 * Math.PI * 25 ** 2, 4)} N`],
  ['force of 100 psi on 2 in²', `${digits(200 * 4.4482216, 3)} N`],
  ['stress of 500 N on 20 mm²', '25 MPa'],
  ['stress of 2 kN on 50 mm2 in 6061', `${digits((40 / 276) * 100)} %`],
  ['mass of a 100x80x20 mm block of ABS', '168 g'],
  ['How heavy is a 100 x 50 x 3 mm plate of 6061?', '40.5 g'],
  ['weight of a 10 x 10 x 10 cm cube of copper', '8930 g'],
  // ISO 898-1, table 4: minimum ultimate tensile load of M6 8.8 is 16 100 N, of M10 10.9 60 300 N with Rm 1040 (58 kN by nominal 1000).
  ['How strong is an M6 8.8 bolt?', '16.1 kN'],
  ['ultimate load of an M10 10.9 bolt', '58 kN'],
  ['How long does a 1200 mAh battery last at 15 mA?', '80 h'],
  ['battery of 230 mAh at 20 µA', `${digits(230 / 0.02 / 24)} days`],
  ['current of 12 V across 470 Ω', `${digits(12 / 470)} A`],
  ['voltage drop of 2 A over 0.5 Ω', '1 V'],
  ['resistance for 5 V at 20 mA', '250 Ω'],
  // IPC-2221 calculators print 30.8 mil outside and 80.1 mil inside for 2 A, 10 K, 1 oz: 0.78 and 2.03 mm.
  ['trace width for 2 A, 10 °C rise, 1 oz', '0.78'],
  ['what is the density of steel in kg/m3', '7850 kg/m³'],
  // 276 MPa / 6.894757 kPa = 40 030 psi.
  ['yield of 6061 in psi', '40030 psi'],
  ['elastic modulus of 6061 in MPa', '68900 MPa'],
  ['service temperature of PEEK in °F', '482 °F'],
  ['convert 20 N m to lbf ft', '14.7512'],
  ['what is 12.5 * 3 / 2', '18.75'],
  ['what is sqrt(2) * 10 mm?', '14.1421 mm'],
  ['convert 1,000 mm to m', '1 m'],
  ['convert 12,5 mm to cm', '1.25 cm'],
  // Cu-ETP conducts best of the table, 394 W/(m·K) (Deutsches Kupferinstitut).
  ['Which metal is best for a heat sink?', 'conducts 394'],
  // ABS serves up to 75 °C, 62 to 77 by grade (Ashby, appendix A).
  ['Can I use ABS at 90 °C?', '**No**'],
  ['Can I use ABS at 50 °C?', '**Yes**'],
  ['3d printed box, what wall?', '0.7 mm'],
  ['flame rating of PC-ABS', 'V-0'],
  ['Is ABS good outdoors?', 'poor'],
];

describe('Haitch calculates', () => {
  test.each(checked)('“%s” is answered with %s', async (question, figure) => {
    const { message, body } = await ask(question);
    expect(message).toContain(figure);
    expect(body['sources']).not.toEqual([]);
  });

  test('asks for what is missing instead of guessing it', async () => {
    expect((await ask('How much does aluminium expand?')).message).toContain('a length');
    expect((await ask('Which track width do I need?')).message).toContain('the current');
  });

  test('says so when the coefficient is not in the table', async () => {
    const { message, body } = await ask('How much does 100 mm of magnesium expand by 10 K?');
    expect(message).toContain('not in my table');
    expect(body['sources']).toEqual([]);
  });
});

describe('Haitch through the engine', () => {
  test('[P-STREAM-2] the example of the specification streams pieces with one id and ends with the whole text and its sources', async () => {
    await using engine = await openRig();
    using ann = await TestClient.open(engine.port, 'user-123');
    const final = await ann.ask('haitch_chat', 'r', { ...example.data, message_id: 'm-1' });
    expect(final).toMatchObject({ status: 'success', code: 'chat_response' });
    const { message, sources } = chatResponseDataSchema.parse(final.data);
    const pieces = ann.frames.filter(({ status }) => status === 'pending').map(({ data }) => data);
    expect(new Set(pieces.map((data) => data['message_id']))).toEqual(new Set([final.data['message_id']]));
    expect(pieces.map((data) => String(data['message'])).join('')).toBe(message);
    expect(message).toContain('datasheet.pdf is not known here');
    expect(message).toContain('temperature');
    expect(sources?.length).toBeGreaterThan(1);
  });
});

describe('Haitch and the room', () => {
  const bracket = roomWith({ answers: [bracketAnswer] });
  // 30.6406 cm³ · 2.70 g/cm³ and · 7.85 g/cm³.
  const inAluminium = `${digits(30.6406 * 2.7)} g`;
  const inSteel = `${digits(30.6406 * 7.85)} g`;

  test('weighs a part in another material', async () => {
    const { message } = await ask('How heavy would the bracket be in 6061?', { room: bracket });
    expect(message).toContain(inAluminium);
  });

  test('a follow-up with another material is the question before with it', async () => {
    const room = roomWith({ answers: [bracketAnswer, asked('How heavy is the bracket?')] });
    expect((await ask('and in steel?', { room })).message).toContain(inSteel);
    const later = roomWith({ answers: [...room.answers, asked('and in steel?')] });
    expect((await ask('and in 6061?', { room: later })).message).toContain(inAluminium);
  });

  test('a material that was replaced is not answered again', async () => {
    const room = roomWith({ answers: [asked('yield of ABS')] });
    const { message } = await ask('and PC?', { room });
    expect(message).toContain('65 MPa');
    expect(message).not.toContain('ABS');
  });

  test('a wall is a rule of moulding, also where the room has a wall-mount bracket', async () => {
    const { message } = await ask('minimum wall for injection moulded ABS', { room: bracket });
    expect(message).toContain('1.14 to 3.56 mm');
  });

  test('says why a parameter of the part was assumed', async () => {
    const { message } = await ask('Why 3 mm?', { room: bracket });
    expect(message).toContain('stiff enough');
  });

  test('a figure is looked for whole: 3 mm is not found in 3.56 mm', async () => {
    expect((await ask('Why 3 mm?')).message).not.toContain('3.56');
  });

  test('the density of a part’s material is that part’s', async () => {
    const { message } = await ask('What is the density of the bracket material?', { room: bracket });
    expect(message).toContain('1.05 g/cm³');
  });

  test('shows the newest bill of materials, and says when there is none', async () => {
    const bill = (content: string, at: string) => ({
      code: 'documentation_response',
      request: { message: 'bom' },
      at,
      body: { message: 'ready', doc_type: 'bom', title: 'Bill of materials', content },
    });
    const answers = [
      bill('old', '2026-11-23T10:00:00.000Z'),
      bill('| Screw M4 | 4 |', '2026-11-24T10:00:00.000Z'),
    ];
    const { message } = await ask('What is in the BOM?', { room: roomWith({ answers }) });
    expect(message).toContain('Screw M4');
    expect(message).not.toContain('old');
    expect((await ask('What is in the BOM?')).message).toContain('No bom was made');
  });

  test('lists the ideas of the room in their order', async () => {
    const ideas = [
      { id: 'a', rank: 1, title: 'Tiles', summary: 'Measure.', score: 4 },
      { id: 'b', rank: 2, title: 'Valves', summary: 'Turn.', score: 3 },
    ];
    const answer = {
      code: 'idea_response',
      request: {},
      at: '2026-11-24T10:00:00.000Z',
      body: { message: '', ideas },
    };
    const { message } = await ask('Which ideas do we have?', { room: roomWith({ answers: [answer] }) });
    expect(message.indexOf('Tiles')).toBeLessThan(message.indexOf('Valves'));
  });

  test('finds an abbreviated word in a short data sheet', async () => {
    const file = textFile('ds.pdf', 'Maximum supply voltage: 36 V', 'Weight 12 g');
    expect((await ask('max voltage?', { attached: [file] })).message).toContain('36 V');
  });

  test('says of an attached file that it has no text, or nothing on the question', async () => {
    const blind = { ...textFile('scan.pdf'), text: () => Promise.resolve(null) };
    expect((await ask('improve this layout', { attached: [blind] })).message).toContain(
      'scan.pdf has no text',
    );
    const other = textFile('notes.txt', 'Lunch is at noon');
    expect((await ask('improve this layout', { attached: [other] })).message).toContain('found no passage');
  });
});
