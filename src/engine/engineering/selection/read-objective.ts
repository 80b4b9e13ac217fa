// The objective of a selection from its words: "light stiff beam", "cheap strong tie", "heat sink", "spring".
import type { Chosen } from '../dfm/read-dfm.ts';
import { fieldRefusal } from '../field-refusal.ts';
import { findObjective, type Objective, objectives, type Shape } from './objectives.ts';

const shapeWords: readonly (readonly [Shape, RegExp])[] = [
  ['tie', /\bties?\b|\btie rod|\btension\b|\bcable\b|\bpull rod/i],
  [
    'panel',
    /\bpanels?\b|\bplates?\b|\bcovers?\b|\bsheets?\b|\blids?\b|\bwalls?\b|\bhousings?\b|\benclosures?\b/i,
  ],
  [
    'beam',
    /\bbeams?\b|\bshafts?\b|\barms?\b|\bcantilevers?\b|\bbrackets?\b|\blevers?\b|\bbending\b|\bframes?\b|\bribs?\b/i,
  ],
];
const isLight = /\blight(weight|er|est)?\b|\bweight\b|\bmass\b/i;
const isCheap =
  /\bcheap(er|est)?\b|\bcosts?\b|\bprice\b|\binexpensive\b|\beconomic|\baffordable\b|\bbudget\b/i;
const isStiff = /\bstiff(ness)?\b|\brigid(ity)?\b|\bdeflect|\bmodulus\b/i;
const isStrong = /\bstrong\b|\bstrength\b|\bbears?\b|\bcarr(y|ies)\b|\bload(ed)?\b/i;
/** Objectives with words of their own, the more particular first. */
const own: readonly (readonly [string, RegExp])[] = [
  [
    'electrical_conductor',
    /\b(electric(al(ly)?)?|current)\b.{0,12}\bconduct|\bconduct\w*\b.{0,12}\b(electric|current)|\bbus ?bar/i,
  ],
  ['thermal_insulator', /\b(heat|thermal(ly)?)\b.{0,12}\binsulat|\binsulat\w*\b.{0,12}\bheat/i],
  [
    'thermal_conductor',
    /\bheat ?(sink|spreader)|\b(heat|thermal(ly)?)\b.{0,12}\bconduct|\bconducts?\b.{0,12}\bheat|\bdissipat|\bspreads?\b.{0,8}\bheat/i,
  ],
  ['spring', /\bsprings?\b|\bsnap.?fit|\bflexure|\bliving hinge/i],
];

/** The field's objective, else that of the words; the cheapest where neither says one. */
export function readObjective(message: string, named: string): Chosen<Objective> {
  if (named !== '') {
    const found = findObjective(named) ?? inWords(named)?.value;
    if (found !== undefined) return { value: found, origin: 'specifications.objective' };
    const known = objectives.map(({ id }) => id).join(', ');
    throw fieldRefusal(
      'specifications.objective',
      `"${named.slice(0, 60)}" is no objective; known are ${known}`,
    );
  }
  const found = inWords(message);
  if (found !== null) return found;
  const reason =
    'no objective was named, such as "light stiff beam": what fits the limits is ranked by its price';
  return { value: byId('cheap'), origin: 'assumed', reason };
}

function inWords(text: string): Chosen<Objective> | null {
  const quality = isLight.test(text) ? 'light' : isCheap.test(text) ? 'cheap' : null;
  const special = own.find(([, words]) => words.test(text))?.[0];
  if (special !== undefined)
    return { value: findObjective(`${quality ?? ''}_${special}`) ?? byId(special), origin: 'message' };
  const mode = isStiff.test(text) ? 'stiff' : isStrong.test(text) ? 'strong' : null;
  const shape = shapeWords.find(([, words]) => words.test(text))?.[0];
  if (mode === null) return quality === null ? null : { value: byId(quality), origin: 'message' };
  const reasons = [
    ...(quality === null ? ['light is taken, as neither mass nor price was named'] : []),
    ...(shape === undefined ? ['a beam is taken, as most parts are bent'] : []),
  ];
  const value = byId(`${quality ?? 'light'}_${mode}_${shape ?? 'beam'}`);
  return { value, origin: 'message', ...(reasons.length === 0 ? {} : { reason: reasons.join('; ') }) };
}

function byId(id: string): Objective {
  const found = findObjective(id);
  if (found === null) throw new Error(`no objective ${id}`);
  return found;
}
