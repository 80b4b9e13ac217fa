// Calls about the language model.
import { checkModel } from '../model/check-model.ts';
import type { Services } from '../workstation/services.ts';
import type { HandlersOf } from './handlers.ts';

export function modelHandlers({ model }: Services): HandlersOf<'model'> {
  return {
    'model.get': () => model.view(),
    'model.set': (change) => model.set(change),
    'model.check': ({ baseUrl, name, apiKey }) =>
      checkModel({ baseUrl, name }, apiKey ?? model.keyFor(baseUrl)),
  };
}
