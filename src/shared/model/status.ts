// What the status bar tells: connection, engine, jobs, notices.
import { z } from 'zod';

export const connectionSchema = z.discriminatedUnion('state', [
  /** The person chose to work offline. */
  z.object({ state: z.literal('offline') }),
  z.object({ state: z.literal('connecting'), attempt: z.number().int() }),
  z.object({ state: z.literal('online'), since: z.string() }),
  z.object({
    state: z.literal('waiting'),
    attempt: z.number().int(),
    nextTryAt: z.string(),
    lastError: z.string(),
  }),
  z.object({ state: z.literal('signed-out'), reason: z.string() }),
]);
export type ConnectionState = z.infer<typeof connectionSchema>;

/** The embedded engine of the local profile. */
export const engineStateSchema = z.discriminatedUnion('state', [
  z.object({ state: z.literal('starting') }),
  z.object({ state: z.literal('running'), port: z.number().int() }),
  z.object({ state: z.literal('stopped'), reason: z.string() }),
]);
export type EngineState = z.infer<typeof engineStateSchema>;

/** Work in progress on this machine, such as opening a STEP file. */
export const jobSchema = z.object({
  id: z.string(),
  title: z.string(),
  /** 0 to 1, or null when it cannot be known. */
  progress: z.number().min(0).max(1).nullable(),
  stage: z.string(),
  state: z.enum(['queued', 'running', 'done', 'failed', 'cancelled']),
  reason: z.string().nullable(),
});
export type Job = z.infer<typeof jobSchema>;

/** System messages, notifications and warnings outside of rooms. */
export const noticeSchema = z.object({
  id: z.string(),
  kind: z.enum(['notification', 'system', 'error', 'warning']),
  title: z.string(),
  text: z.string(),
  priority: z.enum(['low', 'medium', 'high', 'critical']),
  actionUrl: z.string().nullable(),
  createdAt: z.string(),
  read: z.boolean(),
});
export type Notice = z.infer<typeof noticeSchema>;

/** A frame kept as it came: malformed, or with a code we do not know. */
export const loggedFrameSchema = z.object({
  id: z.number().int(),
  at: z.string(),
  reason: z.string(),
  text: z.string(),
});
export type LoggedFrame = z.infer<typeof loggedFrameSchema>;

const settingFields = {
  theme: z.enum(['system', 'light', 'dark']),
  lengthUnit: z.enum(['mm', 'in']),
  density: z.enum(['normal', 'compact']),
};
export const settingsSchema = z.object({
  theme: settingFields.theme.default('system'),
  lengthUnit: settingFields.lengthUnit.default('mm'),
  density: settingFields.density.default('normal'),
});
export type Settings = z.infer<typeof settingsSchema>;

/** Some settings; no defaults, which would overwrite the others. */
export const settingsChangeSchema = z.object(settingFields).partial();
export type SettingsChange = z.infer<typeof settingsChangeSchema>;

export const appInfoSchema = z.object({
  version: z.string(),
  shell: z.enum(['electron', 'browser']),
  platform: z.string(),
  dataFolder: z.string(),
  /** How tokens are kept: the system's vault, its plain-text fallback, or a file only this user may read. */
  vault: z.enum(['system', 'basic_text', 'file']),
  vaultNote: z.string(),
});
export type AppInfo = z.infer<typeof appInfoSchema>;
