// `cost_estimate`: what a part costs to make, as a range, with the source of each figure and what moves the range most.
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { ResultTable } from '../../shared/protocol/engineering-response.ts';
import type { DeskAnswer } from '../desk.ts';
import type { CostFigure, CostSubject } from './cost/cost-model.ts';
import { costModels } from './cost/cost-models.ts';
import { readCostTable } from './cost/cost-table.ts';
import { estimate, type Estimate } from './cost/evaluate.ts';
import {
  breakTable,
  driverTable,
  figureTable,
  itemTable,
  money,
  numberedFigureTable,
} from './cost/cost-tables.ts';
import { type CostRequest, readCost } from './cost/read-cost.ts';
import { withOwnFigures } from './cost/read-figures.ts';
import { awaitJob, type EngineeringParts, type EngineeringRequest } from './engineering-type.ts';
import { findModel } from './find-model.ts';
import { tableCsv } from './write-csv.ts';

/** Estimates the model a request is about. */
export async function estimateCost(
  request: EngineeringRequest,
  { kernel, materials, materialSources, resourcesDir }: EngineeringParts,
): Promise<DeskAnswer> {
  const table = await readCostTable(resourcesDir);
  const model = findModel(request);
  const asked = readCost(request, { table, materials, model });
  const { path, name } = model.file;
  const found = await awaitJob(request, (options) => kernel.run('measure', { path, name }, options));
  const [short, middle, long] = found.boxMm.toSorted((a, b) => a - b);
  const subject: CostSubject = {
    material: asked.material,
    volumeMm3: found.volumeMm3,
    areaMm2: found.areaMm2,
    box: [long ?? 0, middle ?? 0, short ?? 0],
    faceCount: found.faceCount,
    table,
  };
  const costModel = costModels[asked.process.id];
  if (costModel === undefined) throw new Error(`no cost model of ${asked.process.id}`);
  const { pricePerKgEur } = asked.material;
  const price: CostFigure = {
    id: 'material_price',
    title: `Price of ${asked.material.name}`,
    low: pricePerKgEur.low,
    high: pricePerKgEur.high,
    unit: 'EUR/kg',
    source: materialSources[pricePerKgEur.source] ?? pricePerKgEur.source,
  };
  const rows = asked.process.figures.map((row) => ({
    ...row,
    source: table.sources[row.source] ?? row.source,
  }));
  const own = request.data.specifications?.['figures'];
  const figures = withOwnFigures([price, ...costModel.figures(subject), ...rows], own, asked.saidFigures);
  const at = (quantity: number): Estimate => estimate(costModel, figures, { subject, quantity });
  const main = at(asked.quantity);
  const tooling = estimate(costModel, figures, { subject, quantity: 1, pick: (items) => items.tooling });
  const tables: ResultTable[] = [
    breakTable(asked.quantity, at),
    itemTable(asked.quantity, (pick) =>
      estimate(costModel, figures, { subject, quantity: asked.quantity, pick }),
    ),
    driverTable(main),
  ];
  const csv = join(request.folder, 'cost-estimate.csv');
  await writeFile(
    csv,
    [...tables, figureTable(figures)].map((one) => `${one.title}\r\n${tableCsv(one)}`).join('\r\n'),
  );
  const grams = (found.volumeMm3 / 1000) * asked.material.densityGramsPerCm3;
  const [x, y, z] = found.boxMm;
  return {
    message: summary(asked, { name, how: model.how, main, tooling, grams }),
    body: {
      engineering_type: request.data.engineering_type,
      title: `Cost of ${name}, ${asked.process.title.toLowerCase().replace('cnc', 'CNC')}`,
      model: { file_id: model.file.id, name, found: model.how, solids: found.solidCount },
      process: { id: asked.process.id, title: asked.process.title },
      estimate: {
        currency: 'EUR',
        quantity: asked.quantity,
        unit_cost: main.range,
        unit_cost_extremes: main.extremes,
        total: { low: main.range.low * asked.quantity, high: main.range.high * asked.quantity },
        tooling: tooling.range,
      },
      key_figures: keyFigures(asked.quantity, main, tooling),
      parameters: asked.parameters,
      not_used: asked.notUsed,
      measured: {
        bounding_box_mm: { x, y, z },
        volume_mm3: found.volumeMm3,
        surface_area_mm2: found.areaMm2,
        center_of_mass_mm: found.centerOfMassMm,
        mass_g: grams,
        material: {
          name: asked.material.name,
          density_g_cm3: asked.material.densityGramsPerCm3,
          source: asked.material.source,
        },
        method: 'exact, from the B-rep',
      },
      tables: [...tables, numberedFigureTable(figures)],
    },
    files: [{ name: 'cost-estimate.csv', path: csv, mediaType: 'text/csv' }],
  };
}

function keyFigures(quantity: number, { range, extremes }: Estimate, tooling: Estimate) {
  const all = { low: range.low * quantity, high: range.high * quantity };
  return [
    { name: 'Each', value: `${money(range)} EUR`, note: `All figures at one end: ${money(extremes)} EUR` },
    { name: `${quantity.toLocaleString('en-GB')} in all`, value: `${money(all)} EUR` },
    ...(tooling.middle > 0 ? [{ name: 'Tooling in it', value: `${money(tooling.range)} EUR` }] : []),
  ];
}

interface Told {
  readonly name: string;
  readonly how: string;
  readonly main: Estimate;
  readonly tooling: Estimate;
  readonly grams: number;
}

function summary(
  { process, material, quantity, parameters }: CostRequest,
  { name, how, main, tooling, grams }: Told,
): string {
  const first = main.drivers.slice(0, 3).filter(({ atLow, atHigh }) => atLow !== atHigh);
  const assumed = parameters.filter(({ origin }) => origin === 'assumed');
  const pieces = quantity === 1 ? 'one part' : `${quantity.toLocaleString('en-GB')} parts`;
  return [
    `**${name}** (${how}), ${process.title
      .toLowerCase()
      .replace('cnc', 'CNC')
      .replace(/^(fdm|sla|sls|mjf)/, (word) =>
        word.toUpperCase(),
      )} in ${material.name}, ${Number(grams.toPrecision(3))} g: **${money(main.range)} EUR each** for ${pieces}${tooling.middle > 0 ? `, tooling of ${money(tooling.range)} EUR spread over them` : ''}.`,
    '',
    `An estimate from ranges, not a quotation: with every figure at its cheap or its dear end at once it would be ${money(main.extremes)} EUR.`,
    ...(first.length === 0
      ? []
      : [
          '',
          `What moves it most: ${first.map(({ figure }) => figure.title.charAt(0).toLowerCase() + figure.title.slice(1)).join('; ')}. Put your own into specifications.figures.`,
        ]),
    ...(assumed.length === 0
      ? []
      : [
          '',
          `Assumed: ${assumed.map(({ name: what, value, reason }) => `${what} ${value} (${reason ?? ''})`).join('; ')}.`,
        ]),
  ].join('\n');
}
