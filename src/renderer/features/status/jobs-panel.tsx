// Work in progress on this machine, and what became of the last of it.
import { Cpu } from 'lucide-react';
import type { Job } from '../../../shared/model/status.ts';
import { Button } from '../../ui/button.tsx';
import { Empty } from '../../ui/empty.tsx';
import { cancelJob, useStatus } from './status-store.ts';

const stateWords: Readonly<Record<Job['state'], string>> = {
  queued: 'Queued',
  running: 'Running',
  done: 'Done',
  failed: 'Failed',
  cancelled: 'Cancelled',
};

export function JobsPanel() {
  const jobs = useStatus((state) => state.jobs);
  if (jobs.length === 0) {
    return (
      <Empty icon={<Cpu />} title="No jobs">
        Opening a STEP file or another heavy task shows here, with its progress and a way to stop it.
      </Empty>
    );
  }
  return (
    <ul className="jobs">
      {jobs.map((job) => (
        <JobRow key={job.id} job={job} />
      ))}
    </ul>
  );
}

function JobRow({ job }: { readonly job: Job }) {
  const isActive = job.state === 'running' || job.state === 'queued';
  const percent = job.progress === null ? null : Math.round(job.progress * 100);
  return (
    <li className="job">
      <p className="job-head">
        <span className="one-line">{job.title}</span>
        {isActive ? (
          <Button look="quiet" label={`Cancel job: ${job.title}`} onPress={() => cancelJob(job.id)}>
            Cancel
          </Button>
        ) : null}
      </p>
      <p className="muted">
        {stateWords[job.state]}
        {percent === null || !isActive ? '' : ` ${percent} %`}
        {job.stage === '' || !isActive ? '' : ` · ${job.stage}`}
        {job.reason === null ? '' : `: ${job.reason}`}
      </p>
      {isActive ? (
        <div
          className={`bar ${percent === null ? 'unknown' : ''}`}
          role="progressbar"
          aria-label={job.title}
          {...(percent === null
            ? {}
            : { 'aria-valuemin': 0, 'aria-valuemax': 100, 'aria-valuenow': percent })}
        >
          <span style={{ width: `${percent ?? 30}%` }} />
        </div>
      ) : null}
    </li>
  );
}
