// Migration 1: rooms with their messages, the outbox, files by content, results, and what stands outside of rooms.

export const roomsMessagesOutbox = {
  version: 1,
  sql: `
    CREATE TABLE products (id TEXT PRIMARY KEY, name TEXT NOT NULL) STRICT;

    CREATE TABLE rooms (
      id TEXT PRIMARY KEY,
      title TEXT NOT NULL,
      product_id TEXT REFERENCES products (id),
      created_at TEXT NOT NULL,
      last_activity_at TEXT,
      last_preview TEXT NOT NULL DEFAULT '',
      last_seq INTEGER NOT NULL DEFAULT 0,
      unread INTEGER NOT NULL DEFAULT 0,
      waiting INTEGER NOT NULL DEFAULT 0,
      history_after TEXT,
      draft TEXT NOT NULL DEFAULT ''
    ) STRICT;

    CREATE TABLE messages (
      id TEXT PRIMARY KEY,
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
    CREATE UNIQUE INDEX messages_by_wire_id ON messages (room_id, wire_id) WHERE wire_id IS NOT NULL;
    CREATE INDEX messages_streaming ON messages (room_id) WHERE streaming = 1;

    CREATE TABLE files (
      id TEXT PRIMARY KEY,
      name TEXT NOT NULL,
      media_type TEXT NOT NULL,
      size_bytes INTEGER,
      state TEXT NOT NULL CHECK (state IN ('stored', 'awaited', 'missing')),
      sha256 TEXT,
      expected_sha256 TEXT,
      reason TEXT NOT NULL DEFAULT '',
      remote_id TEXT,
      source TEXT,
      room_id TEXT,
      created_at TEXT NOT NULL,
      CHECK (state <> 'stored' OR sha256 IS NOT NULL)
    ) STRICT;
    CREATE INDEX files_by_room ON files (room_id, created_at);
    CREATE INDEX files_by_remote_id ON files (remote_id) WHERE remote_id IS NOT NULL;
    CREATE INDEX files_awaited ON files (created_at) WHERE state = 'awaited';

    CREATE TABLE message_files (
      message_id TEXT NOT NULL REFERENCES messages (id),
      position INTEGER NOT NULL,
      file_id TEXT NOT NULL REFERENCES files (id),
      PRIMARY KEY (message_id, position)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX message_files_by_file ON message_files (file_id);

    CREATE TABLE outbox (
      message_id TEXT PRIMARY KEY REFERENCES messages (id),
      room_id TEXT NOT NULL REFERENCES rooms (id),
      code TEXT NOT NULL,
      position INTEGER NOT NULL,
      state TEXT NOT NULL CHECK (state IN ('waiting', 'sent', 'unconfirmed', 'quarantined')),
      attempts INTEGER NOT NULL DEFAULT 0,
      handed INTEGER NOT NULL DEFAULT 0,
      retry_at INTEGER NOT NULL DEFAULT 0,
      last_error TEXT NOT NULL DEFAULT '',
      lease TEXT,
      sent_at INTEGER,
      refusal TEXT,
      created_at TEXT NOT NULL,
      CHECK ((state = 'sent') = (lease IS NOT NULL)),
      CHECK ((state = 'quarantined') = (refusal IS NOT NULL))
    ) STRICT;
    CREATE UNIQUE INDEX outbox_by_position ON outbox (position);
    CREATE INDEX outbox_by_lane ON outbox (room_id, position);
    CREATE INDEX outbox_by_state ON outbox (state, position);
    CREATE TRIGGER outbox_added AFTER INSERT ON outbox BEGIN
      UPDATE rooms SET waiting = waiting + 1 WHERE id = new.room_id;
    END;
    CREATE TRIGGER outbox_removed AFTER DELETE ON outbox BEGIN
      UPDATE rooms SET waiting = waiting - 1 WHERE id = old.room_id;
    END;

    CREATE TABLE open_requests (
      message_id TEXT PRIMARY KEY REFERENCES messages (id),
      room_id TEXT NOT NULL,
      response_code TEXT NOT NULL,
      heard_at INTEGER NOT NULL
    ) STRICT;
    CREATE INDEX open_requests_by_room ON open_requests (room_id, response_code);

    CREATE TABLE results (
      id TEXT PRIMARY KEY,
      room_id TEXT NOT NULL REFERENCES rooms (id),
      kind TEXT NOT NULL,
      request_message_id TEXT,
      answer_message_id TEXT NOT NULL REFERENCES messages (id),
      title TEXT NOT NULL,
      text TEXT NOT NULL,
      created_at TEXT NOT NULL,
      raw TEXT NOT NULL
    ) STRICT;
    CREATE INDEX results_by_room ON results (room_id, created_at);
    CREATE INDEX results_by_answer ON results (answer_message_id);

    CREATE TABLE gaps (
      room_id TEXT NOT NULL REFERENCES rooms (id),
      after_seq INTEGER NOT NULL,
      at TEXT NOT NULL,
      reason TEXT NOT NULL,
      PRIMARY KEY (room_id, after_seq)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE notices (
      id TEXT PRIMARY KEY,
      kind TEXT NOT NULL,
      title TEXT NOT NULL,
      text TEXT NOT NULL,
      priority TEXT NOT NULL,
      action_url TEXT,
      created_at TEXT NOT NULL,
      read INTEGER NOT NULL DEFAULT 0
    ) STRICT;
    CREATE INDEX notices_by_time ON notices (created_at);

    CREATE TABLE frame_log (
      id INTEGER PRIMARY KEY AUTOINCREMENT,
      at TEXT NOT NULL,
      reason TEXT NOT NULL,
      text TEXT NOT NULL
    ) STRICT;
  `,
} as const;
