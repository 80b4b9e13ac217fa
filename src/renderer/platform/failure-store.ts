// The last failure that has no better place: the status line shows it until it is dismissed or succeeded by another.
import { create } from 'zustand';
import type { Failure } from '../../shared/std/result.ts';

interface FailureState {
  readonly failure: Failure | null;
}

export const useFailure = create<FailureState>(() => ({ failure: null }));

/** Shows a failure in the status line. */
export function reportFailure(failure: Failure): void {
  useFailure.setState({ failure });
}

export function dismissFailure(): void {
  useFailure.setState({ failure: null });
}
