// The parts of a DXF file that readers want before and after the entities: header, tables, blocks, objects (AutoCAD 2000, AC1015).
import { type Drawing, type LayerName, layers, sheetLayers } from './drawing-model.ts';

/** A group: its code and its value. */
export type Group = readonly [code: number, value: string | number];

/** Handles 1 to this are those of the tables; entities have larger ones. */
export const firstEntityHandle = 0x100;
export const modelSpace = '1F';
const handles = {
  vport: '8',
  ltype: '5',
  layer: '2',
  style: '3',
  view: '6',
  ucs: '7',
  appid: '9',
  dimstyle: 'A',
  blocks: '1',
};

/** Header: version, units (4: millimetres), extents, and the next free handle. */
export function header({ widthMm, heightMm }: Drawing, nextHandle: string): Group[] {
  const variable = (name: string, ...groups: Group[]): Group[] => [[9, name], ...groups];
  return section('HEADER', [
    ...variable('$ACADVER', [1, 'AC1015']),
    ...variable('$DWGCODEPAGE', [3, 'ANSI_1252']),
    ...variable('$INSUNITS', [70, 4]),
    ...variable('$MEASUREMENT', [70, 1]),
    ...variable('$LUNITS', [70, 2]),
    ...variable('$LTSCALE', [40, 1]),
    ...variable('$EXTMIN', [10, 0], [20, 0], [30, 0]),
    ...variable('$EXTMAX', [10, widthMm], [20, heightMm], [30, 0]),
    ...variable('$LIMMIN', [10, 0], [20, 0]),
    ...variable('$LIMMAX', [10, widthMm], [20, heightMm]),
    ...variable('$HANDSEED', [5, nextHandle]),
  ]);
}

/** Tables; each of our layers has a line type of its own name where it is dashed. */
export function tables(drawing: Drawing): Group[] {
  const { widthMm, heightMm, layerNames = sheetLayers } = drawing;
  return section('TABLES', [
    ...table('VPORT', handles.vport, [
      record('VPORT', '30', '*ACTIVE', [
        [10, 0],
        [20, 0],
        [11, 1],
        [21, 1],
        [12, widthMm / 2],
        [22, heightMm / 2],
        [40, heightMm * 1.05],
        [41, widthMm / heightMm],
      ]),
    ]),
    ...table('LTYPE', handles.ltype, [
      lineType('14', 'ByBlock', []),
      lineType('15', 'ByLayer', []),
      lineType('16', 'CONTINUOUS', []),
      ...layerNames.flatMap((name, index) => {
        const pattern = layers[name].dashes.map((dash) => dash * drawing.lineGroup.narrowMm);
        return pattern.length === 0 ? [] : [lineType(hex(0x40 + index), name, pattern)];
      }),
    ]),
    ...table('LAYER', handles.layer, [
      layer('10', '0', { type: 'CONTINUOUS', hundredths: -3 }),
      ...layerNames.map((name, index) => layer(hex(0x50 + index), name, layerStyle(drawing, name))),
    ]),
    ...table('STYLE', handles.style, [
      record('STYLE', '11', 'STANDARD', [
        [40, 0],
        [41, 1],
        [50, 0],
        [71, 0],
        [42, 3.5],
        [3, 'isocp.shx'],
        [4, ''],
      ]),
    ]),
    ...table('VIEW', handles.view, []),
    ...table('UCS', handles.ucs, []),
    ...table('APPID', handles.appid, [record('APPID', '12', 'ACAD', [])]),
    ...dimensionStyles(),
    ...table('BLOCK_RECORD', handles.blocks, [
      record('BLOCK_RECORD', modelSpace, '*MODEL_SPACE', []),
      record('BLOCK_RECORD', '1B', '*PAPER_SPACE', []),
    ]),
  ]);
}

/** The two empty blocks that every drawing has. */
export function blocks(): Group[] {
  const block = (name: string, owner: string, [begin, end]: readonly [string, string]): Group[] => {
    const head: Group[] = [
      [330, owner],
      [100, 'AcDbEntity'],
      [8, '0'],
    ];
    return [
      ...([[0, 'BLOCK'], [5, begin], ...head, [100, 'AcDbBlockBegin'], [2, name], [70, 0]] as Group[]),
      ...([
        [10, 0],
        [20, 0],
        [30, 0],
        [3, name],
        [1, ''],
      ] as Group[]),
      ...([[0, 'ENDBLK'], [5, end], ...head, [100, 'AcDbBlockEnd']] as Group[]),
    ];
  };
  return section('BLOCKS', [
    ...block('*MODEL_SPACE', modelSpace, ['20', '21']),
    ...block('*PAPER_SPACE', '1B', ['1C', '1D']),
  ]);
}

/** The root dictionary with its one entry. */
export function objects(): Group[] {
  return section('OBJECTS', [
    [0, 'DICTIONARY'],
    [5, 'C'],
    [330, '0'],
    [100, 'AcDbDictionary'],
    [3, 'ACAD_GROUP'],
    [350, 'D'],
    [0, 'DICTIONARY'],
    [5, 'D'],
    [330, 'C'],
    [100, 'AcDbDictionary'],
  ]);
}

export function section(name: string, groups: readonly Group[]): Group[] {
  return [[0, 'SECTION'], [2, name], ...groups, [0, 'ENDSEC']];
}

export function hex(handle: number): string {
  return handle.toString(16).toUpperCase();
}

function table(name: string, handle: string, records: readonly Group[][]): Group[] {
  return [
    [0, 'TABLE'],
    [2, name],
    [5, handle],
    [330, '0'],
    [100, 'AcDbSymbolTable'],
    [70, records.length],
    // The owner of each record is its table.
    ...records.flatMap(([kind, own, ...rest]) => [
      ...(kind && own ? [kind, own] : []),
      [330, handle] as Group,
      ...rest,
    ]),
    [0, 'ENDTAB'],
  ];
}

interface LayerStyle {
  readonly type: string;
  /** Line width in hundredths of a millimetre; −3 is the reader's default. */
  readonly hundredths: number;
}

function layerStyle({ lineGroup }: Drawing, name: LayerName): LayerStyle {
  const { isWide, dashes } = layers[name];
  return {
    type: dashes.length === 0 ? 'CONTINUOUS' : name,
    hundredths: Math.round(100 * (isWide ? lineGroup.wideMm : lineGroup.narrowMm)),
  };
}

function layer(handle: string, name: string, { type, hundredths }: LayerStyle): Group[] {
  return record('LAYER', handle, name, [
    [62, 7],
    [6, type],
    [370, hundredths],
  ]);
}

function lineType(handle: string, name: string, pattern: readonly number[]): Group[] {
  return record('LTYPE', handle, name, [
    [3, ''],
    [72, 65],
    [73, pattern.length],
    [40, pattern.reduce((sum, part) => sum + part, 0)],
    ...pattern.flatMap((part, index): Group[] => [
      [49, index % 2 === 0 ? part : -part],
      [74, 0],
    ]),
  ]);
}

function dimensionStyles(): Group[] {
  return [
    [0, 'TABLE'],
    [2, 'DIMSTYLE'],
    [5, handles.dimstyle],
    [330, '0'],
    [100, 'AcDbSymbolTable'],
    [70, 1],
    [100, 'AcDbDimStyleTable'],
    [0, 'DIMSTYLE'],
    [105, '27'],
    [330, handles.dimstyle],
    [100, 'AcDbSymbolTableRecord'],
    [100, 'AcDbDimStyleTableRecord'],
    [2, 'STANDARD'],
    [70, 0],
    [0, 'ENDTAB'],
  ];
}

/** The class of each kind of record. */
const recordClasses = {
  VPORT: 'AcDbViewportTableRecord',
  LTYPE: 'AcDbLinetypeTableRecord',
  LAYER: 'AcDbLayerTableRecord',
  STYLE: 'AcDbTextStyleTableRecord',
  APPID: 'AcDbRegAppTableRecord',
  BLOCK_RECORD: 'AcDbBlockTableRecord',
} as const;

/** Records of blocks alone have no flags. */
function record(
  kind: keyof typeof recordClasses,
  handle: string,
  name: string,
  groups: readonly Group[],
): Group[] {
  return [
    [0, kind],
    [5, handle],
    [100, 'AcDbSymbolTableRecord'],
    [100, recordClasses[kind]],
    [2, name],
    ...(kind === 'BLOCK_RECORD' ? [] : [[70, 0] as Group]),
    ...groups,
  ];
}
