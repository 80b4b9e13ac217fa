// Migration 2: full-text search over messages. New messages are indexed when somebody searches, so that writing costs nothing.

export const messageSearch = {
  version: 2,
  sql: `
    CREATE VIRTUAL TABLE message_search USING fts5(
      text, content = 'messages', tokenize = 'unicode61 remove_diacritics 2', prefix = '2 3'
    );

    -- Messages up to this rowid are in the index.
    CREATE TABLE search_progress (indexed_to INTEGER NOT NULL) STRICT;
    INSERT INTO search_progress (indexed_to) VALUES (0);

    -- What is in the index already follows the text; what is not yet costs one look.
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
};
