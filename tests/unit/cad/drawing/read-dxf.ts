// A minimal reader of DXF for tests: pairs of lines, entities with their groups. It knows nothing of our writer.

export interface DxfEntity {
  readonly type: string;
  readonly layer: string;
  /** All values of a group code, in order. */
  values(code: number): readonly string[];
  number(code: number): number;
}
export interface DxfFile {
  readonly variable: (name: string) => string | undefined;
  readonly layers: readonly string[];
  readonly entities: readonly DxfEntity[];
}

type Pair = readonly [number, string];

export function readDxf(text: string): DxfFile {
  const lines = text.split(/\r?\n/);
  const pairs: Pair[] = [];
  for (let at = 0; at + 1 < lines.length; at += 2) pairs.push([Number(lines[at]), lines[at + 1] ?? '']);
  if (!pairs.every(([code]) => Number.isInteger(code))) throw new Error('a group code is no number');
  if (pairs.at(-1)?.[1] !== 'EOF') throw new Error('the file has no end');
  const section = (name: string): Pair[] => {
    const start = pairs.findIndex(
      ([code, value], at) => code === 2 && value === name && pairs[at - 1]?.[1] === 'SECTION',
    );
    const end = pairs.findIndex(([code, value], at) => at > start && code === 0 && value === 'ENDSEC');
    return pairs.slice(start + 1, end);
  };
  const header = section('HEADER');
  return {
    variable: (name) => header[header.findIndex(([code, value]) => code === 9 && value === name) + 1]?.[1],
    layers: split(section('TABLES'))
      .filter(({ type }) => type === 'LAYER')
      .map((layer) => layer.values(2)[0] ?? ''),
    entities: split(section('ENTITIES')),
  };
}

function split(pairs: readonly Pair[]): DxfEntity[] {
  const starts = pairs.flatMap(([code], at) => (code === 0 ? [at] : []));
  return starts.map((start, index) => {
    const groups = pairs.slice(start + 1, starts[index + 1]);
    const values = (code: number): string[] =>
      groups.filter(([one]) => one === code).map(([, value]) => value);
    return {
      type: pairs[start]?.[1] ?? '',
      layer: values(8)[0] ?? '',
      values,
      number: (code) => Number(values(code)[0]),
    };
  });
}

/** Points of lines and polylines, and the boxes of circles and arcs taken as whole circles. */
export function pointsOf(entity: DxfEntity): [number, number][] {
  if (entity.type === 'CIRCLE' || entity.type === 'ARC') {
    const [x, y, r] = [entity.number(10), entity.number(20), entity.number(40)];
    return [
      [x - r, y - r],
      [x + r, y + r],
    ];
  }
  return [10, 11].flatMap((code) =>
    entity.values(code).map((x, at): [number, number] => [Number(x), Number(entity.values(code + 10)[at])]),
  );
}
