// The dialect of a server in words: one row per point on which the public pages disagree or are silent.
import type { Dialect } from '../../../shared/protocol/dialect.ts';

export type DialectRow =
  | {
      readonly kind: 'choice';
      readonly key: 'endpoint' | 'haitchShape' | 'documentFormatKey';
      readonly title: string;
      readonly why: string;
      readonly choices: readonly { id: string; title: string }[];
    }
  | {
      readonly kind: 'switch';
      readonly key: 'sendMessageIdWithAi' | 'deduplicates' | 'joinCarriesRoom' | 'listsRooms';
      readonly title: string;
      readonly why: string;
    };

export const dialectRows: readonly DialectRow[] = [
  {
    kind: 'choice',
    key: 'endpoint',
    title: 'Socket address',
    why: 'The pages name three ways to bring the token.',
    choices: [
      { id: 'secure', title: '/ws/secure?access_token=' },
      { id: 'token', title: '/ws?token=' },
      { id: 'anonymous', title: '/ws, no token' },
    ],
  },
  {
    kind: 'choice',
    key: 'haitchShape',
    title: 'Questions to Haitch',
    why: 'The specification asks with “message”, the AI page with “query”.',
    choices: [
      { id: 'message', title: 'message' },
      { id: 'query', title: 'query' },
    ],
  },
  {
    kind: 'choice',
    key: 'documentFormatKey',
    title: 'Wanted document format',
    why: 'The examples call it both ways.',
    choices: [
      { id: 'document_format', title: 'document_format' },
      { id: 'format', title: 'format' },
    ],
  },
  {
    kind: 'switch',
    key: 'sendMessageIdWithAi',
    title: 'Send message ids with requests',
    why: 'Their models do not name one; a strict server may refuse it.',
  },
  {
    kind: 'switch',
    key: 'deduplicates',
    title: 'The server drops repeated ids',
    why: 'Then an unconfirmed message is sent again without asking you.',
  },
  {
    kind: 'switch',
    key: 'joinCarriesRoom',
    title: 'Joining may carry a title',
    why: 'Only our own engine is known to read it.',
  },
  {
    kind: 'switch',
    key: 'listsRooms',
    title: 'The server lists its rooms',
    why: 'Only our own engine is known to.',
  },
];

/** A dialect with one row changed. */
export function withRow(dialect: Dialect, row: DialectRow, value: string | boolean): Dialect {
  return { ...dialect, [row.key]: value };
}
