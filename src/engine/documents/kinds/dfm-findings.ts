// Findings of the checks that were made in the room, as they were measured on the solid.
import type { Finding } from '../../../shared/protocol/engineering-response.ts';
import type { Block, Cell, Section } from '../document.ts';
import type { AboutPart } from '../part-results.ts';
import { parameterTable } from '../part-tables.ts';

const order: readonly Finding['severity'][] = ['error', 'warning', 'info', 'not_checked', 'passed'];
const words: Readonly<Record<Finding['severity'], string>> = {
  error: 'broken',
  warning: 'warning',
  info: 'at the limit',
  not_checked: 'not checked',
  passed: 'passed',
};

/** A section for each check: the verdicts, what they were measured with, and what was not checked as gaps. */
export function findingSections(checks: readonly AboutPart[]): Section[] {
  return checks.map((check) => ({
    title: check.data.title ?? `Check of ${check.model}`,
    blocks: blocksOf(check),
  }));
}

function blocksOf({ data, origin, model, isOld }: AboutPart): Block[] {
  const findings = (data.findings ?? []).toSorted(
    (a, b) => order.indexOf(a.severity) - order.indexOf(b.severity),
  );
  const open = findings.filter(({ severity }) => severity === 'not_checked');
  return [
    { block: 'paragraph', text: verdictOf(findings), origin },
    ...(isOld
      ? [{ block: 'gap' as const, text: `${model}: the part was changed after this check; check it again.` }]
      : []),
    {
      block: 'table',
      caption: `Findings on ${model}`,
      columns: [
        { title: 'Verdict' },
        { title: 'Rule' },
        { title: 'Measured', isNumber: true },
        { title: 'Limit', isNumber: true },
        { title: 'Where, mm' },
        { title: 'What to do' },
        { title: 'Source of the limit' },
      ],
      rows: findings.map(rowOf),
    },
    ...parameterTable({ data: { ...data, title: `check of ${model}` } }),
    ...open.map((finding) => ({
      block: 'gap' as const,
      text: `${finding.title}: ${noteOf(finding) || 'this was not checked'}.`,
    })),
  ];
}

/** `1 rule broken, 2 warnings, 5 passed, 1 not checked.`, by rules, not by places. */
function verdictOf(findings: readonly Finding[]): string {
  const count = (severity: Finding['severity']): number =>
    new Set(findings.filter((one) => one.severity === severity).map(({ rule }) => rule)).size;
  const say = (severity: Finding['severity'], one: string, many = one): string[] => {
    const rules = count(severity);
    return rules === 0 ? [] : [`${rules} ${rules === 1 ? one : many}`];
  };
  const parts = [
    ...say('error', 'rule broken', 'rules broken'),
    ...say('warning', 'warning', 'warnings'),
    ...say('info', 'at the limit'),
    ...say('passed', 'rule passed', 'rules passed'),
    ...say('not_checked', 'not checked'),
  ];
  return parts.length === 0 ? 'The check found nothing.' : `${parts.join(', ')}.`;
}

function rowOf(finding: Finding): Cell[] {
  const { title, severity, measured, limit, unit, suggestion, source } = finding;
  return [
    words[severity],
    title,
    figure(measured, unit),
    figure(limit, unit),
    placeOf(finding),
    [suggestion ?? '', noteOf(finding)].filter((text) => text !== '').join(' '),
    source ?? '',
  ];
}

function figure(value: number | null | undefined, unit: string | undefined): string {
  if (value === null || value === undefined) return '';
  const shown = String(Number(value.toPrecision(4)));
  if (unit === 'deg') return `${shown}°`;
  return unit === undefined ? shown : `${shown} ${unit}`;
}

/** `18.9, 38, 0`, in the coordinates of the model. */
function placeOf({ place }: Finding): string {
  return (place?.point_mm ?? []).map((mm) => Number(mm.toFixed(1))).join(', ');
}

function noteOf(finding: Finding): string {
  const note = finding['note'];
  return typeof note === 'string' ? note : '';
}
