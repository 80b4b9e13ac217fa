// What a cost request asks: process, material, how many; each with where it comes from.
import { findMaterial, type Material } from '../../../shared/model/material.ts';
import type { Parameter } from '../../../shared/protocol/engineering-response.ts';
import type { Chosen } from '../dfm/read-dfm.ts';
import type { EngineeringParts, EngineeringRequest } from '../engineering-type.ts';
import { fieldRefusal } from '../field-refusal.ts';
import type { FoundModel } from '../find-model.ts';
import { wordOf } from '../model-parameters.ts';
import { processIn, processInSentence } from '../process-words.ts';
import { amountField, withShortMessage, Wording } from '../read-amounts.ts';
import { saidMaterial } from '../said-material.ts';
import { costModels } from './cost-models.ts';
import type { CostProcess, CostTable } from './cost-table.ts';

export interface CostRequest {
  readonly process: CostProcess;
  readonly material: Material;
  readonly quantity: number;
  readonly parameters: readonly Parameter[];
  /** Figures that the message says, by id. */
  readonly saidFigures: Readonly<Record<string, number>>;
  readonly notUsed: readonly { readonly text: string; readonly reason: string }[];
}

const most = 1e8;
const usualQuantity = 100;
const ownFields = new Set(['process', 'manufacturing_process', 'material', 'quantity', 'model', 'figures']);

export function readCost(
  whole: EngineeringRequest,
  {
    table,
    materials,
    model,
  }: { table: CostTable; materials: EngineeringParts['materials']; model: FoundModel },
): CostRequest {
  const request = withShortMessage(whole);
  const { message, specifications = {} } = request.data;
  const said = saidMaterial(request, materials);
  const known = findMaterial(materials, said?.name ?? model.material?.name ?? '');
  const process = readProcess(request, table, known);
  const material = known ?? usualMaterial(materials, process.value);
  const wording = new Wording(message);
  const saidFigures = {
    ...figure('machine_rate', wording.take({ 'EUR/h': 1, '€/h': 1, 'EUR per hour': 1, '€ per hour': 1 })),
    ...figure('material_price', wording.take({ 'EUR/kg': 1, '€/kg': 1, 'EUR per kg': 1, '€ per kg': 1 })),
  };
  const quantity = readQuantity(request, wording);
  const isMade = material.processes.includes(process.value.id);
  const origin = said !== null ? 'request' : known !== null ? 'the result that made the model' : 'assumed';
  return {
    process: process.value,
    material,
    quantity: quantity.value,
    saidFigures,
    parameters: [
      { name: 'process', value: process.value.title, origin: process.origin, ...because(process.reason) },
      {
        name: 'material',
        value: material.name,
        origin,
        ...because(
          origin === 'assumed'
            ? `no material was named; usual for ${processInSentence(process.value.id)}`
            : undefined,
        ),
      },
      { name: 'quantity', value: quantity.value, origin: quantity.origin, ...because(quantity.reason) },
    ],
    notUsed: [
      ...(isMade
        ? []
        : [
            {
              text: material.name,
              reason: `the table does not know it as made by ${processInSentence(process.value.id)}; the estimate takes it as if it were`,
            },
          ]),
      ...wording.unusedFigures().filter(({ text }) => !isNameOf(text, material)),
      ...Object.keys(specifications)
        .filter((name) => !ownFields.has(name))
        .slice(0, 20)
        .map((name) => ({
          text: name.slice(0, 60),
          reason: 'a cost estimate has no such specification; shop figures go into figures',
        })),
    ],
  };
}

/** `6061` in the words is the material and no figure. */
function isNameOf(figure: string, { name, aliases }: Material): boolean {
  return [name, ...aliases].some((one) =>
    one
      .toLowerCase()
      .split(/[^a-z0-9]+/)
      .includes(figure.toLowerCase()),
  );
}

function figure(id: string, value: number | null): Record<string, number> {
  return value === null || value <= 0 ? {} : { [id]: value };
}

function because(reason: string | undefined): { reason?: string } {
  return reason === undefined ? {} : { reason };
}

function readProcess(
  request: EngineeringRequest,
  { processes }: CostTable,
  material: Material | null,
): Chosen<CostProcess> {
  const rowOf = (id: string): CostProcess | undefined => processes.find((one) => one.id === id);
  const fieldName = wordOf(request, 'process') === '' ? 'manufacturing_process' : 'process';
  const named = wordOf(request, fieldName);
  const found = processIn(named === '' ? request.data.message : named);
  const row = found === null ? undefined : rowOf(found.id);
  if (row !== undefined)
    return { value: row, origin: named === '' ? 'message' : `specifications.${fieldName}` };
  if (named !== '' || found !== null) {
    const known = Object.keys(costModels).join(', ');
    throw fieldRefusal(
      `specifications.${named === '' ? 'process' : fieldName}`,
      `"${(named === '' ? (found?.title ?? '') : named).slice(0, 60)}" has no cost model here; known are ${known}`,
    );
  }
  const usual = material?.processes.flatMap((id) => rowOf(id) ?? [])[0];
  if (usual !== undefined)
    return {
      value: usual,
      origin: 'assumed',
      reason: `no process was named; usual for ${material?.name ?? 'this'}`,
    };
  const milling = rowOf('cnc_milling');
  if (milling === undefined) throw new Error('the cost table has no milling');
  return { value: milling, origin: 'assumed', reason: 'neither a process nor a material was named' };
}

function times(factor: number, value: number | null): number | null {
  return value === null ? null : value * factor;
}

function usualMaterial(materials: readonly Material[], { usualMaterial: id }: CostProcess): Material {
  const found = materials.find((one) => one.id === id);
  if (found === undefined) throw new Error(`the materials table has no ${id}`);
  return found;
}

function readQuantity(request: EngineeringRequest, wording: Wording): Chosen<number> {
  const field = amountField(request, 'quantity', { pieces: 1, pcs: 1, parts: 1, units: 1 });
  const words =
    times(
      1000,
      wording.takeNumber(
        /(?<![\w.,])(\d+(?:[.,]\d+)?)\s*(?:k|thousand)\b(?:\s*(?:pcs|pieces|parts|units|off))?/i,
      ),
    ) ??
    times(
      1e6,
      wording.takeNumber(/(?<![\w.,])(\d+(?:[.,]\d+)?)\s*million\b(?:\s*(?:pcs|pieces|parts|units|off))?/i),
    ) ??
    wording.takeNumber(/(?<![\w.,])(\d[\d,]*)\s*(?:pcs|pieces|parts|units|off|×|x)(?![\w])/i) ??
    wording.takeNumber(/\b(?:quantity|qty|batch|lot|series|run)\b\D{0,8}(\d[\d,]*)/i) ??
    wording.takeNumber(/\bfor\s+(\d[\d,]*)(?!\s?(?:mm|°|EUR|€|V|N|kg|g|h)\b)(?![\d.])/i);
  const value = field?.value ?? words;
  if (value === null)
    return { value: usualQuantity, origin: 'assumed', reason: 'no quantity was named; the table has others' };
  const origin = field?.origin ?? 'message';
  if (Number.isInteger(value) && value >= 1 && value <= most) return { value, origin };
  throw fieldRefusal(
    origin === 'message' ? 'message' : 'specifications.quantity',
    `${value} is no number of parts from 1 to 100 million`,
  );
}
