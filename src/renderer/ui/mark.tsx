// A state as glyph and word: colour alone never says it.
import type { LucideIcon } from 'lucide-react';

export type Tone = 'neutral' | 'good' | 'wait' | 'bad' | 'accent';

interface MarkProps {
  readonly icon: LucideIcon;
  readonly tone: Tone;
  readonly children: string;
  readonly title?: string;
}

export function Mark({ icon: Icon, tone, children, title }: MarkProps) {
  return (
    <span className={`mark ${tone}`} title={title}>
      <Icon aria-hidden className="lucide" />
      <span>{children}</span>
    </span>
  );
}
