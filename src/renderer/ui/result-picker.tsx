// The answers of one kind in a room, newest first, to choose one from.
import { ListBox, ListBoxItem } from 'react-aria-components';
import { useNow } from '../platform/use-now.ts';
import { shortTime } from './words.ts';

interface Pickable {
  readonly id: string;
  readonly title: string;
  readonly createdAt: string;
}

interface ResultPickerProps {
  readonly label: string;
  readonly results: readonly Pickable[];
  readonly chosenId: string;
  readonly onChoose: (id: string) => void;
}

export function ResultPicker({ label, results, chosenId, onChoose }: ResultPickerProps) {
  const now = useNow(60_000);
  return (
    <ListBox
      aria-label={label}
      className="picker"
      items={results}
      selectionMode="single"
      disallowEmptySelection
      selectedKeys={[chosenId]}
      onSelectionChange={(keys) => {
        const [key] = keys === 'all' ? [] : [...keys];
        if (key !== undefined) onChoose(String(key));
      }}
    >
      {(result) => (
        <ListBoxItem id={result.id} textValue={result.title} className="picker-row">
          <span className="one-line">{result.title}</span>
          <span className="muted">{shortTime(result.createdAt, now)}</span>
        </ListBoxItem>
      )}
    </ListBox>
  );
}
