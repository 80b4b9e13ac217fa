// A refusal of one field, in words and as the validation error beside the field.
import { DeskRefusal } from '../desk.ts';

/** `field` is the path below `data`, such as `specifications.material`; `message` has no full stop. */
export function fieldRefusal(field: string, message: string): DeskRefusal {
  return new DeskRefusal('ENGINEERING_ERROR', `data.${field}: ${message}.`, [
    { loc: ['data', ...field.split('.')], msg: message, type: 'value_error' },
  ]);
}
