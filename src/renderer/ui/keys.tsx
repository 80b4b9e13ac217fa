// A key combination drawn as caps.
import { keyCaps } from './command.ts';

export function Keys({ keys }: { readonly keys: string }) {
  return (
    <span className="keys">
      {keyCaps(keys).map((cap) => (
        <kbd key={cap}>{cap}</kbd>
      ))}
    </span>
  );
}
