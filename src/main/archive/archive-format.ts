// The room archive as data: the names of its members and the shape of every line. docs/room-archive.md tells it to people.
import { z } from 'zod';
import { ideaBoardSchema } from '../../shared/model/idea-board.ts';
import { deliverySchema, messageKinds } from '../../shared/model/message.ts';
import { newMessageSchema } from '../../shared/model/new-message.ts';
import { sourceSchema } from '../../shared/protocol/response-data.ts';

export const archiveFormat = 'productflo-room-archive';
/** Archives of another version are refused. */
export const archiveVersion = 1;
/** Written last, with the hashes of the parts. */
export const manifestName = 'archive.json';
/** For people only; an import does not read it. */
export const pageName = 'room.html';
/** One JSON value per line. */
export const partNames = ['messages.jsonl', 'results.jsonl', 'files.jsonl'] as const;
export type PartName = (typeof partNames)[number];

/** Where the bytes of an attachment stand: the first 16 digits of their SHA-256, and a name that any disk takes. */
export const filePathPattern = /^files\/([0-9a-f]{16})\/([^/\\]+)$/;

const sha256Schema = z.string().regex(/^[0-9a-f]{64}$/, 'must be a SHA-256 in hexadecimal digits');
const countSchema = z.number().int().nonnegative();
const idSchema = z.string().min(1).max(400);

/** `bytes` and `lines` are those of the part before compression. */
const partSchema = z.object({ sha256: sha256Schema, bytes: countSchema, lines: countSchema });
export type PartFacts = z.infer<typeof partSchema>;

export const manifestSchema = z.object({
  format: z.literal(archiveFormat),
  version: z.literal(archiveVersion),
  exported_at: z.iso.datetime(),
  exported_by: z.string(),
  room: z.object({
    id: idSchema,
    title: z.string().trim().min(1).max(400),
    product: z.string().nullable(),
    draft: z.string().max(100_000),
  }),
  gaps: z.array(z.object({ after_seq: countSchema, at: z.string(), reason: z.string() })),
  parts: z.object({
    'messages.jsonl': partSchema,
    'results.jsonl': partSchema,
    'files.jsonl': partSchema,
  }),
});
export type Manifest = z.infer<typeof manifestSchema>;

export const messageLineSchema = z.object({
  id: idSchema,
  seq: z.number().int().positive(),
  kind: z.enum(messageKinds),
  author_id: z.string(),
  is_own: z.boolean(),
  text: z.string(),
  reply_to: z.string().nullable(),
  created_at: z.string(),
  /** What an own message asked for; an unsent one always has it. */
  request: newMessageSchema.nullable(),
  sources: z.array(sourceSchema),
  answered_by: z.string().nullable().default(null),
  response_code: z.string().nullable(),
  delivery: deliverySchema.nullable(),
  /** The frame as it came, where it was kept. */
  raw: z.unknown(),
  /** Ids of files.jsonl, in order. */
  files: z.array(idSchema),
  /** In the queue when the room was exported: the server may or may not have it. */
  unsent: z.boolean(),
});
export type MessageLine = z.infer<typeof messageLineSchema>;

const versionSchema = z.object({ id: idSchema, text: z.string(), note: z.string(), created_at: z.string() });

export const resultLineSchema = z.object({
  id: idSchema,
  kind: z.enum(['idea', 'documentation', 'engineering']),
  request_message_id: z.string().nullable(),
  answer_message_id: idSchema,
  title: z.string(),
  text: z.string(),
  created_at: z.string(),
  raw: z.looseObject({ data: z.record(z.string(), z.unknown()) }),
  /** What people made of the ideas, and the texts that they made of a document, oldest first. */
  board: ideaBoardSchema.nullable().default(null),
  versions: z.array(versionSchema).default([]),
});
export type ResultLine = z.infer<typeof resultLineSchema>;

export const fileLineSchema = z.object({
  id: idSchema,
  name: z.string().min(1).max(400),
  media_type: z.string().max(200),
  created_at: z.string(),
  /** Null when the bytes were not on the machine that exported; then `reason` says why. */
  content: z
    .object({
      path: z.string().regex(filePathPattern, 'must be files/, 16 hexadecimal digits, / and a name'),
      sha256: sha256Schema,
      size_bytes: countSchema,
    })
    .nullable(),
  reason: z.string(),
});
export type FileLine = z.infer<typeof fileLineSchema>;
