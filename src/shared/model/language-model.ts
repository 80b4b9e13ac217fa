// A language model the person may connect: an OpenAI-compatible address, its name, and limits.
import { z } from 'zod';

const address = z.url({
  protocol: /^https?$/,
  error: 'the address of a model server starts with http:// or https://, such as http://127.0.0.1:11434/v1',
});

/** What Settings keep; the key is in the vault. */
export const languageModelSchema = z.object({
  baseUrl: address,
  /** The model's name as its server calls it, such as `llama3.1:8b`. */
  name: z.string().trim().min(1, 'the model needs its name, as its server calls it').max(200),
  /** Longest answer in tokens of the model. */
  maxOutputTokens: z.number().int().min(50).max(32_000).default(1500),
  /** Silence after which an answer is given up, seconds. */
  patienceS: z.number().int().min(1).max(600).default(60),
});
export type LanguageModel = z.infer<typeof languageModelSchema>;

/** What the engine is told; null switches the model off. */
export const modelAccessSchema = languageModelSchema
  .extend({ apiKey: z.string().min(1).nullable() })
  .nullable();
export type ModelAccess = z.infer<typeof modelAccessSchema>;

/** What the page sees: never the key. */
export const modelViewSchema = z.object({
  model: languageModelSchema.nullable(),
  /** The person has read what leaves the machine, and wants it. */
  isOn: z.boolean(),
  hasKey: z.boolean(),
});
export type ModelView = z.infer<typeof modelViewSchema>;

/** A change: null forgets the model and its key; a missing `apiKey` leaves the key as it is, null forgets it. */
export const modelChangeSchema = z.object({
  model: languageModelSchema.nullable(),
  isOn: z.boolean(),
  apiKey: z.string().trim().min(1).nullable().optional(),
});
export type ModelChange = z.infer<typeof modelChangeSchema>;

/** What a model server said when it was asked for its models. */
export const modelCheckSchema = z.object({
  reached: z.boolean(),
  /** One sentence for the person. */
  message: z.string(),
  /** Names of models it offers; empty where it does not list them. */
  names: z.array(z.string()),
});
export type ModelCheck = z.infer<typeof modelCheckSchema>;

/** Whether what is sent to the model stays on this machine. */
export function staysHere({ baseUrl }: Pick<LanguageModel, 'baseUrl'>): boolean {
  return /^https?:\/\/(localhost|127(\.\d{1,3}){3}|\[::1\])(:\d+)?(\/|$)/i.test(baseUrl);
}
