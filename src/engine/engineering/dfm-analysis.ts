// `dfm_analysis`: whether a model can be made by a process, rule by rule, each with what was measured, where, and the source of its limit.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { dfmRuleTableSchema } from '../../cad/dfm/dfm-rules.ts';
import { isMeshName } from '../../cad/formats/target-format.ts';
import { findMaterial } from '../../shared/model/material.ts';
import type { Finding, Parameter, ResultTable } from '../../shared/protocol/engineering-response.ts';
import type { DeskAnswer } from '../desk.ts';
import { applyRules, unusedFields, type Chosen, readDirection, readProcess } from './dfm/read-dfm.ts';
import { awaitJob, type EngineeringParts, type EngineeringRequest } from './engineering-type.ts';
import { findModel } from './find-model.ts';
import { saidMaterial } from './said-material.ts';

/** Checks the model a request is about against the rules of its process. */
export async function analyzeDfm(
  request: EngineeringRequest,
  { kernel, materials, resourcesDir }: EngineeringParts,
): Promise<DeskAnswer> {
  const table = dfmRuleTableSchema.parse(
    JSON.parse(await readFile(join(resourcesDir, 'dfm-rules.json'), 'utf8')),
  );
  const said = saidMaterial(request, materials);
  const model = findModel(request, isMeshName);
  const material = findMaterial(materials, said?.name ?? model.material?.name ?? '');
  const process = readProcess(request.data, table, material);
  const direction = readDirection(request.data, process.value);
  const { path, name } = model.file;
  const { id, title, direction: needs } = process.value;
  const rules = applyRules(request.data, table, process.value, material);
  const input = { path, name, process: id, needs, direction, rules };
  const { findings, chosenDirection, solidCount } = await awaitJob(request, (options) =>
    kernel.run('dfm', input, options),
  );
  const parameters = parametersOf({
    process,
    material,
    said: said !== null,
    needs,
    direction,
    chosenDirection,
  });
  return {
    message: summary({ title, subject: `**${name}** (${model.how})`, findings, parameters }),
    body: {
      engineering_type: request.data.engineering_type,
      title: `${title} check of ${name}`,
      model: { file_id: model.file.id, name, found: model.how, solids: solidCount },
      process: { id, title },
      parameters,
      not_used: unusedFields(request.data),
      findings,
      tables: [ruleTable(title, findings)],
    },
    files: [],
  };
}

interface Choices {
  readonly process: Chosen<{ readonly title: string }>;
  readonly material: { readonly name: string } | null;
  readonly said: boolean;
  readonly needs: 'pull' | 'build' | null;
  readonly direction: readonly number[] | null;
  readonly chosenDirection: string | null;
}

function parametersOf({ process, material, said, needs, direction, chosenDirection }: Choices): Parameter[] {
  const { value, origin, reason } = process;
  const why =
    needs === 'pull'
      ? 'of X, Y and Z the one with the least undercut, then the least undrafted wall'
      : 'of six directions the one that needs the least support';
  const way = (): Parameter => {
    const name = `${needs ?? ''}_direction`;
    if (direction !== null) return { name, value: direction.join(', '), origin: `specifications.${name}` };
    return { name, value: chosenDirection ?? '+Z', origin: 'assumed', reason: why };
  };
  return [
    { name: 'process', value: value.title, origin, ...(reason === undefined ? {} : { reason }) },
    ...(material === null
      ? []
      : [
          {
            name: 'material',
            value: material.name,
            origin: said ? 'request' : 'the result that made the model',
          },
        ]),
    ...(needs === null ? [] : [way()]),
  ];
}

interface Summary {
  readonly title: string;
  readonly subject: string;
  readonly findings: readonly Finding[];
  readonly parameters: readonly Parameter[];
}

function summary({ title, subject, findings, parameters }: Summary): string {
  const rulesThat = (severity: Finding['severity']): number =>
    new Set(findings.filter((one) => one.severity === severity).map(({ rule }) => rule)).size;
  const [errors, warnings, passed, open] = (['error', 'warning', 'passed', 'not_checked'] as const).map(
    rulesThat,
  );
  const broken = findings.filter(({ severity }) => severity === 'error' || severity === 'warning');
  const rules = [...Map.groupBy(broken, ({ rule }) => rule).values()].map((group) => {
    const [first] = group;
    const places = group.length === 1 ? '' : `, ${group.length} places`;
    return `- **${first?.title ?? ''}**: ${figure(first?.measured, first?.unit)}, limit ${figure(first?.limit, first?.unit)}${places}. ${first?.suggestion ?? ''}`;
  });
  const assumed = parameters
    .filter(({ origin }) => origin === 'assumed')
    .map(
      ({ name: what, value, reason }) => `${what.replaceAll('_', ' ')} ${value} is assumed (${reason ?? ''})`,
    );
  const verdict =
    rules.length === 0
      ? `nothing speaks against ${inSentence(title)} in what was checked`
      : `${count(errors ?? 0, 'rule')} broken, ${count(warnings ?? 0, 'warning')}`;
  return [
    `${subject} for ${inSentence(title)}: ${verdict}; ${passed ?? 0} passed, ${open ?? 0} not checked.`,
    ...(rules.length === 0 ? [] : ['', ...rules]),
    ...(assumed.length === 0 ? [] : ['', `${assumed.join('; ')}.`]),
  ].join('\n');
}

function ruleTable(title: string, findings: readonly Finding[]): ResultTable {
  const outcome = {
    error: 'Broken',
    warning: 'Warning',
    info: 'Note',
    passed: 'Passed',
    not_checked: 'Not checked',
  };
  return {
    title: `Rules of ${inSentence(title)}`,
    columns: [
      { key: 'rule', title: 'Rule' },
      { key: 'outcome', title: 'Outcome' },
      { key: 'measured', title: 'Measured' },
      { key: 'limit', title: 'Limit' },
      { key: 'source', title: 'Source' },
    ],
    rows: [...Map.groupBy(findings, ({ rule }) => rule).values()].flatMap(([first]) =>
      first === undefined
        ? []
        : {
            rule: first.title.replace(/: .*$/, ''),
            outcome: outcome[first.severity],
            measured: first.severity === 'not_checked' ? '' : figure(first.measured, first.unit),
            limit: figure(first.limit, first.unit),
            source: first.source ?? '',
          },
    ),
  };
}

function figure(value: number | null | undefined, unit = ''): string {
  if (value === null || value === undefined) return 'none';
  const shown = String(Number(value.toPrecision(4)));
  return unit === 'deg' ? `${shown}°` : `${shown} ${unit}`;
}

function count(number: number, what: string): string {
  return `${number} ${what}${number === 1 ? '' : 's'}`;
}

/** `CNC milling` stays, `Sheet metal` becomes `sheet metal`. */
function inSentence(title: string): string {
  return /^[A-Z][a-z]/.test(title) ? title.toLowerCase() : title;
}
