// Puts every rule of a process to a part and words what comes out as findings.
import type { Finding } from '../../shared/protocol/engineering-response.ts';
import { checks, isBeyond } from './checks.ts';
import type { DfmRule } from './dfm-rules.ts';
import { notChecked, type Observation, type Violation } from './observation.ts';
import type { PartUnderTest } from './part-under-test.ts';
import type { Vector } from './vectors.ts';

/** Findings of one rule told one by one; more are counted in the last one's note. */
const mostPerRule = 5;

/** A rule with the limit that holds for this part, null where none can. */
export interface AppliedRule {
  readonly rule: DfmRule;
  readonly limit: number | null;
  /** Where the limit comes from, spelt out. */
  readonly source: string;
}

export interface JudgeOptions {
  readonly process: string;
  readonly rules: readonly AppliedRule[];
  readonly direction: Vector | null;
}

/** Checks that ask for cylinders and planes. */
const needsFaces: ReadonlySet<DfmRule['check']> = new Set([
  'hole_diameter',
  'hole_diameter_by_thickness',
  'hole_depth',
  'hole_edge',
  'hole_edge_by_thickness',
  'hole_to_bend',
  'inside_corner_radius',
  'inside_corner_depth',
  'bend_radius',
]);

/** All findings: errors first, then warnings, then what passed, then what was not checked. */
export function judgePart(part: PartUnderTest, { process, rules, direction }: JudgeOptions): Finding[] {
  const isMesh = part.faces.every(({ type }) => type === 'mesh');
  const findings = rules.flatMap((applied) => {
    const { rule, limit } = applied;
    const observation =
      isMesh && needsFaces.has(rule.check)
        ? notChecked(
            'a mesh of triangles has no exact faces: holes, bends and radii are not known; give a STEP file',
          )
        : checks[rule.check]({ part, rule, limit: limit ?? Number.NaN, direction });
    return findingsOf(part, process, applied, observation);
  });
  const order = ['error', 'warning', 'info', 'passed', 'not_checked'];
  return findings.sort((a, b) => order.indexOf(a.severity) - order.indexOf(b.severity));
}

function findingsOf(
  part: PartUnderTest,
  process: string,
  { rule, limit, source }: AppliedRule,
  { measured, violations, notChecked }: Observation,
): Finding[] {
  const { title, unit } = rule;
  const id = `${process}.${rule.id}`;
  const common = { rule: id, limit, unit, source, ...(rule.note === undefined ? {} : { note: rule.note }) };
  if (notChecked !== undefined)
    return [
      {
        ...common,
        id,
        title: `${title}: not checked`,
        severity: 'not_checked',
        measured: null,
        note: notChecked,
      },
    ];
  if (violations.length === 0 && measured !== null && isBeyond(rule, measured, limit ?? measured)) {
    const note = 'nearer to the limit than the measurement is accurate';
    return [
      { ...common, id, title: `${title}: at the limit`, severity: 'info', measured: rounded(measured), note },
    ];
  }
  if (violations.length === 0) {
    const words = measured === null ? `${title}: none in this part` : `${title}: within the limit`;
    return [{ ...common, id, title: words, severity: 'passed', measured: rounded(measured) }];
  }
  const shown = worstFirst(rule, violations).slice(0, mostPerRule);
  return shown.map((violation, index) => ({
    ...common,
    id: `${id}.${index + 1}`,
    title,
    severity: rule.severity,
    measured: rounded(violation.measured),
    place: placeOf(part, violation),
    suggestion: rule.suggestion,
    ...(index === shown.length - 1 && violations.length > shown.length
      ? { note: `and ${violations.length - shown.length} more places that break this rule` }
      : {}),
  }));
}

function worstFirst(rule: DfmRule, violations: readonly Violation[]): Violation[] {
  const isWorse = (a: Violation, b: Violation): boolean => isBeyond(rule, a.measured, b.measured);
  return violations.toSorted((a, b) => Number(isWorse(b, a)) - Number(isWorse(a, b)));
}

function placeOf(part: PartUnderTest, { point, faces, areaMm2 }: Violation): NonNullable<Finding['place']> {
  const found = faces.flatMap((index) => part.faces[index] ?? []);
  const [first] = found;
  const [x, y, z] = point;
  return {
    point_mm: [toMicrometre(x), toMicrometre(y), toMicrometre(z)],
    ...(first === undefined
      ? {}
      : {
          part_index: first.part,
          faces: found.filter((face) => face.part === first.part).map(({ face }) => face),
        }),
    ...(areaMm2 === undefined ? {} : { area_mm2: toMicrometre(areaMm2) }),
  };
}

/** Four places: a mesh gives no more. */
function rounded(value: number | null): number | null {
  return value === null ? null : Number(value.toFixed(value < 1 ? 4 : 3));
}

function toMicrometre(value: number): number {
  return Number(value.toFixed(3)) + 0;
}
