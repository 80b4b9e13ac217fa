// How the person likes the workstation: one small file, announced when it changes.
import { join } from 'node:path';
import { type Settings, type SettingsChange, settingsSchema } from '../../shared/model/status.ts';
import { Emitter } from '../../shared/std/emitter.ts';
import { Serial } from '../process/serial.ts';
import { type JsonFile, readJsonFile, writeJsonFile } from './json-file.ts';

export class SettingsFile {
  readonly changed = new Emitter<Settings>();
  /** Where a damaged file was kept, when there was one. */
  readonly keptAside: string | null;
  readonly #path: string;
  #settings: Settings;
  readonly #serial = new Serial();

  private constructor(path: string, settings: Settings, keptAside: string | null) {
    this.#path = path;
    this.#settings = settings;
    this.keptAside = keptAside;
  }

  /** Reads `settings.json` of a data folder. */
  static async open(dataDir: string): Promise<SettingsFile> {
    const file: JsonFile<typeof settingsSchema> = {
      path: join(dataDir, 'settings.json'),
      schema: settingsSchema,
    };
    const { value, keptAside } = await readJsonFile(file);
    return new SettingsFile(file.path, value ?? settingsSchema.parse({}), keptAside);
  }

  get(): Settings {
    return this.#settings;
  }

  /** Changes some settings; they are on disk when this returns. */
  set(change: SettingsChange): Promise<Settings> {
    const given = Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined));
    return this.#serial.run(async () => {
      const wanted = settingsSchema.parse({ ...this.#settings, ...given });
      await writeJsonFile(this.#path, wanted);
      this.#settings = wanted;
      this.changed.emit(wanted);
      return wanted;
    });
  }
}
