// Migration 1: rooms with their frames in order, requests by message id, files by content.

export const roomsFramesRequestsFiles = {
  version: 1,
  sql: `
    CREATE TABLE settings (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT;

    CREATE TABLE rooms (
      id TEXT PRIMARY KEY,
      title TEXT NOT NULL,
      product_id TEXT,
      created_at TEXT NOT NULL,
      last_activity_at TEXT NOT NULL
    ) STRICT;

    CREATE TABLE members (
      room_id TEXT NOT NULL REFERENCES rooms (id),
      user_id TEXT NOT NULL,
      joined_at TEXT NOT NULL,
      PRIMARY KEY (room_id, user_id)
    ) STRICT;

    CREATE TABLE frames (
      seq INTEGER PRIMARY KEY AUTOINCREMENT,
      room_id TEXT NOT NULL REFERENCES rooms (id),
      message_id TEXT NOT NULL,
      frame TEXT NOT NULL
    ) STRICT;
    CREATE INDEX frames_by_room ON frames (room_id, seq);
    CREATE INDEX frames_by_message ON frames (room_id, message_id);

    CREATE TABLE requests (
      id INTEGER PRIMARY KEY,
      room_id TEXT NOT NULL REFERENCES rooms (id),
      user_id TEXT NOT NULL,
      message_id TEXT NOT NULL,
      code TEXT NOT NULL,
      data TEXT NOT NULL,
      state TEXT NOT NULL CHECK (state IN ('running', 'done')),
      attempts INTEGER NOT NULL DEFAULT 0,
      echo_seq INTEGER NOT NULL REFERENCES frames (seq),
      answer_seq INTEGER REFERENCES frames (seq),
      created_at TEXT NOT NULL,
      UNIQUE (room_id, user_id, message_id)
    ) STRICT;
    CREATE INDEX requests_by_state ON requests (state);

    CREATE TABLE files (
      id TEXT PRIMARY KEY,
      name TEXT NOT NULL,
      sha256 TEXT NOT NULL,
      size_bytes INTEGER NOT NULL,
      media_type TEXT NOT NULL,
      created_at TEXT NOT NULL,
      created_by TEXT NOT NULL,
      product_id TEXT,
      folder_path TEXT NOT NULL,
      description TEXT NOT NULL,
      tags TEXT NOT NULL
    ) STRICT;

    CREATE TABLE room_files (
      room_id TEXT NOT NULL REFERENCES rooms (id),
      file_id TEXT NOT NULL REFERENCES files (id),
      at TEXT NOT NULL,
      PRIMARY KEY (room_id, file_id)
    ) STRICT;
  `,
} as const;
