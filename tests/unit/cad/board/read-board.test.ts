// Board files written here by the formats' own descriptions: sizes and holes known by construction.
import { describe, expect, test } from 'vitest';
import { boardOf } from '../../../../src/cad/board/board.ts';
import { readDxf } from '../../../../src/cad/board/read-dxf.ts';
import { readKicad } from '../../../../src/cad/board/read-kicad.ts';
import { writeDxf } from '../../../../src/cad/drawing/write-dxf.ts';
import { flatDrawing } from '../../../../src/cad/sheet/flat-drawing.ts';

const kicad = (...items: string[]): string =>
  `(kicad_pcb (version 20240108) (generator "pcbnew")\n(general (thickness 1.6))\n${items.join('\n')}\n)\n`;
const line = (a: string, b: string): string => `(gr_line (start ${a}) (end ${b}) (layer "Edge.Cuts"))`;
const hole = (at: string, drill: string, name = 'MountingHole:MountingHole_2.7mm_M2.5'): string =>
  `(footprint "${name}" (layer "F.Cu") (at ${at}) (pad "" np_thru_hole circle (at 0 0) (size 2.7 2.7) (drill ${drill})))`;
const frame = [
  line('100 50', '165 50'),
  line('165 50', '165 80'),
  line('165 80', '100 80'),
  line('100 80', '100 50'),
];
const board = (text: string) => boardOf(readKicad(text, 'b.kicad_pcb'), 'b.kicad_pcb');

describe('[P-BOARD-1] KiCad', () => {
  test('outline, holes from the middle, y up', () => {
    const read = board(kicad(...frame, hole('103.5 53.5', '2.7'), hole('161.5 76.5 90', '2.7')));
    expect(read).toMatchObject({ widthMm: 65, depthMm: 30, remarks: [] });
    expect(read.holes).toEqual([
      { x: -29, y: 11.5, diameterMm: 2.7 },
      { x: 29, y: -11.5, diameterMm: 2.7 },
    ]);
  });

  test('a pad beside the origin of a footprint turned by 90° counter-clockwise', () => {
    const turned =
      '(footprint "Mounting" (at 110 60 90) (pad "1" thru_hole circle (at 5 0) (size 6 6) (drill 3.2)))';
    // Five to the right becomes five up on the screen: y 55 in the file, 10 above the middle.
    expect(board(kicad(...frame, turned)).holes).toEqual([{ x: -22.5, y: 10, diameterMm: 3.2 }]);
  });

  test('arcs bound by their quarter points: of KiCad 6 by a middle, of KiCad 5 by an angle', () => {
    // A slot: straight 100 to 140, half circles of radius 10 at both ends.
    const middle = ['100 70', '90 60', '100 50'] as const;
    const right = '(gr_arc (start 140 60) (end 140 50) (angle 180) (layer Edge.Cuts) (width 0.1))';
    const left = `(gr_arc (start ${middle[0]}) (mid ${middle[1]}) (end ${middle[2]}) (layer "Edge.Cuts"))`;
    const read = board(
      kicad(line('100 50', '140 50'), line('140 70', '100 70'), right, left, hole('120 60', '3')),
    );
    expect(read.widthMm).toBeCloseTo(60, 9);
    expect(read.depthMm).toBeCloseTo(20, 9);
    expect(read.holes[0]?.x).toBeCloseTo(0, 9);
  });

  test('circles cut in the board are holes; switch pegs are none where mounting holes are named', () => {
    const cut = '(gr_circle (center 110 60) (end 111.6 60) (layer "Edge.Cuts"))';
    const peg = hole('130 60', '4', 'Switch:SW_Cherry');
    expect(
      board(kicad(...frame, cut, peg)).holes.map(({ diameterMm }) => Number(diameterMm.toFixed(6))),
    ).toEqual([3.2]);
    expect(board(kicad(...frame, peg)).remarks.join()).toMatch(/unplated holes were taken/);
  });
});

describe('[P-BOARD-1] DXF', () => {
  const dxf = (unit: string, ...entities: string[][]): string =>
    [
      '0',
      'SECTION',
      '2',
      'HEADER',
      '9',
      '$INSUNITS',
      '70',
      unit,
      '0',
      'ENDSEC',
      '0',
      'SECTION',
      '2',
      'ENTITIES',
      ...entities.flat(),
      '0',
      'ENDSEC',
      '0',
      'EOF',
      '',
    ].join('\n');
  const circle = (x: number, y: number, r: number): string[] => [
    '0',
    'CIRCLE',
    '8',
    'HOLES',
    '10',
    `${x}`,
    '20',
    `${y}`,
    '40',
    `${r}`,
  ];

  test('a closed polyline with a bulge, in inches', () => {
    // 2 × 1 in with a half circle of radius 0.5 on the right: bulge 1.
    const outline = [
      '0',
      'LWPOLYLINE',
      '8',
      'BOARD',
      '90',
      '4',
      '70',
      '1',
      '10',
      '0',
      '20',
      '0',
      '10',
      '2',
      '20',
      '0',
      '42',
      '1',
      '10',
      '2',
      '20',
      '1',
      '10',
      '0',
      '20',
      '1',
    ];
    const read = boardOf(readDxf(dxf('1', outline, circle(0.25, 0.5, 0.063)), 'o.dxf'), 'o.dxf');
    expect(read.widthMm).toBeCloseTo(2.5 * 25.4, 9);
    expect(read.depthMm).toBeCloseTo(25.4, 9);
    expect(read.holes).toHaveLength(1);
    expect(read.holes[0]?.x).toBeCloseTo((0.25 - 1.25) * 25.4, 9);
    expect(read.holes[0]?.diameterMm).toBeCloseTo(3.2004, 6);
  });

  test('what our own writer of flat patterns wrote', () => {
    const flat = {
      thicknessMm: 1.6,
      widthMm: 80,
      heightMm: 40,
      bends: [],
      outline: [
        {
          shape: 'path' as const,
          points: [
            [0, 0],
            [80, 0],
            [80, 40],
            [0, 40],
            [0, 0],
          ] as [number, number][],
        },
      ],
      holes: [
        [{ shape: 'arc' as const, center: [10, 10] as [number, number], radius: 1.6, from: 0, to: 360 }],
      ],
    };
    const read = boardOf(readDxf(writeDxf(flatDrawing(flat, 'board')), 'flat.dxf'), 'flat.dxf');
    expect(read).toMatchObject({ widthMm: 80, depthMm: 40, holes: [{ x: -30, y: -10, diameterMm: 3.2 }] });
  });
});

describe('[P-BOARD-2] files that are none', () => {
  const deep = '('.repeat(100_000);
  test.each([
    ['no KiCad file', '(schematic)', /no readable KiCad board/],
    ['cut off', kicad(...frame).slice(0, 200), /no readable KiCad board/],
    ['nested a hundred thousand deep', `(kicad_pcb ${deep}`, /no readable KiCad board|no board outline/],
    ['nested in a part', `(kicad_pcb (footprint ${deep}`, /no readable KiCad board/],
    ['an open text', '(kicad_pcb (footprint "x', /no readable KiCad board/],
    ['no outline', kicad(hole('0 0', '3')), /no board outline/],
    ['no holes', kicad(...frame), /no round mounting hole/],
    ['coordinates that are none', kicad(line('a b', '1e999 0'), hole('0 0', '3')), /no numbers/],
    ['a kilometre', kicad(line('0 0', '1e6 1e6'), hole('1 1', '3')), /no board's/],
    [
      'a thousand holes',
      kicad(
        ...frame,
        ...Array.from({ length: 1000 }, (_, at) => hole(`${101 + (at % 60)} ${51 + at / 60}`, '3')),
      ),
      /100 at most/,
    ],
  ])('%s', (_, text, sentence) => {
    expect(() => board(text)).toThrow(sentence);
  });

  test.each([
    ['binary', 'AutoCAD Binary DXF\r\n\u001a\0'],
    ['empty', ''],
    ['a million lines of nothing', '0\n'.repeat(1_000_000)],
  ])('a DXF that is %s', (_, text) => {
    expect(() => boardOf(readDxf(text, 'x.dxf'), 'x.dxf')).toThrow(/no readable ASCII DXF/);
  });
});
