// Tightening torque of a metric screw by VDI 2230: yield used to 90 %, friction in the thread and under the head.
import { findClearanceHole } from '../../cad/understand/screw-sizes.ts';
import type { Knowledge } from './knowledge.ts';
import { readNumber, show } from './quantities.ts';
import { cite, type Question, type SkillAnswer } from './skill.ts';

/** Least outer diameter of the bearing face of hexagon heads, dw in mm (ISO 4014:2022, product grade A). */
const bearingMm: Readonly<Record<string, number>> = {
  M3: 4.57,
  M4: 5.88,
  M5: 6.88,
  M6: 8.88,
  M8: 11.63,
  M10: 14.63,
  M12: 16.63,
  M16: 22.49,
  M20: 28.19,
  M24: 33.61,
};

/** Least 0.2 % proof strength, MPa, up to M16 and above (ISO 898-1:2013, table 3). */
const proofMPa: Readonly<Record<string, readonly [number, number]>> = {
  '8.8': [640, 660],
  '10.9': [940, 940],
  '12.9': [1100, 1100],
};
const utilisation = 0.9;
const usualFriction = 0.12;
const metreMm = 1000;
const newtonMetresPerLbfIn = 0.1129848290276167;
const newtonMetresPerLbfFt = 1.3558179483314;

/** `in lbf·ft` asks for foot-pounds: the first word is no inch. */
const isAsked = {
  foot: /\b(?:ft|foot)[-·*. ]{1,3}(?:lbf?s?|pounds?)\b|\blbf?s?[-·*. ]{1,3}(?:ft|foot)\b/i,
  inch: /\b(?:in|inch)[-·*.](?:lbf?s?|pounds?)\b|\blbf?s?[-·*. ]{1,3}(?:in|inch)\b/i,
} as const;

interface Tightening {
  /** N. */
  readonly preload: number;
  /** N·mm. */
  readonly torque: number;
}

/**
 * VDI 2230 part 1:2015, equations R8 and R13 with d0 = dS: preload at which tension and torsion together use 90 % of
 * the proof strength, and the torque that gives it. Lengths in mm, proof strength in MPa.
 */
function tighten(
  screw: { readonly d: number; readonly pitch: number; readonly bearing: number; readonly hole: number },
  proof: number,
  friction: number,
): Tightening {
  const { d, pitch, bearing, hole } = screw;
  const d2 = d - 0.649_519 * pitch;
  const d3 = d - 1.226_869 * pitch;
  const ds = (d2 + d3) / 2;
  const area = (Math.PI / 4) * ds ** 2;
  const twist = 1.5 * (d2 / ds) * (pitch / (Math.PI * d2) + 1.155 * friction);
  const preload = (utilisation * proof * area) / Math.sqrt(1 + 3 * twist ** 2);
  const headMean = (bearing + hole) / 2;
  return { preload, torque: preload * (0.16 * pitch + 0.58 * d2 * friction + (headMean / 2) * friction) };
}

/** `tightening torque for M6 8.8`, `torque M8 10.9 with friction 0.14`. */
export function answerTorque({ text, knowledge }: Question): SkillAnswer | null {
  if (!/torque|tighten|preload|clamp(ing)? (force|load)/i.test(text)) return null;
  const [, size, second] = /\bM\s?(\d+(?:\.\d)?)(?:\s?[x×]\s?(\d+(?:[.,]\d+)?))?(?![\d])/.exec(text) ?? [];
  if (size === undefined) return null;
  const screw = screwOf(`M${size}`, second === undefined ? null : readNumber(second), knowledge);
  if (screw === null)
    return {
      text: `For tightening torques my table has ${Object.keys(bearingMm).join(', ')}; M${size} is not among them.`,
      sources: [],
    };
  const asked = /(?<![\d.])(4\.6|5\.6|5\.8|6\.8|8\.8|10\.9|12\.9|A[24]-?[5-8]0)(?![\d.])/i.exec(text)?.[1];
  if (asked !== undefined && proofMPa[asked] === undefined)
    return {
      text: `VDI 2230 tables torques for the classes ${Object.keys(proofMPa).join(', ')}; not for ${asked}. Ask the maker of the screw.`,
      sources: [cite(source)],
    };
  const said = /(?:friction|µ|μ|\bmu)\D{0,20}?(0[.,]\d+)/i.exec(text)?.[1];
  const friction = said === undefined ? usualFriction : readNumber(said);
  if (!(friction >= 0.04 && friction <= 0.4))
    return { text: `A friction of ${said} is outside 0.04 to 0.4, which VDI 2230 covers.`, sources: [] };
  const classes = asked === undefined ? Object.keys(proofMPa) : [asked];
  const lines = classes.map((grade) => lineOf(screw, { grade, friction, text }));
  return {
    text: [
      `**M${size}**, hexagon head (ISO 4014), pitch ${screw.pitch} mm, friction ${friction}${said === undefined ? ' (assumed: lightly oiled, class B is 0.08 to 0.16)' : ''} in the thread and under the head, 90 % of the proof strength:`,
      '',
      ...lines,
      '',
      'By F = 0.9 · Rp0.2 · A / √(1 + 3 · (1.5 · d2/dS · (P/(π·d2) + 1.155 · µ))²) and M = F · (0.16 · P + 0.58 · d2 · µ + DKm/2 · µ). The torque is the most a screw bears; scatter of the tool, the joint and soft materials ask for less.',
    ].join('\n'),
    sources: [cite(source), cite('ISO 898-1:2013, proof strengths'), cite('ISO 4014, bearing faces')],
  };
}

const source =
  'VDI 2230 part 1:2015, systematic calculation of highly stressed bolted joints (tightening torques as its table A1)';

type Screw = Parameters<typeof tighten>[0];

/** The second figure of `M8x1` is a pitch of the fine series, that of `M8x30` a length. */
function screwOf(
  name: string,
  second: number | null,
  { standards, standardTables }: Knowledge,
): Screw | null {
  const coarse = standards.threads.rows.find((one) => one.name === name);
  const fine = standardTables.fineThreads.rows.find((one) => one.size === name && one.pitchMm === second);
  const bearing = bearingMm[name];
  const hole = findClearanceHole(`${name} medium`)?.diameterMm;
  if (coarse === undefined || bearing === undefined || hole === undefined) return null;
  return { d: Number(name.slice(1)), pitch: fine?.pitchMm ?? coarse.pitchMm, bearing, hole };
}

function lineOf(
  screw: Screw,
  { grade, friction, text }: { readonly grade: string; readonly friction: number; readonly text: string },
): string {
  const [upToM16 = 0, above = 0] = proofMPa[grade] ?? [];
  const { preload, torque } = tighten(screw, screw.d <= 16 ? upToM16 : above, friction);
  const newtonMetres = torque / metreMm;
  const inch = isAsked.foot.test(text)
    ? ` = ${show(newtonMetres / newtonMetresPerLbfFt)} lbf·ft`
    : isAsked.inch.test(text)
      ? ` = ${show(newtonMetres / newtonMetresPerLbfIn)} lbf·in`
      : '';
  return `- class ${grade}: **${show(newtonMetres)} N·m**${inch}, preload ${show(preload / 1000)} kN`;
}
