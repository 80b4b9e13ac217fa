// What changes outside of the open session, announced on the same channel.
import type { Services } from './services.ts';

/** Forwards for as long as the workstation lives. */
export function forwardEvents({ active, settings, profiles, engine, jobs }: Services): void {
  const { events } = active;
  settings.changed.on((payload) => events.emit({ name: 'settings.changed', payload }));
  profiles.changed.on((payload) => events.emit({ name: 'profiles.changed', payload }));
  engine.changed.on((payload) => events.emit({ name: 'engine.changed', payload }));
  jobs.changed.on((payload) => events.emit({ name: 'job.changed', payload }));
}
