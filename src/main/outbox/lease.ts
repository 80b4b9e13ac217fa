// Leases: a claim names the run of the program and the socket, so that a claim of the past is recognised as void.

/** The name of the claim of one socket in one run. */
export function leaseName(bootId: string, socketId: string): string {
  return `${bootId}/${socketId}`;
}

/** What becomes of an entry whose lease is void: the socket that took it is gone. */
export type Recovery = 'send-again' | 'look-in-history' | 'ask';

/**
 * Re-sending is safe where the server drops a second message of the same id and the id travels with it; else the
 * history tells; else only a person can decide.
 */
export function recoveryOf(facts: {
  readonly deduplicates: boolean;
  readonly idTravels: boolean;
  readonly hasHistory: boolean;
}): Recovery {
  if (facts.deduplicates && facts.idTravels) return 'send-again';
  return facts.hasHistory && facts.idTravels ? 'look-in-history' : 'ask';
}
