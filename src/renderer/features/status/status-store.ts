// Connection, local engine and jobs, as main states them.
import { create } from 'zustand';
import type { ConnectionState, EngineState, Job } from '../../../shared/model/status.ts';
import { callOrReport, listen } from '../../platform/bridge.ts';

interface StatusState {
  readonly connection: ConnectionState | null;
  readonly engine: EngineState | null;
  readonly jobs: readonly Job[];
}

const empty: StatusState = { connection: null, engine: null, jobs: [] };
export const useStatus = create<StatusState>(() => empty);

/** Loads what is so and keeps it current until the returned function is called. */
export function startStatus(): () => void {
  const stops = [
    listen('connection.changed', (connection) => useStatus.setState({ connection })),
    listen('engine.changed', (engine) => useStatus.setState({ engine })),
    listen('job.changed', (job) => useStatus.setState(({ jobs }) => ({ jobs: withJob(jobs, job) }))),
    listen('profile.switched', () => void load()),
  ];
  void load();
  return () => {
    for (const stop of stops) stop();
  };
}

export async function retryConnection(): Promise<void> {
  const connection = await callOrReport('connection.retry', {});
  if (connection !== null) useStatus.setState({ connection });
}

export async function setOffline(offline: boolean): Promise<void> {
  const connection = await callOrReport('connection.setOffline', { offline });
  if (connection !== null) useStatus.setState({ connection });
}

export async function startEngine(): Promise<void> {
  const engine = await callOrReport('engine.start', {});
  if (engine !== null) useStatus.setState({ engine });
}

export async function stopEngine(): Promise<void> {
  const engine = await callOrReport('engine.stop', {});
  if (engine !== null) useStatus.setState({ engine });
}

export function cancelJob(id: string): void {
  void callOrReport('jobs.cancel', { id });
}

/** Jobs with one renewed; the newest first, at most thirty finished ones kept. */
export function withJob(jobs: readonly Job[], job: Job): Job[] {
  const known = jobs.some((other) => other.id === job.id);
  const next = known ? jobs.map((other) => (other.id === job.id ? job : other)) : [job, ...jobs];
  return next.slice(0, 30);
}

/** Jobs that are not over. */
export function activeJobs(jobs: readonly Job[]): Job[] {
  return jobs.filter((job) => job.state === 'running' || job.state === 'queued');
}

async function load(): Promise<void> {
  const [connection, engine, jobs] = await Promise.all([
    callOrReport('connection.get', {}),
    callOrReport('engine.get', {}),
    callOrReport('jobs.list', {}),
  ]);
  useStatus.setState({ connection, engine, jobs: jobs ?? [] });
}
