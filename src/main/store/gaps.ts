// The gaps table: stretches of a room's story that the server could not give us.
import { z } from 'zod';
import type { Gap } from '../../shared/model/message.ts';
import type { Store } from './open-store.ts';
import { statement } from './statement.ts';

const rowSchema = z
  .object({ room_id: z.string(), after_seq: z.number(), at: z.string(), reason: z.string() })
  .transform(
    (row): Gap => ({ roomId: row.room_id, afterSeq: row.after_seq, at: row.at, reason: row.reason }),
  );

/** Marks a gap; false when there is one at that place. */
export function addGap(store: Store, gap: Gap): boolean {
  const { changes } = statement(
    store,
    `INSERT INTO gaps (room_id, after_seq, at, reason) VALUES (@roomId, @afterSeq, @at, @reason)
     ON CONFLICT DO NOTHING`,
  ).run(gap);
  return changes > 0;
}

/** Gaps of a room between two places. */
export function gapsBetween(
  store: Store,
  roomId: string,
  range: { readonly from: number; readonly to: number },
): Gap[] {
  return statement(
    store,
    'SELECT * FROM gaps WHERE room_id = @roomId AND after_seq BETWEEN @from AND @to ORDER BY after_seq',
  )
    .all({ ...range, roomId })
    .map((row) => rowSchema.parse(row));
}
