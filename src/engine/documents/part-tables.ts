// A part as tables: what was measured on it, and the parameters it was built from.
import type { Parameter } from '../../shared/protocol/engineering-response.ts';
import { type Block, factTable } from './document.ts';
import { type KnownPart, sizeOf } from './part-results.ts';

/** A part's size, mass and material, measured. */
export function partTable({ data, origin }: KnownPart): Block[] {
  const { measured } = data;
  if (measured === undefined) return [];
  const title = data.title ?? 'Part';
  return [
    factTable(title, [
      ['Overall size', sizeOf(measured), origin],
      [
        'Volume',
        `${Number((measured.volume_mm3 / 1000).toPrecision(5))} cm³`,
        `${origin}, ${measured.method}`,
      ],
      ['Surface', `${Number((measured.surface_area_mm2 / 100).toPrecision(5))} cm²`, origin],
      ...(measured.mass_g === undefined
        ? []
        : [['Mass', `${Number(measured.mass_g.toPrecision(3))} g`, origin] as const]),
      ...(measured.material === undefined
        ? []
        : [
            [
              'Material',
              `${measured.material.name}, density ${measured.material.density_g_cm3} g/cm³`,
              measured.material.source,
            ] as const,
          ]),
    ]),
  ];
}

/** A part's parameters, with what was assumed and why. */
export function parameterTable({ data }: Pick<KnownPart, 'data'>): Block[] {
  const parameters = data.parameters ?? [];
  if (parameters.length === 0) return [];
  return [
    {
      block: 'table',
      caption: `Parameters of the ${(data.title ?? 'part').toLowerCase()}`,
      columns: [{ title: 'Parameter' }, { title: 'Value' }, { title: 'From' }],
      rows: parameters.map((parameter) => [
        words(parameter.name),
        showValue(parameter),
        parameter.origin === 'assumed'
          ? `assumed: ${parameter.reason ?? 'no reason given'}`
          : parameter.origin,
      ]),
    },
  ];
}

function showValue({ value, unit }: Parameter): string {
  const shown = typeof value === 'number' ? String(Number(value.toFixed(3))) : value;
  return unit === undefined ? shown : `${shown} ${unit}`;
}

/** A wire name such as `hole_count` as people read it. */
export function words(wire: string): string {
  const plain = wire.replaceAll(/[_-]+/g, ' ').trim();
  return plain.charAt(0).toUpperCase() + plain.slice(1);
}
