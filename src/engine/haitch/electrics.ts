// Electrics by closed forms: battery life, Ohm's law, the width of a track.
import { quantitiesIn, said, show } from './quantities.ts';
import { cite, type Question, type SkillAnswer } from './skill.ts';

const currents = { A: 1, mA: 1e-3, µA: 1e-6, uA: 1e-6 } as const;
const hoursPerDay = 24;

/** `battery life of 1200 mAh at 15 mA`. */
export function answerBattery({ text }: Question): SkillAnswer | null {
  const [charge] = quantitiesIn(text, { Ah: 1, mAh: 1e-3 });
  const [current] = quantitiesIn(text, currents);
  if (charge === undefined || current === undefined || current <= 0) return null;
  const hours = charge / current;
  const days = hours > 2 * hoursPerDay ? ` = ${show(hours / hoursPerDay)} days` : '';
  return {
    text: [
      `t = Q / I = ${said(charge * 1000)} mAh / ${said(current * 1000)} mA = **${show(hours)} h**${days}`,
      '',
      'That is the ideal: self-discharge, cold, cut-off voltage and peak currents take from it.',
    ].join('\n'),
    sources: [cite('Calculated from charge = current · time')],
  };
}

/** `current of 12 V across 470 Ω`: two of voltage, current and resistance give the third, and the power. */
export function answerOhm({ text }: Question): SkillAnswer | null {
  const [voltage] = quantitiesIn(text, { V: 1, mV: 1e-3, kV: 1e3 });
  const [current] = quantitiesIn(text, currents);
  const [resistance] = quantitiesIn(text, { Ω: 1, ohm: 1, ohms: 1, kΩ: 1e3, MΩ: 1e6 });
  if (!/current|resist|voltage|power|ohm|Ω|drop/i.test(text)) return null;
  const lines = ohm({ voltage, current, resistance });
  return lines === null
    ? null
    : {
        text: lines.map((line) => `- ${line}`).join('\n'),
        sources: [cite('Ohm’s law, U = R · I, and P = U · I')],
      };
}

interface Circuit {
  readonly voltage: number | undefined;
  readonly current: number | undefined;
  readonly resistance: number | undefined;
}

function ohm({ voltage: u, current: i, resistance: r }: Circuit): string[] | null {
  const power = (volts: number, amperes: number): string => `P = U · I = **${show(volts * amperes)} W**`;
  if (u !== undefined && r !== undefined && r > 0 && i === undefined)
    return [`I = U / R = ${said(u)} V / ${said(r)} Ω = **${show(u / r)} A**`, power(u, u / r)];
  if (i !== undefined && r !== undefined && u === undefined)
    return [`U = R · I = ${said(r)} Ω · ${said(i)} A = **${show(r * i)} V**`, power(r * i, i)];
  if (u !== undefined && i !== undefined && i > 0 && r === undefined)
    return [`R = U / I = ${said(u)} V / ${said(i)} A = **${show(u / i)} Ω**`, power(u, i)];
  return null;
}

/** Thickness of an ounce of copper on a square foot, and a thousandth of an inch, in mm. */
const ounceMm = 0.0348;
const milMm = 0.0254;

/** `trace width for 2 A, 10 °C rise, 1 oz`; the IPC-2221 chart as a formula, I = k · ΔT^0.44 · A^0.725 with A in mil². */
export function answerTrack({ text }: Question): SkillAnswer | null {
  if (!/\b(?:trace|track|conductor)\b/i.test(text) || !/width|wide/i.test(text)) return null;
  const [current] = quantitiesIn(text, currents);
  if (current === undefined)
    return {
      text: 'For a track’s width I need the current, such as “2 A”; the rise (“10 °C”) and copper (“1 oz”) when they differ from that.',
      sources: [],
    };
  const given = quantitiesIn(text, { '°C': 1, K: 1, degC: 1 })[0];
  const ounces = quantitiesIn(text, { oz: 1 })[0] ?? 1;
  const rise = given ?? 10;
  const width = (k: number): number =>
    ((current / (k * rise ** 0.44)) ** (1 / 0.725) * milMm ** 2) / (ounces * ounceMm);
  return {
    text: [
      `Track for ${said(current)} A at a rise of ${said(rise)} K${given === undefined ? ' (assumed)' : ''}, copper of ${said(ounces)} oz:`,
      '',
      `- outer layer (k = 0.048): **${show(width(0.048))} mm**`,
      `- inner layer (k = 0.024): **${show(width(0.024))} mm**`,
      '',
      'By A = (I / (k · ΔT^0.44))^(1/0.725) in mil², width = A / thickness. The chart covers up to 35 A and 10 to 100 K.',
    ].join('\n'),
    sources: [
      cite('IPC-2221B, generic standard on printed board design, conductor sizing (curve fit of its chart)'),
    ],
  };
}
