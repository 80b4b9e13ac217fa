// `tolerance_stackup`: worst case, root sum of squares and random assemblies of a chain of dimensions.
import type { ResultTable } from '../../shared/protocol/engineering-response.ts';
import type { EngineeringData } from '../../shared/protocol/request-data.ts';
import type { DeskAnswer } from '../desk.ts';
import type { EngineeringRequest } from './engineering-type.ts';
import { readChain } from './tolerances/read-chain.ts';
import { readStack, type StackRequest } from './tolerances/read-stack.ts';
import {
  analyzeStack,
  quantile,
  sampleStack,
  seededRandom,
  shareOutside,
  type Span,
  type StackResult,
} from './tolerances/stack.ts';

const assumptions =
  'Independent dimensions, each centred in its tolerance; a normal one has its tolerance at ±3 standard deviations, so that 0.27 % lie beyond it. Worst case and RSS as in Drake (ed.), Dimensioning and Tolerancing Handbook, 1999.';
/** Beyond three standard deviations of a normal distribution, on each side. */
const tail = 0.00135;

/** Answers a stack-up request; `specifications.dimensions` is the chain. */
export async function stackTolerances({ data }: EngineeringRequest): Promise<DeskAnswer> {
  const request = readStack(withChain(data));
  const result = analyzeStack(request.dimensions);
  const sorted = sampleStack(request.dimensions, {
    samples: request.samples,
    random: seededRandom(request.seed),
  });
  const sampled = { min: quantile(sorted, tail), max: quantile(sorted, 1 - tail) };
  const outside = request.limits === null ? null : shareOutside(sorted, request.limits);
  return {
    message: [
      `**Tolerance stack-up of ${request.dimensions.length} ${request.dimensions.length === 1 ? 'dimension' : 'dimensions'}**: nominal ${mm(result.nominal)}, mean ${mm(result.mean)}.`,
      '',
      `- worst case: ${range(result.worstCase)}${verdict(result.worstCase, request.limits)}`,
      `- RSS, ±3σ: ${range(result.rss)}${verdict(result.rss, request.limits)}`,
      `- ${request.samples.toLocaleString('en-GB')} random assemblies (seed ${request.seed}), 99.73 % of them: ${range(sampled)}`,
      ...(outside === null
        ? []
        : [
            `- outside the limits: ${percent(outside.share)}, at 95 % between ${percent(outside.interval.min)} and ${percent(outside.interval.max)}`,
          ]),
      '',
      assumptions,
    ].join('\n'),
    body: {
      engineering_type: data.engineering_type,
      title: 'Tolerance stack-up',
      tables: [resultTable(result, sampled), chainTable(request, result)],
      ...(outside === null ? {} : { outside_limits: outside }),
      seed: request.seed,
      samples: request.samples,
    },
    files: [],
  };
}

/** A chain written in the message, or as text in the field, stands for the list. */
function withChain({ message, specifications = {} }: EngineeringData): Record<string, unknown> {
  const { dimensions } = specifications;
  if (typeof dimensions === 'string')
    return { ...specifications, ...readChain(dimensions, 'specifications.dimensions') };
  return dimensions === undefined ? { ...specifications, ...readChain(message, 'message') } : specifications;
}

function resultTable({ worstCase, rss }: StackResult, sampled: Span): ResultTable {
  const row = (method: string, { min, max }: Span) => ({ method, min, max, range: max - min });
  return {
    title: 'Closing dimension',
    columns: [
      { key: 'method', title: 'Method' },
      { key: 'min', title: 'Min', unit: 'mm' },
      { key: 'max', title: 'Max', unit: 'mm' },
      { key: 'range', title: 'Range', unit: 'mm' },
    ],
    rows: [row('Worst case', worstCase), row('RSS, ±3σ', rss), row('Random, 99.73 %', sampled)],
    note: assumptions,
  };
}

function chainTable({ dimensions }: StackRequest, { contributions }: StackResult): ResultTable {
  return {
    title: 'Dimensions',
    columns: [
      { key: 'name', title: 'Dimension' },
      { key: 'nominal', title: 'Nominal', unit: 'mm' },
      { key: 'plus', title: 'Plus', unit: 'mm' },
      { key: 'minus', title: 'Minus', unit: 'mm' },
      { key: 'share', title: 'Share of RSS', unit: '%' },
    ],
    rows: dimensions.map(({ name, nominal, plus, minus, direction }, index) => ({
      name: direction === 1 ? name : `− ${name}`,
      nominal,
      plus,
      minus,
      share: 100 * (contributions[index] ?? 0),
    })),
  };
}

/** Whether a span lies within the limits, in words; nothing where there are none. */
function verdict({ min, max }: Span, limits: Span | null): string {
  if (limits === null) return '';
  return min >= limits.min - 1e-9 && max <= limits.max + 1e-9
    ? ', within the limits'
    : ', **beyond the limits**';
}

/** To a tenth of a micrometre. */
function mm(value: number): string {
  return `${Number(value.toFixed(4))} mm`;
}

function range({ min, max }: Span): string {
  return `${mm(min)} to ${mm(max)}`;
}

function percent(share: number): string {
  return `${Number((100 * share).toPrecision(3))} %`;
}
