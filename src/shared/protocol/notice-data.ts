// The `data` bodies a server sends unasked. Where no page shows a body, everything is optional and all is kept.
import { z } from 'zod';

const anything = z.record(z.string(), z.unknown());

/** LogsData: the public pages name the code and show no body. */
export const logsDataSchema = z.looseObject({
  message: z.string().optional(),
  level: z.string().optional(),
});

/** Cookie management: neither the code's name nor the body is shown anywhere. */
export const cookieDataSchema = anything;

/** A file of the room changed (public real-time page): reload it. */
export const fileUpdateDataSchema = z.looseObject({ file_id: z.string() });

/** The error body of the quickstart page, which has its own type instead of `system` (contradiction 3). */
export const plainErrorDataSchema = z.looseObject({
  code: z.string().optional(),
  message: z.string().optional(),
});
