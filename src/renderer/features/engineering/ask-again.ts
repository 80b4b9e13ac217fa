// A made part asked for again with other sizes: what was said stays said, what was assumed is assumed anew. Pure.
import { z } from 'zod';
import type { NewMessageInput } from '../../../shared/model/new-message.ts';
import type { Parameter } from '../../../shared/protocol/engineering-response.ts';
import type { EngineeringResult } from './model-choice.ts';

const operationsSchema = z.looseObject({ operations: z.array(z.looseObject({ said: z.string() })) });

/** Whether the result is a part of known parameters, which can be asked for again. */
export function canAskAgain({ body }: EngineeringResult): boolean {
  return body?.part_family !== undefined && (body.parameters ?? []).length > 0;
}

/** A parameter as a person edits it: `100 mm`, `4`, `Aluminium 6061-T6`. */
export function written({ value, unit }: Parameter): string {
  return unit === undefined ? String(value) : `${value} ${unit}`;
}

/** The request with the changed parameters, by name, as they were written. */
export function askAgain(
  { roomId, body, title }: EngineeringResult,
  changes: Readonly<Record<string, string>>,
): NewMessageInput {
  const parameters = body?.parameters ?? [];
  const kept = parameters.filter(({ name, origin }) => origin !== 'assumed' || changes[name] !== undefined);
  const operations = operationsSchema.safeParse(body).data?.operations ?? [];
  // The sizes stand in the specifications alone, so that nothing can disagree.
  const names = Object.keys(changes).map((name) => name.replaceAll('_', ' '));
  const head = `${body?.title ?? title}${names.length === 0 ? '' : ` with another ${names.join(', ')}`}`;
  return {
    kind: 'engineering',
    roomId,
    text: [head, ...operations.map(({ said }) => said)].join('; '),
    engineeringType: 'cad_generation',
    specifications: {
      part_family: body?.part_family ?? '',
      ...Object.fromEntries(
        kept.map((parameter) => [parameter.name, changes[parameter.name] ?? written(parameter)]),
      ),
    },
  };
}
