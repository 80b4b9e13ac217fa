// A short choice whose items are all in view.
import type { ReactNode } from 'react';
import { Radio, RadioGroup } from 'react-aria-components';

export interface Segment<T extends string> {
  readonly id: T;
  readonly title: string;
  readonly icon?: ReactNode;
}

interface SegmentedProps<T extends string> {
  readonly label: string;
  readonly value: T;
  readonly segments: readonly Segment<T>[];
  readonly onChange: (value: T) => void;
}

/** A radio group drawn as one bar. */
export function Segmented<T extends string>({ label, value, segments, onChange }: SegmentedProps<T>) {
  return (
    <RadioGroup
      aria-label={label}
      orientation="horizontal"
      className="segmented"
      value={value}
      onChange={(chosen) => onChange(chosen as T)}
    >
      {segments.map((segment) => (
        <Radio key={segment.id} value={segment.id} className="segment">
          {segment.icon}
          <span>{segment.title}</span>
        </Radio>
      ))}
    </RadioGroup>
  );
}
