// Processes by the words people use for them; the ids are those of the materials table.

const words: readonly (readonly [string, string, RegExp])[] = [
  [
    'injection_moulding',
    'Injection moulding',
    /\binject\w*[\s-]+mou?ld|\binjection\b|(?<!rotation(al)? |compression |blow )\bmou?ld(ed|ing)\b/i,
  ],
  ['compression_moulding', 'Compression moulding', /\bcompression[\s-]+mou?ld/i],
  ['die_casting', 'Die casting', /\bdie[\s-]?cast|\bpressure[\s-]+cast/i],
  ['sand_casting', 'Sand casting', /\bsand[\s-]?cast/i],
  ['cnc_turning', 'CNC turning', /\bturn(ed|ing)\b|\blathe\b/i],
  ['cnc_milling', 'CNC milling', /\bmill(ed|ing)\b|\bmachin(ed|ing|able)\b|\bcnc\b/i],
  ['laser_cutting', 'Laser cutting', /\blaser[\s-]?cut|\bwater[\s-]?jet/i],
  [
    'sheet_metal',
    'Sheet metal',
    /\bsheet[\s-]?metal|\bbent\b|\bbending\b|\bpunch(ed|ing)\b|\bpress[\s-]?brake/i,
  ],
  ['fdm', 'FDM printing', /\bfdm\b|\bfff\b|\bfilament\b/i],
  ['sla', 'SLA printing', /\bsla\b|\bresin[\s-]print|\bprint\w*\b.{0,20}\bresin|\bstereolithograph/i],
  ['sls', 'SLS printing', /\bsls\b|\blaser[\s-]sinter/i],
  ['mjf', 'MJF printing', /\bmjf\b|\bmulti[\s-]?jet/i],
  ['slm', 'Metal printing (SLM)', /\bslm\b|\bdmls\b|\bl-?pbf\b|\bmetal[\s-]print/i],
  ['extrusion', 'Extrusion', /\bextru(ded|sion)\b/i],
  ['thermoforming', 'Thermoforming', /\bthermoform|\bvacuum[\s-]?form/i],
];

export interface NamedProcess {
  readonly id: string;
  readonly title: string;
}

/** The process a text names; 3D printing of no kind is FDM. Null when it names none. */
export function processIn(text: string): NamedProcess | null {
  const said = text.replaceAll('_', ' ');
  const found = words.find(([, , pattern]) => pattern.test(said));
  if (found !== undefined) return { id: found[0], title: found[1] };
  return /\b3.?d[\s-]?print|\bprinted\b/i.test(said) ? { id: 'fdm', title: 'FDM printing' } : null;
}

/** A process within a sentence: `injection moulding`, `CNC milling`. */
export function processInSentence(id: string): string {
  const title = words.find(([known]) => known === id)?.[1] ?? id.replaceAll('_', ' ');
  return /^[A-Z][a-z]/.test(title) ? title.charAt(0).toLowerCase() + title.slice(1) : title;
}

export const knownProcesses: readonly string[] = words.map(([id]) => id);
