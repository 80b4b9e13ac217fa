// A request that Haitch drafted in an answer's `proposal`: nothing is done until the person sends it.

export interface Proposal {
  readonly code: 'engineering' | 'documentation' | 'idea';
  readonly data: Record<string, unknown>;
}
