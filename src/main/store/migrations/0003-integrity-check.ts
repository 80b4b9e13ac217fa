// Migration 3: when the database was last read through, and what was found.

export const integrityCheck = {
  version: 3,
  sql: `
    -- One row. 'findings' is 0 after a check that found the database whole.
    CREATE TABLE integrity_check (checked_at TEXT, findings INTEGER NOT NULL) STRICT;
    INSERT INTO integrity_check (checked_at, findings) VALUES (NULL, 0);
  `,
};
