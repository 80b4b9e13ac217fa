// A text to read: its outline, the words that are looked for, and the paper itself.
import { ChevronDown, ChevronUp, ListTree, RefreshCw, Search } from 'lucide-react';
import { type ReactNode, type RefObject, useEffect, useMemo, useRef, useState } from 'react';
import { IconButton } from '../../ui/button.tsx';
import { MarkdownText } from '../../ui/markdown.tsx';
import { findPlaces, markPlaces } from './find-in-text.ts';
import { type Heading, outlineOf } from './outline.ts';

interface TextPaneProps {
  readonly text: string;
  readonly label: string;
  /** Buttons at the end of the bar. */
  readonly actions?: ReactNode;
  /** Makes a section anew; without it the outline only leads. */
  readonly onRemake?: (title: string) => void;
}

export function TextPane({ text, label, actions, onRemake }: TextPaneProps) {
  const paper = useRef<HTMLElement>(null);
  const outline = useMemo(() => outlineOf(text), [text]);
  const [hasOutline, setOutline] = useState(true);
  return (
    <div className="text-pane">
      <div className="text-bar" role="toolbar" aria-label="Document">
        <IconButton
          label={hasOutline ? 'Hide the outline' : 'Show the outline'}
          icon={<ListTree aria-hidden />}
          isPressed={hasOutline}
          onPress={() => setOutline(!hasOutline)}
        />
        <Finder paper={paper} text={text} />
        <span className="text-actions">{actions}</span>
      </div>
      <div className="text-body">
        {hasOutline && outline.length > 1 ? (
          <Outline outline={outline} paper={paper} onRemake={onRemake ?? null} />
        ) : null}
        <article className="paper" ref={paper} tabIndex={0} aria-label={label}>
          <MarkdownText text={text} />
        </article>
      </div>
    </div>
  );
}

function Finder({ paper, text }: { readonly paper: RefObject<HTMLElement | null>; readonly text: string }) {
  const [wanted, setWanted] = useState('');
  const [places, setPlaces] = useState<readonly Range[]>([]);
  const [current, setCurrent] = useState(0);
  useEffect(() => {
    setPlaces(paper.current === null ? [] : findPlaces(paper.current, wanted));
    setCurrent(0);
  }, [wanted, text, paper]);
  useEffect(() => {
    markPlaces(places, current);
    return () => markPlaces([], 0);
  }, [places, current]);
  const step = (by: 1 | -1): void => {
    if (places.length > 0) setCurrent((current + by + places.length) % places.length);
  };
  return (
    <span className="finder" role="search">
      <Search aria-hidden className="lucide" />
      <input
        type="search"
        className="input"
        aria-label="Find in this document"
        placeholder="Find"
        value={wanted}
        onChange={({ target }) => setWanted(target.value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter') step(event.shiftKey ? -1 : 1);
          if (event.key === 'Escape') setWanted('');
        }}
      />
      {wanted === '' ? null : (
        <>
          <span className="muted" role="status">
            {places.length === 0 ? 'not found' : `${current + 1} of ${places.length}`}
          </span>
          <IconButton label="Previous place" icon={<ChevronUp aria-hidden />} onPress={() => step(-1)} />
          <IconButton label="Next place" icon={<ChevronDown aria-hidden />} onPress={() => step(1)} />
        </>
      )}
    </span>
  );
}

interface OutlineProps {
  readonly outline: readonly Heading[];
  readonly paper: RefObject<HTMLElement | null>;
  readonly onRemake: ((title: string) => void) | null;
}

function Outline({ outline, paper, onRemake }: OutlineProps) {
  const show = (index: number): void =>
    paper.current?.querySelectorAll('h1, h2, h3, h4, h5, h6')[index]?.scrollIntoView({ block: 'start' });
  return (
    <nav className="outline" aria-label="Outline">
      <ol>
        {outline.map(({ level, title, line }, index) => (
          <li key={line} style={{ ['--level' as string]: level - 1 }}>
            <button type="button" className="outline-link one-line" title={title} onClick={() => show(index)}>
              {title}
            </button>
            {onRemake !== null && level === 2 && title !== 'Gaps' ? (
              <IconButton
                label={`Make “${title}” anew`}
                icon={<RefreshCw aria-hidden />}
                onPress={() => onRemake(title)}
                className="outline-remake"
              />
            ) : null}
          </li>
        ))}
      </ol>
    </nav>
  );
}
