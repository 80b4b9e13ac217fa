// Migration 6: what a queue of many thousands is asked often, answered by an index.

export const longQueues = {
  version: 6,
  sql: `
    CREATE INDEX outbox_retrying ON outbox (retry_at) WHERE retry_at > 0;
    CREATE INDEX files_without_remote_id ON files (id) WHERE remote_id IS NULL;
  `,
} as const;
