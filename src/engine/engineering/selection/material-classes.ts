// Classes of materials that a request may keep to: families such as plastic, groups such as aluminium, or grades by name.
import { type Material, mentionedMaterials } from '../../../shared/model/material.ts';

export interface MaterialClass {
  /** As it is told, such as `aluminium or steel`. */
  readonly name: string;
  has(material: Material): boolean;
}

const ofFamily =
  (...families: readonly Material['family'][]) =>
  ({ family }: Material): boolean =>
    families.includes(family);
const ofIds =
  (pattern: RegExp) =>
  ({ id }: Material): boolean =>
    pattern.test(id);

const classes: readonly (readonly [string, RegExp, (material: Material) => boolean])[] = [
  ['stainless steel', /\bstainless( steels?)?\b|\binox\b/i, ofIds(/^ss-|^steel-1\.4310$/)],
  ['steel', /\bsteels?\b/i, ofIds(/^steel-(?!1\.4310)/)],
  ['cast iron', /\bcast irons?\b/i, ofIds(/^gj/)],
  ['aluminium', /\balumini?ums?\b/i, ofIds(/^al-/)],
  ['titanium', /\btitaniums?\b/i, ofIds(/^ti-/)],
  ['copper alloy', /\bcopper\b|\bbrass\b|\bbronzes?\b/i, ofIds(/^(copper|brass|bronze|albronze)/)],
  ['nylon', /\bnylons?\b|\bpolyamides?\b/i, ofIds(/^pa\d/)],
  ['plastic', /\b(plastics?|polymers?|resins?)\b/i, ofFamily('thermoplastic', 'thermoset')],
  ['metal', /(?<!sheet[\s-])\b(metals?|alloys?|metallic)\b/i, ofFamily('metal')],
  ['elastomer', /\b(elastomers?|rubbers?)\b/i, ofFamily('elastomer')],
  ['composite', /\bcomposites?\b/i, ofFamily('composite')],
  ['ceramic', /\bceramics?\b|\bglass\b(?!.?(filled|fib))/i, ofFamily('ceramic')],
];
export const classNames: readonly string[] = classes.map(([name]) => name);

/** The classes a text names, together; else the grades it names; null when it names neither. */
export function classIn(text: string, materials: readonly Material[]): MaterialClass | null {
  let rest = text;
  const found = classes.filter(([, words]) => {
    const isNamed = words.test(rest);
    // `stainless steel` is no steel besides.
    rest = rest.replace(words, ' ');
    return isNamed;
  });
  const grades = mentionedMaterials(materials, rest);
  if (found.length === 0 && grades.length === 0) return null;
  const ids = new Set(grades.map(({ id }) => id));
  const isSet = found.length > 0;
  return {
    name: isSet ? found.map(([name]) => name).join(' or ') : grades.map(({ name }) => name).join(' or '),
    has: (material) => (isSet ? found.some(([, , has]) => has(material)) : ids.has(material.id)),
  };
}
