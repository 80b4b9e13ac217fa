// Findings of a check: what is broken first, each leading to its place on the model; what holds and what was not checked below.
import { CircleAlert, CircleCheck, CircleDashed, Info, TriangleAlert } from 'lucide-react';
import { useState } from 'react';
import type { Finding } from '../../../shared/protocol/engineering-response.ts';
import { Mark, type Tone } from '../../ui/mark.tsx';
import type { LengthUnit } from '../../viewer/index.ts';
import { figureOf, placeOf } from './finding-words.ts';
import { shownViewer } from './viewer-handle.ts';

const looks = {
  error: { icon: CircleAlert, tone: 'bad', word: 'Error' },
  warning: { icon: TriangleAlert, tone: 'wait', word: 'Warning' },
  info: { icon: Info, tone: 'neutral', word: 'Note' },
  passed: { icon: CircleCheck, tone: 'good', word: 'Passed' },
  not_checked: { icon: CircleDashed, tone: 'neutral', word: 'Not checked' },
} as const satisfies Record<Finding['severity'], { icon: unknown; tone: Tone; word: string }>;

interface FindingsProps {
  readonly findings: readonly Finding[];
  readonly unit: LengthUnit;
}

export function Findings({ findings, unit }: FindingsProps) {
  const [shownId, setShownId] = useState<string | null>(null);
  if (findings.length === 0) return null;
  const broken = findings.filter(({ severity }) => severity === 'error' || severity === 'warning');
  const rest = findings.filter((finding) => !broken.includes(finding));
  const show = (finding: Finding): void => {
    const place = placeOf(finding);
    setShownId(finding.id);
    if (place !== null) shownViewer()?.flyTo(place);
  };
  return (
    <section className="facts-section">
      <h3>Findings</h3>
      {broken.length === 0 ? <p>Nothing speaks against it in what was checked.</p> : null}
      <ul className="findings" aria-label="Findings">
        {broken.map((finding) => (
          <li key={finding.id}>
            <button
              type="button"
              className="finding"
              aria-pressed={shownId === finding.id}
              onClick={() => show(finding)}
            >
              <Head finding={finding} unit={unit} />
              {finding.suggestion === undefined ? null : (
                <span className="finding-advice">{finding.suggestion}</span>
              )}
              <Source finding={finding} />
            </button>
          </li>
        ))}
      </ul>
      {rest.length === 0 ? null : (
        <details className="findings-rest">
          <summary>{restWords(rest)}</summary>
          <ul className="findings" aria-label="Rules that hold or were not checked">
            {rest.map((finding) => (
              <li key={finding.id} className="finding">
                <Head finding={finding} unit={unit} />
                <Source finding={finding} />
              </li>
            ))}
          </ul>
        </details>
      )}
    </section>
  );
}

function Head({ finding, unit }: { readonly finding: Finding; readonly unit: LengthUnit }) {
  const { icon, tone, word } = looks[finding.severity];
  const { measured, limit } = figureOf(finding, unit);
  return (
    <>
      <span className="finding-head">
        <Mark icon={icon} tone={tone} title={word}>
          {finding.title.replace(/: (?:within the limit|not checked)$/, '')}
        </Mark>
        {measured === null ? null : <span className="mono">{measured}</span>}
      </span>
      {limit === null ? null : <span className="muted">Limit {limit}</span>}
    </>
  );
}

function Source({ finding }: { readonly finding: Finding }) {
  const note = typeof finding['note'] === 'string' ? finding['note'] : null;
  const parts = [note, finding.source].filter((part) => part !== null && part !== undefined);
  return parts.length === 0 ? null : <span className="finding-source">{parts.join('. ')}</span>;
}

function restWords(rest: readonly Finding[]): string {
  const of = (severity: Finding['severity']): number =>
    rest.filter((finding) => finding.severity === severity).length;
  const parts = [
    `${of('passed')} passed`,
    of('info') === 0 ? '' : `${of('info')} at the limit`,
    of('not_checked') === 0 ? '' : `${of('not_checked')} not checked`,
  ];
  return parts.filter((part) => part !== '').join(', ');
}
