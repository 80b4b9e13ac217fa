// A pulley of a synchronous belt round Z: hub below, two flanges, teeth between them, plain bore.
import { circleArea, count, type Family, length, type Problem, readValues } from '../family.ts';
import type { PartValues } from '../part-specification.ts';
import { type TimingBelt, timingBeltOf, timingBelts, usualTimingBelt } from '../timing-belts.ts';
import { grooveArea, type GroovePiece, timingGroove } from '../timing-groove.ts';

const names = [
  'pitch',
  'pitch_line',
  'teeth',
  'width',
  'bore',
  'flange_thickness',
  'flange_diameter',
  'hub_diameter',
  'hub_length',
] as const;
const series = timingBelts.map(({ name }) => name).join(', ');

export const timingPulley: Family = {
  id: 'timing_pulley',
  title: 'Timing pulley',
  example: 'GT2 timing pulley, 20 teeth, bore 5 mm, for a 6 mm belt',
  called:
    /\b(?:(?:GT-?2|2GT|HTD|T5|T10|MXL|XL|3M|5M|timing|synchronous|toothed|cog(?:ged)?)[\s-]*)+(?:2\s?mm\s*|3M\s*|5M\s*)?(?:belt\s*)?(?:pulleys?|sprockets?|wheels?)\b|\bpulleys?\b(?=.*\b(?:GT-?2|HTD|T5|T10|MXL|XL|3M|5M|teeth|tooth|timing)\b)|\b\d{2,3}[\s-]?(?:teeth|tooth|T)\s+pulleys?\b/i,
  usualMaterial: { name: 'Aluminium 6061-T6', reason: 'timing pulleys are usually cut from aluminium' },
  envelope: [],
  parameters: [
    length('pitch', 'Belt pitch', {
      min: 2,
      max: 10,
      words: ['pitch', 'belt pitch'],
      sayings: timingBelts.map(({ name, called, pitch, source }) => ({
        called,
        value: () => pitch,
        reason: `${name} (${source})`,
      })),
      assume: () => ({ value: 2, reason: `GT2, the belt of small drives; others here are ${series}` }),
    }),
    length('pitch_line', 'Pitch line above the tooth tips', {
      min: 0.254,
      max: 0.93,
      words: ['pitch line', 'pld'],
      serves: ['pitch'],
      sayings: timingBelts.map(({ name, called, pitchLine, source }) => ({
        called,
        value: () => pitchLine,
        reason: `${name} (${source})`,
      })),
      assume: ({ pitch }) => {
        const { name, pitchLine, source } = usualTimingBelt(pitch) ?? {
          name: 'no series',
          pitchLine: 0.254,
          source: '',
        };
        return { value: pitchLine, reason: `${name}${source === '' ? '' : ` (${source})`}` };
      },
    }),
    count('teeth', 'Teeth', {
      min: 10,
      max: 200,
      words: ['teeth', 'tooth'],
      sayings: [{ called: /\b(\d{2,3})\s?T\b/, value: (teeth) => teeth, reason: 'T for teeth' }],
    }),
    length('belt_width', 'Belt width', {
      min: 2,
      max: 200,
      words: ['belt width', 'belt'],
      serves: ['width'],
      assume: ({ pitch = 2 }) => ({
        value: pitch < 4 ? 6 : pitch < 6 ? 10 : 25,
        reason: 'a usual belt of this pitch',
      }),
    }),
    length('width', 'Width of the teeth (Z)', {
      min: 2,
      max: 300,
      words: ['face width', 'width', 'wide'],
      assume: ({ belt_width: belt = 0 }) => ({ value: belt + 1, reason: 'the belt and 1 mm of play' }),
    }),
    length('bore', 'Bore', {
      min: 1,
      max: 500,
      words: ['bore', 'shaft', 'hole'],
      assume: ({ pitch = 0, teeth = 0 }) => ({
        value: Math.max(3, Math.round((pitch * teeth) / Math.PI / 3)),
        reason: 'a third of the pitch diameter',
      }),
    }),
    length('flange_thickness', 'Flange thickness', {
      min: 0,
      max: 20,
      words: ['flange thickness', 'flanges', 'flange'],
      assume: () => ({ value: 1, reason: 'a flange on both sides keeps the belt; 0 for none' }),
    }),
    length('flange_diameter', 'Flange diameter', {
      min: 5,
      max: 1000,
      words: ['flange diameter'],
      serves: ['flange_thickness'],
      assume: ({ pitch = 0, pitch_line: above = 0, teeth = 0 }) => ({
        value: Number(((pitch * teeth) / Math.PI - 2 * above + 2 + 0.6 * pitch).toFixed(1)),
        reason: "1 mm and three tenths of the pitch above the tooth tips: beyond the belt's back",
      }),
    }),
    length('hub_length', 'Hub length', {
      min: 0,
      max: 500,
      words: ['hub length'],
      assume: () => ({ value: 6, reason: 'room for a set screw; 0 for none' }),
    }),
    length('hub_diameter', 'Hub diameter', {
      min: 2,
      max: 600,
      words: ['hub diameter', 'hub'],
      serves: ['hub_length'],
      assume: ({ bore = 0 }) => ({ value: bore + 8, reason: '4 mm of wall for a set screw' }),
    }),
  ],
  check,
  volumeMm3(values) {
    const v = readValues(values, ...names);
    const { outerRadius, groove } = timingTeeth(values);
    const teeth = circleArea(2 * outerRadius) - v.teeth * grooveArea(groove ?? [], outerRadius);
    const height = v.width + 2 * v.flange_thickness + v.hub_length;
    return (
      teeth * v.width +
      2 * circleArea(v.flange_diameter) * v.flange_thickness +
      circleArea(v.hub_diameter) * v.hub_length -
      circleArea(v.bore) * height
    );
  },
  boxMm(values) {
    const v = readValues(values, ...names);
    const height = v.width + 2 * v.flange_thickness + v.hub_length;
    const round = Math.max(
      v.flange_thickness > 0 ? v.flange_diameter : 0,
      v.hub_length > 0 ? v.hub_diameter : 0,
    );
    const { outerRadius, groove } = timingTeeth(values);
    const edge = groove?.at(-1)?.to ?? [1, 0];
    const gap = Math.atan2(edge[1], edge[0]);
    const across = (degrees: number): number =>
      reach(degrees, v.teeth, gap) * outerRadius + reach(degrees + 180, v.teeth, gap) * outerRadius;
    return [Math.max(round, across(0)), Math.max(round, across(90)), height];
  },
};

/** How far the teeth reach in a direction, as a share of the outside; a groove `gap` rad to both sides lies on +X. */
function reach(degrees: number, teeth: number, gap: number): number {
  const pitch = (2 * Math.PI) / teeth;
  const angle = (degrees * Math.PI) / 180;
  const fromGroove = Math.abs(angle - Math.round(angle / pitch) * pitch);
  return fromGroove >= gap ? 1 : Math.cos(gap - fromGroove);
}

export interface TimingTeeth {
  readonly belt: TimingBelt | undefined;
  readonly outerRadius: number;
  readonly groove: readonly GroovePiece[] | null;
}

/** Outside radius, mm: that of the pitch circle p · z / π less the pitch line; and the groove on +X. */
export function timingTeeth(values: PartValues): TimingTeeth {
  const v = readValues(values, 'pitch', 'pitch_line', 'teeth');
  const belt = timingBeltOf(v.pitch, v.pitch_line);
  const outerRadius = (v.pitch * v.teeth) / (2 * Math.PI) - v.pitch_line;
  return { belt, outerRadius, groove: belt === undefined ? null : timingGroove(belt, outerRadius) };
}

function check(values: PartValues): Problem[] {
  const v = readValues(values, ...names);
  const { belt, outerRadius, groove } = timingTeeth(values);
  if (belt === undefined || groove === null) {
    const known = timingBelts.map(({ name, pitch }) => `${name}: ${pitch} mm`).join(', ');
    return [{ field: 'pitch', message: `${v.pitch} mm is of no belt known here; known are ${known}` }];
  }
  const edge = groove.at(-1)?.to ?? [0, 0];
  const land = 2 * outerRadius * (Math.PI / v.teeth - Math.atan2(edge[1], edge[0]));
  if (land < 0.1)
    return [{ field: 'teeth', message: `${v.teeth} teeth are too few: the grooves of ${belt.name} meet` }];
  if (v.bore + 1 > 2 * (outerRadius - belt.depth))
    return [{ field: 'bore', message: `${v.bore} mm leaves no rim below the teeth` }];
  if (v.flange_thickness > 0 && v.flange_diameter < 2 * outerRadius + 0.2)
    return [
      {
        field: 'flange_diameter',
        message: `${v.flange_diameter} mm does not stand above the teeth by 0.1 mm or more`,
      },
    ];
  if (v.hub_length > 0 && v.hub_diameter < v.bore + 1)
    return [{ field: 'hub_diameter', message: `${v.hub_diameter} mm leaves no wall round the bore` }];
  return [];
}
