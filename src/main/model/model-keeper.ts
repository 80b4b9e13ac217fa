// The language model a person connected: its address in a small file, its key in the vault, switched on only by them.
import { join } from 'node:path';
import { z } from 'zod';
import {
  languageModelSchema,
  type ModelAccess,
  type ModelChange,
  type ModelView,
} from '../../shared/model/language-model.ts';
import { Emitter } from '../../shared/std/emitter.ts';
import { Refusal } from '../../shared/std/result.ts';
import { Serial } from '../process/serial.ts';
import type { Vault } from '../profiles/vault-port.ts';
import { readJsonFile, writeJsonFile } from '../settings/json-file.ts';

const keptSchema = z.object({ model: languageModelSchema.nullable(), isOn: z.boolean() });
const keyName = 'language-model-key';

export class ModelKeeper {
  /** What the engine is to use from now on. */
  readonly changed = new Emitter<ModelAccess>();
  readonly #path: string;
  readonly #vault: Vault;
  readonly #serial = new Serial();
  #kept: z.infer<typeof keptSchema>;
  #key: string | null;

  private constructor(setup: {
    path: string;
    vault: Vault;
    kept: z.infer<typeof keptSchema>;
    key: string | null;
  }) {
    this.#path = setup.path;
    this.#vault = setup.vault;
    this.#kept = setup.kept;
    this.#key = setup.key;
  }

  /** Reads `language-model.json` of a data folder, and the key. */
  static async open(dataDir: string, vault: Vault): Promise<ModelKeeper> {
    const path = join(dataDir, 'language-model.json');
    const { value } = await readJsonFile({ path, schema: keptSchema });
    const kept = value ?? { model: null, isOn: false };
    const key = kept.model === null ? null : await vault.get(keyName);
    return new ModelKeeper({ path, vault, kept, key });
  }

  view(): ModelView {
    return { ...this.#kept, hasKey: this.#key !== null };
  }

  /** What the engine may use now: null when there is no model or it is switched off. */
  access(): ModelAccess {
    const { model, isOn } = this.#kept;
    return model === null || !isOn ? null : { ...model, apiKey: this.#key };
  }

  /** The key for a check of `baseUrl`: only for the address it was given for. */
  keyFor(baseUrl: string): string | null {
    return this.#kept.model?.baseUrl === baseUrl ? this.#key : null;
  }

  /** Changes it; on disk when this returns. A key stays with the address it was given for. */
  set({ model, isOn, apiKey }: ModelChange): Promise<ModelView> {
    if (model === null && isOn)
      throw new Refusal('MODEL', 'Give the model’s address and name before you switch it on.', 'model');
    return this.#serial.run(async () => {
      const key = apiKey === undefined ? this.#keptKey(model?.baseUrl) : apiKey;
      await this.#vault.set(keyName, key);
      await writeJsonFile(this.#path, { model, isOn });
      this.#key = key;
      this.#kept = { model, isOn };
      this.changed.emit(this.access());
      return this.view();
    });
  }

  #keptKey(baseUrl: string | undefined): string | null {
    return baseUrl === undefined ? null : this.keyFor(baseUrl);
  }
}
