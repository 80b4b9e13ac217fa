// The versions of a document: the list, and what each changed; any of them can be the newest again.
import { RotateCcw, X } from 'lucide-react';
import { useMemo, useState } from 'react';
import type { DocumentVersion } from '../../../shared/model/document-version.ts';
import { useNow } from '../../platform/use-now.ts';
import { Button, IconButton } from '../../ui/button.tsx';
import { count, shortTime } from '../../ui/words.ts';
import { saveVersion } from './document-work.ts';
import { type DiffLine, diffLines, type Piece } from './text-diff.ts';

interface VersionsPaneProps {
  readonly resultId: string;
  /** Oldest first. */
  readonly versions: readonly DocumentVersion[];
  readonly onClose: () => void;
}

export function VersionsPane({ resultId, versions, onClose }: VersionsPaneProps) {
  const now = useNow(60_000);
  const [chosenId, choose] = useState(versions.at(-1)?.id);
  const at = Math.max(
    0,
    versions.findIndex(({ id }) => id === chosenId),
  );
  const [chosen, before] = [versions[at], versions[at - 1]];
  const isNewest = at === versions.length - 1;
  if (chosen === undefined) return null;
  const restore = (): void => void saveVersion(resultId, chosen.text, `Back to version ${at + 1}`);
  return (
    <div className="text-pane">
      <div className="text-bar" role="toolbar" aria-label="Versions">
        <span className="secondary">
          Version {at + 1}: {chosen.note}
        </span>
        <span className="text-actions">
          {isNewest ? null : (
            <Button onPress={restore}>
              <RotateCcw aria-hidden className="lucide" />
              Make this the newest again
            </Button>
          )}
          <IconButton label="Back to reading" icon={<X aria-hidden />} onPress={onClose} />
        </span>
      </div>
      <div className="text-body">
        <nav className="outline" aria-label="Versions of the document">
          <ol>
            {versions
              .map((version, index) => ({ version, number: index + 1 }))
              .toReversed()
              .map(({ version, number }) => (
                <li key={version.id}>
                  <button
                    type="button"
                    className="outline-link one-line"
                    aria-current={version.id === chosen.id}
                    onClick={() => choose(version.id)}
                  >
                    {number}. {version.note}{' '}
                    <span className="muted">{shortTime(version.createdAt, now)}</span>
                  </button>
                </li>
              ))}
          </ol>
        </nav>
        <Changes before={before?.text ?? ''} after={chosen.text} isFirst={before === undefined} />
      </div>
    </div>
  );
}

/** Lines around a change that are shown with it. */
const context = 3;

function Changes({
  before,
  after,
  isFirst,
}: {
  readonly before: string;
  readonly after: string;
  readonly isFirst: boolean;
}) {
  const lines = useMemo(() => (isFirst ? [] : diffLines(before, after)), [before, after, isFirst]);
  if (isFirst) return <pre className="diff paper">{after}</pre>;
  const marks = { added: 0, removed: 0, same: 0 };
  for (const { kind } of lines) marks[kind] += 1;
  return (
    <div className="diff paper" tabIndex={0} role="group" aria-label="What changed">
      <p className="secondary">
        {count(marks.added, 'line')} added, {count(marks.removed, 'line')} removed
      </p>
      {lines.map((line, index) =>
        isNear(lines, index) ? (
          <DiffRow key={index} line={line} />
        ) : isNear(lines, index - 1) ? (
          <p key={index} className="diff-gap">
            ⋯
          </p>
        ) : null,
      )}
    </div>
  );
}

function isNear(lines: readonly DiffLine[], index: number): boolean {
  return lines.slice(Math.max(0, index - context), index + context + 1).some(({ kind }) => kind !== 'same');
}

const signs: Readonly<Record<Piece['kind'], string>> = { same: ' ', added: '+', removed: '−' };

function DiffRow({ line: { kind, text, words } }: { readonly line: DiffLine }) {
  return (
    <div className={`diff-line ${kind}`}>
      <span className="diff-sign" aria-hidden="true">
        {signs[kind]}
      </span>
      <span>
        {kind === 'same' ? null : <span className="vh">{kind}: </span>}
        {words === null
          ? text
          : words.map((piece, index) =>
              piece.kind === 'same' ? piece.text : <mark key={index}>{piece.text}</mark>,
            )}
      </span>
    </div>
  );
}
