// A page of a room's story: messages with what belongs to them, and the gaps between.
import type { CallOutput, ParsedInput } from '../../shared/bridge/contract.ts';
import { gapsBetween } from '../store/gaps.ts';
import { pageOfMessages } from '../store/messages.ts';
import type { Store } from '../store/open-store.ts';
import { toMessage } from './assemble.ts';

/** The latest `limit` messages before a place, oldest first, and whether there are more. */
export function pageOfStory(
  store: Store,
  { roomId, beforeSeq, limit }: ParsedInput<'messages.page'>,
): CallOutput<'messages.page'> {
  const found = pageOfMessages(store, roomId, { beforeSeq, limit: limit + 1 });
  const hasMore = found.length > limit;
  const rows = hasMore ? found.slice(1) : found;
  const from = hasMore ? (rows[0]?.seq ?? 0) : 0;
  const to = beforeSeq === null ? Number.MAX_SAFE_INTEGER : beforeSeq - 1;
  return {
    messages: rows.map((row) => toMessage(store, row)),
    gaps: gapsBetween(store, roomId, { from, to }),
    hasMore,
  };
}
