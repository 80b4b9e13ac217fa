// Migration 5: boards of ideas, versions of documents, and by what an answer was given.

export const boardsAndVersions = {
  version: 5,
  sql: `
    -- One row per answer with ideas on whose board somebody changed something.
    CREATE TABLE idea_boards (
      result_id TEXT PRIMARY KEY REFERENCES results (id),
      board TEXT NOT NULL,
      changed_at TEXT NOT NULL
    ) STRICT;

    -- What people made of a document; the answer itself is the version before the first.
    CREATE TABLE document_versions (
      id TEXT PRIMARY KEY,
      result_id TEXT NOT NULL REFERENCES results (id),
      text TEXT NOT NULL,
      note TEXT NOT NULL,
      created_at TEXT NOT NULL
    ) STRICT;
    CREATE INDEX document_versions_by_result ON document_versions (result_id, created_at);

    ALTER TABLE messages ADD COLUMN answered_by TEXT;
  `,
} as const;
