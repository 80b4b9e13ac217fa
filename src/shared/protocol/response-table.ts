// One table: which schema the `data` of a server's frame has, by code. Adding a code is adding a row.
import type { z } from 'zod';
import { cookieDataSchema, fileUpdateDataSchema, logsDataSchema } from './notice-data.ts';
import {
  joinDataSchema,
  presenceDataSchema,
  readReceiptDataSchema,
  typingDataSchema,
} from './request-data.ts';
import {
  chatResponseDataSchema,
  documentationResponseDataSchema,
  historyResponseDataSchema,
  ideaResponseDataSchema,
  notificationDataSchema,
  systemDataSchema,
} from './response-data.ts';
import { engineeringResponseDataSchema } from './engineering-response.ts';

/** Bodies of frames that are no errors; errors are recognised by their status before this table is asked. */
export const responseDataSchemas = {
  chat_response: chatResponseDataSchema,
  idea_response: ideaResponseDataSchema,
  documentation_response: documentationResponseDataSchema,
  engineering_response: engineeringResponseDataSchema,
  history_response: historyResponseDataSchema,
  system: systemDataSchema,
  notification: notificationDataSchema,
  logs: logsDataSchema,
  cookie: cookieDataSchema,
  file_update: fileUpdateDataSchema,
  typing: typingDataSchema,
  read_receipt: readReceiptDataSchema,
  presence: presenceDataSchema,
  join: joinDataSchema,
} as const;

export type ServerCode = keyof typeof responseDataSchemas;
export type ServerData<C extends ServerCode> = z.infer<(typeof responseDataSchemas)[C]>;

/** Other spellings of the same code on the public pages (contradiction 11, and the nameless cookie message). */
const spellings: Readonly<Record<string, ServerCode>> = { chat: 'chat_response', cookies: 'cookie' };

/** The row of a code; null for codes we do not know. */
export function serverCodeOf(code: string): ServerCode | null {
  const spelled = Object.hasOwn(spellings, code) ? spellings[code] : undefined;
  if (spelled !== undefined) return spelled;
  return isServerCode(code) ? code : null;
}

function isServerCode(code: string): code is ServerCode {
  return Object.hasOwn(responseDataSchemas, code);
}
