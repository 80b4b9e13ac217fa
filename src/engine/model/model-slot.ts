// Which language model this engine may use: from ENGINE_MODEL at the start, later by message from the parent.
import { z } from 'zod';
import {
  languageModelSchema,
  type ModelAccess,
  modelAccessSchema,
} from '../../shared/model/language-model.ts';
import { Refusal } from '../../shared/std/result.ts';

const givenSchema = languageModelSchema
  .extend({ apiKey: z.string().min(1).nullable().default(null) })
  .nullable();
const messageSchema = z.object({ type: z.literal('model'), model: modelAccessSchema });

export class ModelSlot {
  access: ModelAccess;

  private constructor(access: ModelAccess) {
    this.access = access;
  }

  /** Reads and removes `ENGINE_MODEL`, JSON such as `{"baseUrl":"http://127.0.0.1:11434/v1","name":"llama3.1"}`: the key is not for the processes this one starts. */
  static read(env: Record<string, string | undefined>): ModelSlot {
    const text = env['ENGINE_MODEL'];
    delete env['ENGINE_MODEL'];
    if (text === undefined || text === '') return new ModelSlot(null);
    try {
      return new ModelSlot(givenSchema.parse(JSON.parse(text)));
    } catch (error) {
      const why = error instanceof z.ZodError ? z.prettifyError(error) : 'it is not JSON';
      throw new Refusal('ARGUMENTS', `ENGINE_MODEL cannot be used: ${why}`);
    }
  }

  /** Takes the parent's message when it is one about the model. */
  receive(message: unknown): void {
    const told = messageSchema.safeParse(message);
    if (told.success) this.access = told.data.model;
  }
}
