// The language model Haitch may use, as main keeps it.
import type { CallInput } from '../../../shared/bridge/contract.ts';
import type { ModelCheck, ModelView } from '../../../shared/model/language-model.ts';
import type { Result } from '../../../shared/std/result.ts';
import { call, callOrReport } from '../../platform/bridge.ts';

/** What is kept; null after a failure that was reported. */
export function loadModel(): Promise<ModelView | null> {
  return callOrReport('model.get', {});
}

export function saveModel(change: CallInput<'model.set'>): Promise<Result<ModelView>> {
  return call('model.set', change);
}

/** Asks the model's server whether it is there and knows the model. */
export function checkModel(access: CallInput<'model.check'>): Promise<Result<ModelCheck>> {
  return call('model.check', access);
}
