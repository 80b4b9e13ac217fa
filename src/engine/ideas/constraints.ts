// Constraints as people write them, mapped to what the options are scored by.

const words: readonly (readonly [string, RegExp])[] = [
  ['energy', /energy|power consumption|battery life|low.?power|efficien/i],
  ['wireless', /wireless|cordless|cable.?free|radio/i],
  ['affordable', /afford|cheap|low.?cost|cost|budget|price|inexpensive/i],
  ['waterproof', /water|rain|splash|ip\s?6|outdoor|weather/i],
  ['compact', /compact|small|space|tiny|slim|thin/i],
  ['robust', /robust|rugged|shock|drop|vandal|tough/i],
  ['durable', /durab|long.?life|lifetime/i],
  ['reliable', /reliab|fail.?safe|always/i],
  ['easy_installation', /install|retrofit|mount|diy|plug/i],
  ['easy_to_use', /easy|intuitive|user.?friendly|usab/i],
  ['accessible', /accessib|elder|blind|impair/i],
  ['smart', /smart|learn|automat|intelligen|\bai\b/i],
  ['secure', /secur|privacy|private|offline/i],
  ['safe', /\bsafe|child|hazard/i],
  ['sustainable', /sustain|recycl|green|eco|repair|environment/i],
  ['interoperable', /interop|compatible|standard|matter|open/i],
  ['accurate', /accura|precis|exact/i],
  ['portable', /portab|mobile|travel|wear/i],
  ['lightweight', /light.?weight|\blight\b|weight/i],
  ['premium', /premium|luxur|design|beautiful|aesthetic/i],
  ['quiet', /quiet|silent|noise/i],
  ['simple', /simple|minimal|few parts/i],
];

/** The score key of a constraint; null when the box says nothing on it. */
export function keyOf(constraint: string): string | null {
  const plain = constraint.replaceAll('_', ' ');
  return words.find(([, pattern]) => pattern.test(plain))?.[0] ?? null;
}
