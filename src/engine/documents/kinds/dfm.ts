// DFM: the parameters a part was built from against limits that are published for its material; without a limit, no verdict.
import type { Block, Cell, Section } from '../document.ts';
import type { KnownPart } from '../part-results.ts';
import type { RoomFacts } from '../room-facts.ts';
import { findingSections } from './dfm-findings.ts';
import { noneKnown } from './none-known.ts';

/** Recommended walls of moulded parts, mm (Protolabs, design guide for injection moulding: wall thickness by resin). */
const mouldedWalls: readonly { readonly material: RegExp; readonly range: readonly [number, number] }[] = [
  { material: /^(ABS|ASA)\b(?!.*PC)/i, range: [1.14, 3.56] },
  { material: /^PC\b(?!-ABS)/i, range: [1.02, 3.81] },
  { material: /^PP\b/i, range: [0.64, 3.81] },
  { material: /^PA ?\d/i, range: [0.76, 2.92] },
  { material: /^POM\b/i, range: [0.64, 3.05] },
  { material: /^PMMA\b/i, range: [0.64, 3.81] },
  { material: /^PE\b/i, range: [0.76, 5.08] },
];
const wallSource = 'Protolabs guide for injection moulding';

type Verdict = 'passed' | 'too thin' | 'too thick' | 'too sharp' | 'too near' | 'not judged';

interface Check {
  readonly name: string;
  readonly found: string;
  readonly limit: string;
  readonly verdict: Verdict;
}

/** Findings of the room's checks; of parts that nobody checked, their parameters. What cannot be judged is a gap. */
export function dfmSections(facts: RoomFacts): Section[] {
  const judged = new Set(facts.checks.map(({ part }) => part));
  const parts = facts.parts.filter((part) => !judged.has(part));
  return [
    ...findingSections(facts.checks),
    ...(facts.checks.length > 0 && parts.length === 0 ? [] : parameterSections(parts)),
  ];
}

function parameterSections(parts: readonly KnownPart[]): Section[] {
  const checked = parts.map((part) => ({ part, checks: checksOf(part) }));
  const rows: Cell[][] = checked.flatMap(({ part: { data, origin }, checks }) =>
    checks.map(({ name, found, limit, verdict }) => [
      data.title ?? 'Part',
      name,
      found,
      limit,
      verdict,
      origin,
    ]),
  );
  const columns = ['Part', 'Check', 'Found', 'Limit', 'Verdict', 'Source'].map((title) => ({ title }));
  const table: Block[] =
    rows.length === 0
      ? noneKnown('Checks')
      : [{ block: 'table', caption: 'Checks of the parameters', columns, rows }];
  const gaps = checked.flatMap(({ part: { data }, checks }) =>
    checks
      .filter(({ verdict }) => verdict === 'not judged')
      .map(({ name }) => `${data.title ?? 'Part'}, ${name.toLowerCase()}: no published limit is known here.`),
  );
  return [
    { title: 'Checks', blocks: table },
    {
      title: 'Not checked',
      blocks: [
        ...gaps,
        'Draft, undercuts and local wall thickness: only the parameters are judged, not the solid; ask for a DFM analysis of the model.',
      ].map((text) => ({ block: 'gap' as const, text })),
    },
  ];
}

function checksOf({ data }: KnownPart): Check[] {
  const value = (name: string): number | null => {
    const found = data.parameters?.find((parameter) => parameter.name === name)?.value;
    return typeof found === 'number' ? found : null;
  };
  const range =
    mouldedWalls.find(({ material }) => material.test(data.measured?.material?.name ?? ''))?.range ?? null;
  const wall = value('wall') ?? value('thickness');
  const holes = value('hole_count') ?? 0;
  return [
    ...(wall === null ? [] : [wallCheck(wall, range)]),
    ...cornerChecks(value('inner_fillet'), range === null ? null : wall),
    ...(holes > 0 ? edgeChecks(value('hole_edge_distance'), value('hole_diameter')) : []),
  ];
}

function wallCheck(wall: number, range: readonly [number, number] | null): Check {
  const head = { name: 'Wall thickness', found: `${wall} mm` };
  if (range === null) return { ...head, limit: 'none known for this material', verdict: 'not judged' };
  const [low, high] = range;
  const verdict = wall < low ? 'too thin' : wall > high ? 'too thick' : 'passed';
  return { ...head, limit: `${low} to ${high} mm, ${wallSource}`, verdict };
}

function cornerChecks(fillet: number | null, mouldedWall: number | null): Check[] {
  if (fillet === null || mouldedWall === null) return [];
  const limit = `at least half the wall, ${Number((mouldedWall / 2).toFixed(2))} mm; rule of thumb for moulded parts`;
  const verdict = fillet >= mouldedWall / 2 ? 'passed' : 'too sharp';
  return [{ name: 'Inside corner radius', found: `${fillet} mm`, limit, verdict }];
}

function edgeChecks(edge: number | null, diameter: number | null): Check[] {
  if (edge === null || diameter === null) return [];
  const least = Number((1.5 * diameter).toFixed(2));
  const limit = `at least 1.5 diameters, ${least} mm, so that one diameter of material remains; rule of thumb`;
  return [
    {
      name: 'Hole centre to edge',
      found: `${edge} mm`,
      limit,
      verdict: edge >= 1.5 * diameter ? 'passed' : 'too near',
    },
  ];
}
