// `material_selection`: the materials that keep the limits, ranked by the material index of what the part must be best at.
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { ResultTable } from '../../shared/protocol/engineering-response.ts';
import type { DeskAnswer, MadeFile } from '../desk.ts';
import type { EngineeringParts, EngineeringRequest } from './engineering-type.ts';
import { fieldRefusal } from './field-refusal.ts';
import { drawChart } from './selection/chart.ts';
import { hasLoadCase, sizeFor } from './selection/load-case.ts';
import { indexSource } from './selection/objectives.ts';
import { type Ranked, type Selection, selectMaterials } from './selection/rank.ts';
import { readSelection, type SelectionRequest } from './selection/read-selection.ts';
import { tableCsv } from './write-csv.ts';

/** Rows of the ranking that the answer shows; the CSV has all. */
const shownRows = 15;

/** Answers a selection with the ranking, the reasons of what fell out, the chart as SVG and all of it as CSV. */
export async function selectMaterial(
  request: EngineeringRequest,
  { materials, materialSources }: EngineeringParts,
): Promise<DeskAnswer> {
  const asked = readSelection(request, materials);
  const selection = selectMaterials(materials, asked.objective, asked.screens);
  if (selection.ranked.length === 0) throw nothingLeft(selection);
  const sources = (ids: readonly string[]): string =>
    [...new Set(ids)].map((id) => materialSources[id] ?? id).join('; ');
  const ranking = rankingTable(asked, selection, sources);
  const excluded = excludedTable(selection);
  const files = await write(request.folder, [
    ['material-selection.svg', 'image/svg+xml', drawChart(selection, asked.objective)],
    ['material-selection.csv', 'text/csv', tableCsv(ranking)],
    ['material-selection-excluded.csv', 'text/csv', tableCsv(excluded)],
  ]);
  return {
    message: summary(asked, selection),
    body: {
      engineering_type: request.data.engineering_type,
      title: `Material for: ${asked.objective.title.toLowerCase()}`,
      objective: { id: asked.objective.id, index: asked.objective.index, source: indexSource },
      key_figures: selection.ranked.slice(0, 3).map(({ material, index }, place) => ({
        name: ['First', 'Second', 'Third'][place] ?? '',
        value: material.name,
        note: `${asked.objective.index} = ${three(index.value)}`,
      })),
      parameters: asked.parameters,
      not_used: asked.notUsed,
      ranking: selection.ranked.map(({ material, index }) => ({
        material: material.id,
        name: material.name,
        index: index.value,
        index_low: index.low,
        index_high: index.high,
      })),
      excluded: selection.excluded.map(({ material, reasons }) => ({
        material: material.id,
        name: material.name,
        reasons,
      })),
      tables: [shownOf(ranking), excluded],
    },
    files,
  };
}

const onlyInCsv = new Set(['rank', 'share', 'source']);

/** The table on the screen: its first rows, in their order, and no sources, which are long. */
function shownOf(ranking: ResultTable): ResultTable {
  const rest = ranking.rows.length - shownRows;
  const more = rest > 0 ? ` ${rest} more, and the` : ' The';
  const note = `${ranking.note ?? ''}${more} sources of all figures, stand in the CSV.`;
  return {
    ...ranking,
    columns: ranking.columns.filter(({ key }) => !onlyInCsv.has(key)),
    rows: ranking.rows
      .slice(0, shownRows)
      .map((row) => Object.fromEntries(Object.entries(row).filter(([key]) => !onlyInCsv.has(key)))),
    note: rest > 0 ? note : note.replace('figures,', 'figures'),
  };
}

function nothingLeft({ excluded }: Selection): Error {
  const nearest = excluded
    .slice(0, 3)
    .map(({ material, reasons }) => `${material.name} (${reasons.join('; ')})`)
    .join(', ');
  return fieldRefusal('specifications', `no material of the table keeps all limits; nearest are ${nearest}`);
}

function rankingTable(
  { objective, load }: SelectionRequest,
  { ranked }: Selection,
  sources: (ids: readonly string[]) => string,
): ResultTable {
  const best = ranked[0]?.index.value ?? 1;
  const isSized = load !== null && hasLoadCase(objective);
  return {
    title: 'Ranking',
    columns: [
      { key: 'rank', title: 'Rank' },
      { key: 'material', title: 'Material' },
      { key: 'index', title: objective.index },
      { key: 'share', title: 'Of the best', unit: '%' },
      ...(isSized
        ? [
            { key: 'mass', title: 'Mass', unit: 'g' },
            { key: 'edge', title: 'Square section', unit: 'mm' },
          ]
        : []),
      { key: 'y', title: short(objective.y.title), unit: objective.y.unit },
      { key: 'x', title: short(objective.x.title), unit: objective.x.unit },
      { key: 'temperature', title: 'Serves up to', unit: '°C' },
      { key: 'price', title: 'Price', unit: 'EUR/kg' },
      { key: 'source', title: 'Sources' },
    ],
    rows: ranked.map(({ material, x, y, index }, place) => {
      const sized = isSized ? sizeFor(material, objective, load) : null;
      const { low, high, source } = material.pricePerKgEur;
      return {
        rank: place + 1,
        material: material.traits.impact?.score === 1 ? `${material.name}, brittle` : material.name,
        index: three(index.value),
        share: Math.round((100 * index.value) / best),
        ...(sized === null ? {} : { mass: three(sized.massG), edge: three(sized.edgeMm) }),
        y: three(y.value),
        x: three(x.value),
        temperature: material.figures.maxServiceTempC?.value ?? null,
        price: `${low} to ${high}`,
        source: sources([...objective.y.sourcesOf(material), ...objective.x.sourcesOf(material), source]),
      };
    }),
    note: `${objective.y.symbol} in ${objective.y.unit}, ${objective.x.symbol} in ${objective.x.unit}; typical values. Index: ${indexSource}.${isSized ? ' Mass and section are those of the load, without a safety factor: tie in tension, or cantilever with the load at its end.' : ''}`,
  };
}

function excludedTable({ excluded }: Selection): ResultTable {
  return {
    title: 'Left out',
    columns: [
      { key: 'material', title: 'Material' },
      { key: 'why', title: 'Why' },
    ],
    rows: excluded.map(({ material, reasons }) => ({ material: material.name, why: reasons.join('; ') })),
  };
}

function summary({ objective, parameters }: SelectionRequest, { ranked, excluded }: Selection): string {
  const [first, ...others] = ranked.slice(0, 3);
  if (first === undefined) return '';
  const next = others
    .map((one) => `${one.material.name} (${percentOf(one, first)} % of its index)`)
    .join(', ');
  // Where the spans of the grades overlap, the order of two materials is no finding.
  const alike = ranked.slice(1).filter((one) => one.index.high >= first.index.low).length;
  const reasons = parameters.flatMap(({ reason }) => (reason === undefined ? [] : [reason]));
  return [
    `**${first.material.name}** comes first for *${objective.title.toLowerCase()}* by ${objective.index} = ${three(first.index.value)}${next === '' ? '' : `; then ${next}`}.`,
    '',
    `${ranked.length} of ${ranked.length + excluded.length} materials keep the limits.${alike === 0 ? '' : ` ${alike} more may be as good: their grades reach the first one's.`} The chart and both tables are attached.`,
    ...(reasons.length === 0 ? [] : ['', `Assumed: ${reasons.join('; ')}.`]),
  ].join('\n');
}

function percentOf(one: Ranked, best: Ranked): number {
  return Math.round((100 * one.index.value) / best.index.value);
}

async function write(
  folder: string,
  contents: readonly (readonly [string, string, string])[],
): Promise<MadeFile[]> {
  return Promise.all(
    contents.map(async ([name, mediaType, text]) => {
      const path = join(folder, name);
      await writeFile(path, text);
      return { name, path, mediaType };
    }),
  );
}

function short(title: string): string {
  return title.replace(/ \(.*\)$/, '');
}

function three(value: number): number {
  return Number(value.toPrecision(3));
}
