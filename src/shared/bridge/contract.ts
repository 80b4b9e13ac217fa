// The bridge, whole: every call and event between renderer and main. Adding one is adding a row.
import { z } from 'zod';
import { entrySchema, queueCountsSchema } from '../model/entry.ts';
import { fileRefSchema, previewSchema } from '../model/file.ts';
import { documentVersionsSchema, newVersionSchema } from '../model/document-version.ts';
import { boardViewSchema, ideaBoardSchema } from '../model/idea-board.ts';
import { searchHitSchema } from '../model/search.ts';
import {
  languageModelSchema,
  modelChangeSchema,
  modelCheckSchema,
  modelViewSchema,
} from '../model/language-model.ts';
import { gapSchema, messageSchema } from '../model/message.ts';
import { newMessageSchema } from '../model/new-message.ts';
import { newProfileSchema, profileSchema, profileViewSchema } from '../model/profile.ts';
import { resultSchema } from '../model/result.ts';
import { productSchema, roomSchema } from '../model/room.ts';
import {
  appInfoSchema,
  connectionSchema,
  engineStateSchema,
  jobSchema,
  loggedFrameSchema,
  noticeSchema,
  settingsChangeSchema,
  settingsSchema,
} from '../model/status.ts';

const nothing = z.object({});
const done = z.object({});
const byRoom = z.object({ roomId: z.string() });
const byMessage = z.object({ messageId: z.string() });
const byResult = z.object({ resultId: z.string() });
const byFile = z.object({ fileId: z.string() });

/** Calls: the renderer asks, main answers. `input` is parsed in main, `output` in tests. */
export const calls = {
  'app.info': { input: nothing, output: appInfoSchema },
  /** Where the diagnostics bundle can be had, under that file name; it is made while it is fetched. */
  'app.diagnosticsUrl': { input: nothing, output: z.object({ url: z.string(), name: z.string() }) },
  'settings.get': { input: nothing, output: settingsSchema },
  'settings.set': { input: settingsChangeSchema, output: settingsSchema },

  'model.get': { input: nothing, output: modelViewSchema },
  'model.set': { input: modelChangeSchema, output: modelViewSchema },
  /** Asks the server of a model whether it is there; without `apiKey` the kept key is used, for its own address only. */
  'model.check': {
    input: languageModelSchema
      .pick({ baseUrl: true, name: true })
      .extend({ apiKey: z.string().nullable().default(null) }),
    output: modelCheckSchema,
  },

  'profiles.list': { input: nothing, output: z.array(profileViewSchema) },
  'profiles.add': { input: newProfileSchema, output: profileViewSchema },
  'profiles.update': {
    input: z.object({
      id: z.string(),
      change: profileSchema
        .pick({ name: true, userId: true, tenantId: true, dialect: true, serverUrl: true })
        .partial(),
    }),
    output: profileViewSchema,
  },
  'profiles.activate': { input: z.object({ id: z.string() }), output: profileViewSchema },
  'profiles.signIn': {
    input: z.object({ id: z.string(), email: z.string().min(1), password: z.string().min(1) }),
    output: profileViewSchema,
  },
  'profiles.setToken': {
    input: z.object({ id: z.string(), token: z.string().trim().min(1) }),
    output: profileViewSchema,
  },
  'profiles.signOut': { input: z.object({ id: z.string() }), output: profileViewSchema },

  'connection.get': { input: nothing, output: connectionSchema },
  'connection.retry': { input: nothing, output: connectionSchema },
  'connection.setOffline': { input: z.object({ offline: z.boolean() }), output: connectionSchema },
  'engine.get': { input: nothing, output: engineStateSchema },
  'engine.start': { input: nothing, output: engineStateSchema },
  'engine.stop': { input: nothing, output: engineStateSchema },

  'rooms.list': { input: nothing, output: z.array(roomSchema) },
  /** Makes a room with a fresh id, or joins `roomId` when one is given. */
  'rooms.create': {
    input: z.object({
      title: z.string().trim().min(1, 'a room needs a title'),
      productName: z.string().trim().nullable().default(null),
      roomId: z.string().trim().min(1).nullable().default(null),
    }),
    output: roomSchema,
  },
  'rooms.rename': {
    input: z.object({ roomId: z.string(), title: z.string().trim().min(1, 'a room needs a title') }),
    output: roomSchema,
  },
  'rooms.markRead': { input: byRoom, output: roomSchema },
  /** Where a room can be had as an archive, under that file name; it is made while it is fetched. */
  'rooms.exportUrl': { input: byRoom, output: z.object({ url: z.string(), name: z.string() }) },
  /** Where `POST`ing an archive makes a room: the answer of that request is a `RoomImport`, as JSON. */
  'rooms.importUrl': { input: nothing, output: z.object({ url: z.string() }) },
  'products.list': { input: nothing, output: z.array(productSchema) },

  /** The latest `limit` messages before `beforeSeq`, oldest first. */
  'messages.page': {
    input: z.object({
      roomId: z.string(),
      beforeSeq: z.number().int().nullable().default(null),
      limit: z.number().int().min(1).max(200).default(60),
    }),
    output: z.object({ messages: z.array(messageSchema), gaps: z.array(gapSchema), hasMore: z.boolean() }),
  },
  /** Messages of all rooms, or of one, that hold every word; the best first. */
  'messages.search': {
    input: z.object({
      query: z.string().max(400),
      roomId: z.string().nullable().default(null),
      limit: z.number().int().min(1).max(100).default(30),
      offset: z.number().int().min(0).default(0),
    }),
    output: z.object({ hits: z.array(searchHitSchema), hasMore: z.boolean() }),
  },
  /** Returns once the message is on disk: only then may the screen say "saved". */
  'messages.send': { input: newMessageSchema, output: messageSchema },
  'messages.typing': { input: z.object({ roomId: z.string(), typing: z.boolean() }), output: done },
  'drafts.get': { input: byRoom, output: z.object({ text: z.string() }) },
  'drafts.set': { input: z.object({ roomId: z.string(), text: z.string() }), output: done },

  'outbox.counts': { input: nothing, output: queueCountsSchema },
  /** Up to `limit` entries in order, after the first `from`. */
  'outbox.list': {
    input: z.object({
      from: z.number().int().nonnegative().default(0),
      limit: z.number().int().min(1).max(200).default(200),
    }),
    output: z.array(entrySchema),
  },
  /** Replaces what is unsent or quarantined; the answer carries the id that is now in the queue. */
  'outbox.edit': {
    input: z.object({ messageId: z.string(), request: newMessageSchema }),
    output: messageSchema,
  },
  'outbox.cancel': { input: byMessage, output: done },
  /** Undoes a cancel of the last minutes. */
  'outbox.restore': { input: byMessage, output: messageSchema },
  'outbox.retry': { input: byMessage, output: done },
  /** Moves an unsent entry before another of the same room, or to the end. */
  'outbox.move': {
    input: z.object({ messageId: z.string(), beforeMessageId: z.string().nullable() }),
    output: done,
  },
  /** Moves an unsent entry one place among those of its room; at an end it stays. */
  'outbox.step': {
    input: z.object({ messageId: z.string(), direction: z.enum(['forward', 'back']) }),
    output: done,
  },

  'files.get': { input: byFile, output: fileRefSchema },
  'files.list': {
    input: z.object({ roomId: z.string().nullable().default(null) }),
    output: z.array(fileRefSchema),
  },
  /** An address in the shell's own origin, good for this session, with byte ranges. */
  'files.url': { input: byFile, output: z.object({ url: z.string() }) },
  'files.preview': { input: byFile, output: previewSchema },
  'files.fetch': { input: byFile, output: fileRefSchema },
  /** Where `POST`ing the bytes makes a file: the answer of that request is a file, as JSON. */
  'files.uploadUrl': {
    input: z.object({ roomId: z.string(), name: z.string().min(1).max(255) }),
    output: z.object({ url: z.string() }),
  },

  'results.list': {
    input: z.object({
      roomId: z.string(),
      kind: z.enum(['idea', 'documentation', 'engineering']).nullable().default(null),
    }),
    output: z.array(resultSchema),
  },
  'results.get': { input: z.object({ id: z.string() }), output: resultSchema },

  'ideas.board': { input: byResult, output: boardViewSchema },
  /** Replaces the board of an answer; the answer itself stays as it came. */
  'ideas.setBoard': {
    input: z.object({ resultId: z.string(), board: ideaBoardSchema }),
    output: boardViewSchema,
  },

  'documents.versions': { input: byResult, output: documentVersionsSchema },
  /** Keeps a text as the newest version of a document. */
  'documents.save': { input: newVersionSchema, output: documentVersionsSchema },

  /** Tessellates a CAD file in the kernel process; the address yields the mesh format of src/cad/mesh. */
  'models.open': { input: byFile, output: z.object({ url: z.string(), jobId: z.string() }) },
  'jobs.list': { input: nothing, output: z.array(jobSchema) },
  'jobs.cancel': { input: z.object({ id: z.string() }), output: done },

  'notices.list': { input: nothing, output: z.array(noticeSchema) },
  'notices.markRead': { input: z.object({ id: z.string().nullable().default(null) }), output: done },
  'log.frames': { input: nothing, output: z.array(loggedFrameSchema) },
} as const satisfies Record<string, { input: z.ZodType; output: z.ZodType }>;

/** Events: main states what became true. */
export const events = {
  'settings.changed': settingsSchema,
  'profiles.changed': z.array(profileViewSchema),
  /** The active profile was replaced: every read model starts over. */
  'profile.switched': z.object({ id: z.string() }),
  'connection.changed': connectionSchema,
  'engine.changed': engineStateSchema,
  'room.changed': roomSchema,
  'message.changed': messageSchema,
  'message.removed': z.object({ roomId: z.string(), messageId: z.string() }),
  'gap.added': gapSchema,
  /** The queue changed: what it amounts to now. Who shows entries asks for them again. */
  'outbox.changed': queueCountsSchema,
  'result.changed': resultSchema,
  'board.changed': boardViewSchema,
  'versions.changed': documentVersionsSchema,
  'file.changed': fileRefSchema,
  'job.changed': jobSchema,
  'notice.added': noticeSchema,
  'typing.changed': z.object({ roomId: z.string(), userIds: z.array(z.string()) }),
  /** The application menu asks for a command of the page. */
  'command.wanted': z.object({ id: z.enum(['room.export', 'room.import']) }),
  'presence.changed': z.object({ roomId: z.string(), userIds: z.array(z.string()) }),
} as const satisfies Record<string, z.ZodType>;

export type Calls = typeof calls;
export type CallName = keyof Calls;
export type CallInput<K extends CallName> = z.input<Calls[K]['input']>;
export type ParsedInput<K extends CallName> = z.output<Calls[K]['input']>;
export type CallOutput<K extends CallName> = z.output<Calls[K]['output']>;

export type Events = typeof events;
export type EventName = keyof Events;
export type EventPayload<K extends EventName> = z.output<Events[K]>;
/** Any event, as it crosses the bridge. */
export type BridgeEvent = { [K in EventName]: { name: K; payload: EventPayload<K> } }[EventName];
