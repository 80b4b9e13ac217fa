// Fields that types about a model share: lengths as number or text.
import { readLength } from '../../cad/understand/read-length.ts';
import type { EngineeringRequest } from './engineering-type.ts';
import { fieldRefusal } from './field-refusal.ts';

/** A positive length of `specifications`, mm; null when it is absent. Refuses what is none, naming the field. */
export function lengthOf({ data }: EngineeringRequest, key: string): number | null {
  const said = data.specifications?.[key];
  if (said === undefined || said === null || said === '') return null;
  const mm = typeof said === 'number' ? said : typeof said === 'string' ? readLength(said) : null;
  if (mm !== null && Number.isFinite(mm) && mm > 0) return mm;
  throw fieldRefusal(`specifications.${key}`, `${quote(said)} is no positive length, such as 0.1 mm`);
}

/** A word of `specifications`, trimmed; empty when it is absent. */
export function wordOf({ data }: EngineeringRequest, key: string): string {
  const said = data.specifications?.[key];
  if (said === undefined || said === null) return '';
  if (typeof said === 'string' || typeof said === 'number') return String(said).trim();
  throw fieldRefusal(`specifications.${key}`, `${quote(said)} is no text`);
}

/** A file's name without folders and without its ending: what files made of it are named by. */
export function stemOf(name: string): string {
  const [last = ''] = name.split(/[/\\]/).slice(-1);
  return last.replace(/\.[^.]*$/, '') || 'model';
}

function quote(said: unknown): string {
  return `"${(typeof said === 'string' ? said : (JSON.stringify(said) ?? '')).slice(0, 60)}"`;
}
