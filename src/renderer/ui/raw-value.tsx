// A value as it came over the wire, folded away until someone wants it.
import { ChevronRight } from 'lucide-react';

export function RawValue({ title, value }: { readonly title: string; readonly value: unknown }) {
  return (
    <details className="raw">
      <summary>
        <ChevronRight aria-hidden className="lucide" />
        {title}
      </summary>
      <pre>{typeof value === 'string' ? value : JSON.stringify(value, null, 2)}</pre>
    </details>
  );
}
