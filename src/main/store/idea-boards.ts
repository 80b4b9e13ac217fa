// The idea_boards table, and which messages were written from an answer's ideas.
import { z } from 'zod';
import { emptyBoard, type IdeaBoard, ideaBoardSchema, type IdeaUse } from '../../shared/model/idea-board.ts';
import { newMessageSchema } from '../../shared/model/new-message.ts';
import { jsonColumn } from './column.ts';
import type { Store } from './open-store.ts';
import { statement } from './statement.ts';

const boardSchema = z.object({ board: jsonColumn(ideaBoardSchema) });

/** The board of an answer; an untouched one is empty. */
export function findBoard(store: Store, resultId: string): IdeaBoard {
  const row = statement(store, 'SELECT board FROM idea_boards WHERE result_id = ?').get(resultId);
  return row === undefined ? emptyBoard : boardSchema.parse(row).board;
}

export function putBoard(
  store: Store,
  { resultId, board, at }: { readonly resultId: string; readonly board: IdeaBoard; readonly at: string },
): void {
  statement(
    store,
    `INSERT INTO idea_boards (result_id, board, changed_at) VALUES (@resultId, @board, @at)
     ON CONFLICT (result_id) DO UPDATE SET board = excluded.board, changed_at = excluded.changed_at`,
  ).run({ resultId, board: JSON.stringify(board), at });
}

const useSchema = z.object({
  id: z.string(),
  room_id: z.string(),
  text: z.string(),
  created_at: z.string(),
  request: jsonColumn(newMessageSchema),
});

/** Messages of a room that were written from ideas of this answer, oldest first; cancelled ones are none. */
export function usesOfIdeas(store: Store, roomId: string, resultId: string): IdeaUse[] {
  return statement(
    store,
    `SELECT id, room_id, text, created_at, request FROM messages
     WHERE room_id = @roomId AND request IS NOT NULL AND json_extract(request, '$.idea.resultId') = @resultId
       AND coalesce(json_extract(delivery, '$.state'), '') <> 'cancelled'
     ORDER BY seq`,
  )
    .all({ roomId, resultId })
    .flatMap((row) => {
      const { id, room_id: room, text, created_at: createdAt, request } = useSchema.parse(row);
      if (request.idea === null) return [];
      return [{ ideaId: request.idea.id, messageId: id, roomId: room, kind: request.kind, text, createdAt }];
    });
}
