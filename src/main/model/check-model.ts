// Asks a model server which models it has: the quickest way to tell whether address and key are right.
import { z } from 'zod';
import type { LanguageModel, ModelCheck } from '../../shared/model/language-model.ts';

const listSchema = z.looseObject({ data: z.array(z.looseObject({ id: z.string() })) });
const patienceMs = 10_000;
const mostNames = 200;

/** `GET baseUrl/models`, as OpenAI-compatible servers answer it. Never throws: what is wrong is a sentence. */
export async function checkModel(
  { baseUrl, name }: Pick<LanguageModel, 'baseUrl' | 'name'>,
  apiKey: string | null,
): Promise<ModelCheck> {
  const host = URL.parse(baseUrl)?.host ?? baseUrl;
  const silent = (message: string): ModelCheck => ({ reached: false, message, names: [] });
  try {
    const response = await fetch(`${baseUrl.replace(/\/+$/, '')}/models`, {
      headers: apiKey === null ? {} : { authorization: `Bearer ${apiKey}` },
      signal: AbortSignal.timeout(patienceMs),
      redirect: 'error',
    });
    if (response.status === 401 || response.status === 403) return silent(`${host} does not accept the key.`);
    if (!response.ok) return silent(`${host} answered ${response.status} to the list of its models.`);
    const list = listSchema.safeParse(await response.json());
    const names = list.success ? list.data.data.map(({ id }) => id).slice(0, mostNames) : [];
    if (!list.success) return { reached: true, message: `${host} answers, but lists no models.`, names };
    const isThere = names.includes(name);
    const message = isThere
      ? `${host} answers and has ${name}.`
      : `${host} answers; it has ${names.length} models, and none is called “${name}”.`;
    return { reached: true, message, names };
  } catch {
    return silent(`${host} could not be reached.`);
  }
}
