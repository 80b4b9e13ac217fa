// The status bar tells the truth in words: connection, queue, jobs, the last failure, unit, time. Pressing a word explains it.
import { Circle, CircleAlert, CircleDashed, CircleDot, Cpu, X } from 'lucide-react';
import { queueInWords, useQueue } from '../features/queue/index.ts';
import { activeProfile, changeSettings, useSettings } from '../features/settings/index.ts';
import { activeJobs, connectionWords, useStatus } from '../features/status/index.ts';
import { dismissFailure, useFailure } from '../platform/failure-store.ts';
import { useNow } from '../platform/use-now.ts';
import { IconButton } from '../ui/button.tsx';
import { clockTime, count } from '../ui/words.ts';
import { toggleSide } from './layout-store.ts';

const glyphs = {
  good: CircleDot,
  wait: CircleDashed,
  bad: CircleAlert,
  neutral: Circle,
  accent: Circle,
} as const;

export function StatusBar() {
  const now = useNow(1000);
  const { connection, jobs } = useStatus();
  const counts = useQueue((state) => state.counts);
  const settings = useSettings();
  const { failure } = useFailure();
  const server = activeProfile(settings)?.name ?? 'Workstation';
  const words = connectionWords(connection, server, now);
  const Glyph = glyphs[words.tone];
  const running = activeJobs(jobs);
  const [first] = running;
  const { lengthUnit } = settings.settings;
  return (
    <section className="status-bar" aria-label="Status bar">
      <button type="button" className={`status-word ${words.tone}`} onClick={() => toggleSide('connection')}>
        <Glyph aria-hidden className="lucide" />
        {words.short}
      </button>
      <button type="button" className="status-word" onClick={() => toggleSide('queue')}>
        <CircleDashed aria-hidden className="lucide" />
        {queueInWords(counts, now)}
      </button>
      {first === undefined ? null : (
        <button type="button" className="status-word" onClick={() => toggleSide('jobs')}>
          <Cpu aria-hidden className="lucide" />
          {running.length === 1 ? first.title : count(running.length, 'job')}
          {first.progress === null ? '' : ` ${Math.round(first.progress * 100)} %`}
        </button>
      )}
      {failure === null ? null : (
        <span className="status-failure" role="alert">
          <CircleAlert aria-hidden className="lucide" />
          <span className="one-line">{failure.message}</span>
          <IconButton label="Dismiss" icon={<X aria-hidden />} onPress={dismissFailure} />
        </span>
      )}
      <span className="status-gap" />
      <button
        type="button"
        className="status-word"
        aria-label={`Lengths in ${lengthUnit}; change`}
        onClick={() => void changeSettings({ lengthUnit: lengthUnit === 'mm' ? 'in' : 'mm' })}
      >
        {lengthUnit}
      </button>
      <time className="status-time">{clockTime(now)}</time>
    </section>
  );
}
