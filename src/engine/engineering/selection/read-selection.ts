// What a selection asks for: the objective, the limits, the load; each with where it comes from.
import { type Material, mentionedMaterials } from '../../../shared/model/material.ts';
import type { Parameter } from '../../../shared/protocol/engineering-response.ts';
import type { EngineeringRequest } from '../engineering-type.ts';
import { fieldRefusal } from '../field-refusal.ts';
import { wordOf } from '../model-parameters.ts';
import { knownProcesses, processIn, processInSentence } from '../process-words.ts';
import { amountField, positiveField, type Units, withShortMessage, Wording } from '../read-amounts.ts';
import { figureLimits, requirements } from './limits.ts';
import { classIn, classNames } from './material-classes.ts';
import type { LoadCase } from './load-case.ts';
import type { Objective } from './objectives.ts';
import type { Screen } from './rank.ts';
import { readObjective } from './read-objective.ts';

export interface SelectionRequest {
  readonly objective: Objective;
  readonly screens: readonly Screen[];
  readonly load: LoadCase | null;
  readonly parameters: readonly Parameter[];
  readonly notUsed: readonly { readonly text: string; readonly reason: string }[];
}

const lengths: Units = { mm: 1, cm: 10, m: 1000, inch: 25.4 };
const forces: Units = { N: 1, kN: 1000, lbf: 4.4482216, kgf: 9.80665 };
const ownFields = ['objective', 'process', 'family', 'requirements', 'load', 'length', 'max_deflection'];

/** Reads fields before words; refuses what is no such thing, and a request that says nothing to choose by. */
export function readSelection(whole: EngineeringRequest, materials: readonly Material[]): SelectionRequest {
  const request = withShortMessage(whole);
  const { message, specifications = {} } = request.data;
  const wording = new Wording(message);
  const objective = readObjective(message, wordOf(request, 'objective'));
  const found = [
    ...figures(request, wording),
    process(request),
    family(request, materials),
    ...required(request),
  ].flatMap((one) => one ?? []);
  const load = readLoad(request, wording);
  if (found.length === 0 && objective.origin === 'assumed')
    throw fieldRefusal(
      'specifications.objective',
      'say what the part must be best at, such as "light stiff beam", or a limit, such as "up to 80 °C"',
    );
  const known = new Set([...ownFields, ...figureLimits.map(({ name }) => name)]);
  return {
    objective: objective.value,
    screens: found.map(({ screen }) => screen),
    load: load.value,
    parameters: [
      {
        name: 'objective',
        value: `${objective.value.title}: ${objective.value.index}`,
        origin: objective.origin,
        ...(objective.reason === undefined ? {} : { reason: objective.reason }),
      },
      ...found.map(({ parameter }) => parameter),
      ...load.parameters,
    ],
    notUsed: [
      // `6061` names a grade.
      ...wording.unusedFigures().filter(({ text }) => mentionedMaterials(materials, text).length === 0),
      ...Object.keys(specifications)
        .filter((name) => !known.has(name))
        .slice(0, 20)
        .map((name) => ({
          text: name.slice(0, 60),
          reason: 'a material selection has no such specification',
        })),
    ],
  };
}

interface Found {
  readonly parameter: Parameter;
  readonly screen: Screen;
}

function figures(request: EngineeringRequest, wording: Wording): Found[] {
  return figureLimits.flatMap(({ name, units, before, check }) => {
    const field = amountField(request, name, units);
    const said = wording.take(units, before);
    const amount = field ?? (said === null ? null : { value: said, origin: 'message' });
    if (amount === null) return [];
    const [unit = ''] = Object.keys(units);
    const value = Number(amount.value.toPrecision(5));
    return [
      {
        parameter: { name, value, unit, origin: amount.origin },
        screen: (material: Material) => check(material, value),
      },
    ];
  });
}

function process(request: EngineeringRequest): Found | null {
  const named = wordOf(request, 'process');
  const found = processIn(named === '' ? request.data.message : named);
  if (found === null) {
    if (named === '') return null;
    throw fieldRefusal(
      'specifications.process',
      `"${named.slice(0, 60)}" is no process I know; known are ${knownProcesses.join(', ')}`,
    );
  }
  const origin = named === '' ? 'message' : 'specifications.process';
  return {
    parameter: { name: 'process', value: found.title, origin },
    screen: ({ processes }) =>
      processes.includes(found.id)
        ? null
        : `is made by ${processes.map(processInSentence).join(', ')}, not by ${processInSentence(found.id)}`,
  };
}

function family(request: EngineeringRequest, materials: readonly Material[]): Found | null {
  const named = wordOf(request, 'family');
  const found = classIn(named === '' ? request.data.message : named, materials);
  if (found === null) {
    if (named === '') return null;
    throw fieldRefusal(
      'specifications.family',
      `"${named.slice(0, 60)}" is no class of materials and no grade; known classes are ${classNames.join(', ')}`,
    );
  }
  const origin = named === '' ? 'message' : 'specifications.family';
  return {
    parameter: { name: 'family', value: found.name, origin },
    screen: (material) => (found.has(material) ? null : `is no ${found.name}`),
  };
}

function required(request: EngineeringRequest): Found[] {
  const said = request.data.specifications?.['requirements'];
  const list = Array.isArray(said) ? said.map(String).join(', ') : wordOf(request, 'requirements');
  for (const one of list
    .split(/[,;]/)
    .map((word) => word.trim())
    .filter((word) => word !== ''))
    if (!requirements.some(({ id, words }) => id === one || words.test(one)))
      throw fieldRefusal(
        'specifications.requirements',
        `"${one.slice(0, 60)}" cannot be judged; known are ${requirements.map(({ id }) => id).join(', ')}`,
      );
  return requirements.flatMap(({ id, words, check }) => {
    const isField = list.includes(id) || words.test(list);
    if (!isField && !words.test(request.data.message)) return [];
    const origin = isField ? 'specifications.requirements' : 'message';
    return [{ parameter: { name: 'requirement', value: id.replaceAll('_', ' '), origin }, screen: check }];
  });
}

function readLoad(
  request: EngineeringRequest,
  wording: Wording,
): { value: LoadCase | null; parameters: Parameter[] } {
  const read = (name: string, units: Units, before = ''): Parameter | null => {
    const field = positiveField(request, name, units);
    const said = wording.take(units, before);
    const amount = field ?? (said === null ? null : { value: said, origin: 'message' });
    return amount === null
      ? null
      : { name, value: amount.value, unit: Object.keys(units)[0] ?? '', origin: amount.origin };
  };
  const deflection = read('max_deflection', lengths, '\\bdeflect\\w*\\b[^\\d;]{0,30}');
  const force = read('load', forces);
  const length = read('length', lengths);
  const parameters = [force, length, deflection].flatMap((one) => one ?? []);
  if (force === null || length === null) return { value: null, parameters };
  const value = {
    forceN: Number(force.value),
    lengthMm: Number(length.value),
    deflectionMm: deflection === null ? null : Number(deflection.value),
  };
  return { value, parameters };
}
