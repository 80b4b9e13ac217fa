// Migration 4: messages get numbers of their own. The search index names messages by number, and VACUUM may change numbers that are only implied.

export const messageNumbers = {
  version: 4,
  sql: `
    CREATE TABLE numbered_messages (
      rowid INTEGER PRIMARY KEY,
      id TEXT NOT NULL UNIQUE,
      room_id TEXT NOT NULL REFERENCES rooms (id),
      seq INTEGER NOT NULL,
      wire_id TEXT,
      kind TEXT NOT NULL,
      author_id TEXT NOT NULL,
      is_own INTEGER NOT NULL,
      text TEXT NOT NULL,
      reply_to TEXT,
      created_at TEXT NOT NULL,
      request TEXT,
      sources TEXT NOT NULL DEFAULT '[]',
      streaming INTEGER NOT NULL DEFAULT 0,
      response_code TEXT,
      delivery TEXT,
      raw TEXT,
      UNIQUE (room_id, seq)
    ) STRICT;
    -- The numbers stay as they are, so that the index stays true.
    INSERT INTO numbered_messages (rowid, id, room_id, seq, wire_id, kind, author_id, is_own, text, reply_to,
        created_at, request, sources, streaming, response_code, delivery, raw)
      SELECT rowid, id, room_id, seq, wire_id, kind, author_id, is_own, text, reply_to,
        created_at, request, sources, streaming, response_code, delivery, raw FROM messages ORDER BY rowid;
    DROP TABLE messages;
    ALTER TABLE numbered_messages RENAME TO messages;
    CREATE UNIQUE INDEX messages_by_wire_id ON messages (room_id, wire_id) WHERE wire_id IS NOT NULL;
    CREATE INDEX messages_streaming ON messages (room_id) WHERE streaming = 1;
    CREATE TRIGGER message_search_update AFTER UPDATE OF text ON messages
    WHEN old.rowid <= (SELECT indexed_to FROM search_progress) AND old.text <> new.text
    BEGIN
      INSERT INTO message_search (message_search, rowid, text) VALUES ('delete', old.rowid, old.text);
      INSERT INTO message_search (rowid, text) VALUES (new.rowid, new.text);
    END;
    CREATE TRIGGER message_search_delete AFTER DELETE ON messages
    WHEN old.rowid <= (SELECT indexed_to FROM search_progress)
    BEGIN
      INSERT INTO message_search (message_search, rowid, text) VALUES ('delete', old.rowid, old.text);
    END;
  `,
} as const;
