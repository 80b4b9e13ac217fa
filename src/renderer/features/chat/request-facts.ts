// What a request asked for besides its words, as a few short facts.
import type { NewMessage } from '../../../shared/model/new-message.ts';
import { asWords } from '../../ui/words.ts';

/** Short facts of a request, in the order of the form. */
export function requestFacts(request: NewMessage): string[] {
  switch (request.kind) {
    case 'chat':
      return [];
    case 'haitch_chat':
      return [...request.constraints.map(asWords), request.industry].filter(isSaid);
    case 'idea':
      return [
        ...request.constraints.map(asWords),
        request.targetMarket === '' ? '' : `for ${asWords(request.targetMarket).toLowerCase()}`,
      ].filter(isSaid);
    case 'documentation':
      return [
        asWords(request.docType),
        asWords(request.format),
        ...request.sections.map(asWords),
        request.includeCosts ? 'with costs' : '',
        request.includeSuppliers ? 'with suppliers' : '',
      ].filter(isSaid);
    case 'engineering':
      return [
        asWords(request.engineeringType),
        ...Object.entries(request.specifications).map(([name, value]) =>
          ['dimensions', 'material'].includes(name)
            ? value
            : `${asWords(name).toLowerCase()}: ${asWords(value).toLowerCase()}`,
        ),
      ].filter(isSaid);
  }
}

function isSaid(fact: string): boolean {
  return fact.trim() !== '';
}
