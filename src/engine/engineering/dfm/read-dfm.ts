// What a DFM request asks: process, direction and the shop's own limits, with the origin of each.
import { z } from 'zod';
import type { DfmProcess, DfmRuleTable } from '../../../cad/dfm/dfm-rules.ts';
import type { AppliedRule } from '../../../cad/dfm/judge-part.ts';
import type { Material } from '../../../shared/model/material.ts';
import type { EngineeringData } from '../../../shared/protocol/request-data.ts';
import { fieldRefusal } from '../field-refusal.ts';

/** A choice and where it came from: a field, `message`, or `assumed` with the reason. */
export interface Chosen<T> {
  readonly value: T;
  readonly origin: string;
  readonly reason?: string;
}

/** The process by its field, else by the message, else the first that the material is usually made by, else milling. */
export function readProcess(
  { message, specifications = {} }: EngineeringData,
  { processes }: DfmRuleTable,
  material: Material | null,
): Chosen<DfmProcess> {
  const field = ['process', 'manufacturing_process', 'manufacturing_method'].find(
    (name) => typeof specifications[name] === 'string' && specifications[name].trim() !== '',
  );
  if (field !== undefined) {
    const said = String(specifications[field]);
    const found = processCalled(processes, said);
    if (found !== null) return { value: found, origin: `specifications.${field}` };
    const known = processes.map(({ id }) => id).join(', ');
    throw fieldRefusal(
      `specifications.${field}`,
      `"${said.slice(0, 60)}" has no rules here; known are ${known}`,
    );
  }
  const inText = processCalled(processes, message);
  if (inText !== null) return { value: inText, origin: 'message' };
  const usual = material?.processes.flatMap((id) => processes.find((process) => process.id === id) ?? [])[0];
  if (usual !== undefined) {
    const reason = `no process was named; ${material?.name ?? 'this'} is usually made by ${usual.title.toLowerCase()}`;
    return { value: usual, origin: 'assumed', reason };
  }
  const milling = processes.find(({ id }) => id === 'cnc_milling') ?? processes[0];
  if (milling === undefined) throw new Error('the rule table has no process');
  return { value: milling, origin: 'assumed', reason: 'neither a process nor a material was named' };
}

function processCalled(processes: readonly DfmProcess[], said: string): DfmProcess | null {
  const words = said
    .toLowerCase()
    .replaceAll('_', ' ')
    .replaceAll('moulding', 'mould')
    .replaceAll('molding', 'mold');
  const exact = processes.find(({ id, title }) =>
    [id, title.toLowerCase()].includes(said.trim().toLowerCase()),
  );
  const isCalled = (word: string): boolean => new RegExp(`(?<![a-z])${word}`, 'u').test(words);
  return exact ?? processes.find(({ called }) => called.some(isCalled)) ?? null;
}

const vectorSchema = z
  .tuple([z.number(), z.number(), z.number()])
  .refine((way) => Math.hypot(...way) > 1e-6 && way.every(Number.isFinite));
const axisSchema = z
  .string()
  .trim()
  .regex(/^[+-]?[xyz]$/i)
  .transform((axis): z.infer<typeof vectorSchema> => {
    const sign = axis.startsWith('-') ? -1 : 1;
    const at = 'xyz'.indexOf(axis.slice(-1).toLowerCase());
    return [at === 0 ? sign : 0, at === 1 ? sign : 0, at === 2 ? sign : 0];
  });

/** The pull or build direction of its field; null when none was said or the process needs none. */
export function readDirection(
  { specifications = {} }: EngineeringData,
  { direction }: DfmProcess,
): z.infer<typeof vectorSchema> | null {
  if (direction === null) return null;
  const field = `${direction}_direction`;
  const said = specifications[field];
  if (said === undefined || said === null || said === '') return null;
  const parsed = z.union([axisSchema, vectorSchema]).safeParse(said);
  if (parsed.success) return parsed.data;
  throw fieldRefusal(
    `specifications.${field}`,
    'give an axis such as +Z or -x, or three numbers that are not all zero',
  );
}

const knownFields = new Set([
  'process',
  'manufacturing_process',
  'manufacturing_method',
  'material',
  'model',
  'pull_direction',
  'build_direction',
  'rule_limits',
]);

/** Specifications that say nothing here: told, so that nobody believes they counted. */
export function unusedFields({ specifications = {} }: EngineeringData): { text: string; reason: string }[] {
  return Object.keys(specifications)
    .filter((name) => !knownFields.has(name))
    .slice(0, 20)
    .map((name) => ({
      text: name.slice(0, 60),
      reason: 'a DFM analysis has no such specification; limits go into rule_limits',
    }));
}

const limitsSchema = z.record(z.string(), z.number().nonnegative().max(1e6));

/** `wall.minimum 1.2, draft = 0.5` says the same as an object. */
function limitsOf(said: unknown): unknown {
  if (typeof said !== 'string') return said ?? {};
  const pairs = said.split(/[,;\n]/).filter((piece) => piece.trim() !== '');
  return Object.fromEntries(
    pairs.map((piece) => {
      const [, id, limit] = /^\s*([a-z_.]+)\s*[:=\s]\s*([\d.]+)/i.exec(piece) ?? [];
      return id === undefined ? [piece.trim().slice(0, 60), null] : [id, Number(limit)];
    }),
  );
}

/** Each rule with its limit: the shop's of `specifications.rule_limits`, else the material's, else its own. */
export function applyRules(
  { specifications = {} }: EngineeringData,
  { sources }: DfmRuleTable,
  process: DfmProcess,
  material: Material | null,
): AppliedRule[] {
  const parsed = limitsSchema.safeParse(limitsOf(specifications['rule_limits']));
  if (!parsed.success) {
    const name = parsed.error.issues[0]?.path.join('.') ?? '';
    const field = ['specifications.rule_limits', name].filter((part) => part !== '').join('.');
    throw fieldRefusal(
      field,
      'give limits as numbers of zero or more by the id of their rule, such as {"wall.minimum": 1.2}',
    );
  }
  const own = new Map(
    Object.entries(parsed.data).map(([id, limit]) => [id.replace(`${process.id}.`, ''), limit]),
  );
  for (const id of own.keys()) {
    const rule = process.rules.find((one) => one.id === id);
    if (rule !== undefined && rule.limit !== null) continue;
    const known = process.rules.filter(({ limit }) => limit !== null).map((one) => one.id);
    throw fieldRefusal(
      `specifications.rule_limits.${id.slice(0, 60)}`,
      `${process.title} has no such rule with a limit; it has ${known.join(', ')}`,
    );
  }
  return process.rules.map((rule) => {
    const shop = own.get(rule.id);
    if (shop !== undefined)
      return { rule, limit: shop, source: 'your limit, from specifications.rule_limits' };
    const source = sources[rule.source] ?? rule.source;
    const special =
      material === null ? undefined : (rule.byMaterial?.[material.id] ?? rule.byFamily?.[material.family]);
    return { rule, limit: special ?? rule.limit, source };
  });
}
