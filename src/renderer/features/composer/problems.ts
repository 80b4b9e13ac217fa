// What is wrong with a draft, field by field: found here before saving, or named by the server that refused it.
import type { ServerRefusal } from '../../../shared/model/message.ts';
import { newMessageSchema } from '../../../shared/model/new-message.ts';
import { specificationFields } from './engineering-forms.ts';
import { type Destination, type Draft, type Fields, toRequest } from './draft.ts';

/** One sentence per field; `whole` is for what names no field of the form, `spec:NAME` for a specification. */
export type Problems = Partial<
  Record<keyof Fields | 'text' | 'attachments' | 'whole' | `spec:${string}`, string>
>;

const fieldOfPath: Readonly<Record<string, keyof Problems>> = {
  message: 'text',
  query: 'text',
  text: 'text',
  attached_files: 'attachments',
  fileIds: 'attachments',
  constraints: 'constraints',
  industry: 'industry',
  target_market: 'targetMarket',
  doc_type: 'docType',
  docType: 'docType',
  sections: 'sections',
  document_format: 'format',
  format: 'format',
  engineering_type: 'engineeringType',
  engineeringType: 'engineeringType',
  specifications: 'otherSpecifications',
};

/** Checks a draft as main will; an empty record means it can be saved. */
export function problemsOf(draft: Draft, to: Destination): Problems {
  const problems: Problems = {};
  const parsed = newMessageSchema.safeParse(toRequest(draft, to));
  for (const issue of parsed.success ? [] : parsed.error.issues) {
    problems[fieldOf(issue.path, draft)] ??= sentence(issue.message);
  }
  const failed = draft.attachments.find((attached) => attached.state === 'failed');
  if (failed?.state === 'failed') problems.attachments ??= `${failed.reason} Remove it or attach it again.`;
  return problems;
}

/** Puts each of the server's errors beside the field it names. */
export function problemsOfRefusal(refusal: ServerRefusal, draft: Draft): Problems {
  const problems: Problems = {};
  for (const error of refusal.errors) {
    const field = fieldOf(error.loc, draft);
    problems[field] = [problems[field], sentence(error.msg)].filter((part) => part !== undefined).join(' ');
  }
  if (refusal.errors.length === 0 || problems.whole !== undefined) {
    problems.whole = `The server refused this request: ${[sentence(refusal.message), problems.whole].filter(Boolean).join(' ')}`;
  }
  return problems;
}

function fieldOf(path: readonly PropertyKey[], { fields }: Draft): keyof Problems {
  const at = path.indexOf('specifications');
  const name = at === -1 ? undefined : path[at + 1];
  const asked = specificationFields(fields.engineeringType);
  if (typeof name === 'string' && asked.some((one) => one.name === name)) return `spec:${name}`;
  for (const part of path.toReversed()) {
    const field = fieldOfPath[String(part)];
    if (field !== undefined) return field;
  }
  return 'whole';
}

function sentence(text: string): string {
  const trimmed = text.trim();
  const start = trimmed.charAt(0).toUpperCase() + trimmed.slice(1);
  return /[.!?…]$/.test(start) ? start : `${start}.`;
}
