// What a part shall be best at, and the material index that says so: y^a / x^b, to be large.
// Ashby, Materials Selection in Mechanical Design, 4th ed. (2011), chapter 5 and the appendix of material indices.
import {
  conductivity,
  costPerVolume,
  density,
  electrical,
  modulus,
  type Property,
  strength,
} from './spans.ts';

export const indexSource =
  'Ashby, M. F.: Materials Selection in Mechanical Design, 4th ed. (2011), chapter 5 and the appendix of material indices';

export interface Objective {
  readonly id: string;
  readonly title: string;
  /** The index, such as `E^(1/2) / ρ`. */
  readonly index: string;
  readonly x: Property;
  readonly y: Property;
  /** Powers of y and x; one of them may be zero. */
  readonly yPower: number;
  readonly xPower: number;
}

/** How a part bears its load: in tension, bent as a beam of free section, bent as a panel of free thickness. */
const shapes = {
  tie: { title: 'tie', stiff: 1, strong: 1 },
  beam: { title: 'beam', stiff: 1 / 2, strong: 2 / 3 },
  panel: { title: 'panel', stiff: 1 / 3, strong: 1 / 2 },
} as const;
export type Shape = keyof typeof shapes;
const qualities = {
  light: { title: 'Light', x: density },
  cheap: { title: 'Cheap', x: costPerVolume },
} as const;
const modes = { stiff: modulus, strong: strength } as const;
const fractions: Readonly<Record<string, string>> = { '0.333': '1/3', '0.500': '1/2', '0.667': '2/3' };

function objective(row: Omit<Objective, 'index'>): Objective {
  const power = ({ symbol }: Property, exponent: number): string => {
    if (exponent === 0) return '1';
    if (exponent === 1) return symbol;
    const words = fractions[exponent.toFixed(3)];
    return words === undefined ? `${symbol}^${exponent}` : `${symbol}^(${words})`;
  };
  const top = power(row.y, row.yPower);
  return { ...row, index: row.xPower === 0 ? top : `${top} / ${power(row.x, row.xPower)}` };
}

const loaded = Object.entries(qualities).flatMap(([quality, { title, x }]) =>
  Object.entries(modes).flatMap(([mode, y]) =>
    Object.entries(shapes).map(([shape, powers]) =>
      objective({
        id: `${quality}_${mode}_${shape}`,
        title: `${title}, ${mode} ${powers.title}`,
        x,
        y,
        yPower: mode === 'stiff' ? powers.stiff : powers.strong,
        xPower: 1,
      }),
    ),
  ),
);

/** In the order in which a refusal lists them. */
export const objectives: readonly Objective[] = [
  ...loaded,
  objective({ id: 'light', title: 'Least mass of a volume', x: density, y: strength, yPower: 0, xPower: 1 }),
  objective({
    id: 'cheap',
    title: 'Least price of a volume',
    x: costPerVolume,
    y: strength,
    yPower: 0,
    xPower: 1,
  }),
  objective({
    id: 'thermal_conductor',
    title: 'Conductor of heat',
    x: costPerVolume,
    y: conductivity,
    yPower: 1,
    xPower: 0,
  }),
  objective({
    id: 'light_thermal_conductor',
    title: 'Light conductor of heat',
    x: density,
    y: conductivity,
    yPower: 1,
    xPower: 1,
  }),
  objective({
    id: 'cheap_thermal_conductor',
    title: 'Cheap conductor of heat',
    x: costPerVolume,
    y: conductivity,
    yPower: 1,
    xPower: 1,
  }),
  objective({
    id: 'thermal_insulator',
    title: 'Insulator of heat',
    x: conductivity,
    y: strength,
    yPower: 0,
    xPower: 1,
  }),
  objective({
    id: 'electrical_conductor',
    title: 'Conductor of current',
    x: costPerVolume,
    y: electrical,
    yPower: 1,
    xPower: 0,
  }),
  objective({ id: 'spring', title: 'Small spring', x: modulus, y: strength, yPower: 2, xPower: 1 }),
];

export function findObjective(id: string): Objective | null {
  const wanted = id
    .trim()
    .toLowerCase()
    .replaceAll(/[\s-]+/g, '_');
  return objectives.find((one) => one.id === wanted) ?? null;
}
