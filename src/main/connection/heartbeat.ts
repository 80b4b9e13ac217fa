// Is the other end still there? Judged by what was heard, of whatever kind; a ping only asks when it is quiet.

/** How often the connection looks, milliseconds. */
export const pulseMs = 5_000;
/** Quiet for this long: ask. */
const quietMs = 20_000;
/** Nothing heard for this long: gone. */
export const deadMs = 45_000;
/** A pulse this late means that the machine slept. */
const sleptMs = 15_000;

export interface Traffic {
  /** When anything last arrived, milliseconds since the epoch. */
  readonly heardAt: number;
  /** When a ping last left. */
  readonly pingedAt: number;
}

/** What to do about an open socket now. */
export function judgeTraffic({ heardAt, pingedAt }: Traffic, now: number): 'wait' | 'ping' | 'dead' {
  if (now - heardAt >= deadMs) return 'dead';
  return now - Math.max(heardAt, pingedAt) >= quietMs ? 'ping' : 'wait';
}

/** Whether the clock jumped between two pulses: the machine slept, or its clock was set. Old sockets are void then. */
export function hasSlept(lastPulseAt: number, now: number): boolean {
  return now - lastPulseAt >= pulseMs + sleptMs || now < lastPulseAt - sleptMs;
}
