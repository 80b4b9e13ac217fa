// Lines of attached files that say a property and its value.

/** One line of an attached file that says a property and its value. */
export interface Statement {
  readonly name: string;
  readonly value: string;
  readonly origin: string;
}

const units =
  'mm²|mm³|cm²|cm³|mm|cm|m²|m|kg|g|mg|N|kN|N·?m|MPa|GPa|V|mV|kV|A|mA|µA|W|mW|kW|Wh|mAh|Ah|Ω|kΩ|MΩ|µF|nF|pF|Hz|kHz|MHz|GHz|°C|°|K|%|s|ms|h|min|bar|Pa|kPa|lm|dBm?|dBi|[Rr][Pp][Mm]|L|l/min';
const unitWord = new RegExp(`\\d\\s*(?:${units})(?![\\p{L}\\d])|\\bIP\\s?\\d\\d\\b|\\bRAL\\s?\\d{4}\\b`, 'u');

/** Lines of the form "name: value", "name   value" or "name 24 V" that carry a number with a unit. */
export function statementsIn(text: string): { name: string; value: string }[] {
  return text.split(/\n/).flatMap((raw) => {
    const line = raw.trim();
    if (line.length < 5 || line.length > 200 || !unitWord.test(line)) return [];
    const parts =
      /^([A-Za-zÀ-ž][^:|\t]{1,60}?)(?:\s*[:|\t]\s*|\s{2,}|\s+(?=[±−~<>≤≥Ø⌀-]?\s?\d|IP\s?\d))(.{1,140})$/.exec(
        line,
      );
    const [, name = '', value = ''] = parts ?? [];
    return name.split(' ').length > 7 || name === '' ? [] : [{ name: name.trim(), value: value.trim() }];
  });
}
