// Requirements with ids, and the test plan that checks each of them.
import type { Section } from '../document.ts';
import { decisionsOf } from '../decisions.ts';
import { sizeOf } from '../part-results.ts';
import type { RoomFacts } from '../room-facts.ts';
import { noneKnown } from './none-known.ts';

interface Requirement {
  readonly id: string;
  readonly text: string;
  readonly origin: string;
  readonly check: string;
}

/** Requirements from chosen ideas, measured parts, files and decisions; ids stay the same for the same room. */
function requirementsOf(facts: RoomFacts): Requirement[] {
  const parts = facts.parts.flatMap(({ data, origin }) => {
    if (data.measured === undefined) return [];
    return [
      {
        text: `The ${(data.title ?? 'part').toLowerCase()} shall be ${sizeOf(data.measured)} overall.`,
        origin,
        check: 'Measure with a calliper; tolerance as on the drawing.',
      },
    ];
  });
  const files = facts.statements.map(({ name, value, origin }) => ({
    text: `${name}: ${value}.`,
    origin,
    check: methodFor(`${name} ${value}`),
  }));
  const said = decisionsOf(facts).map(({ text, origin }) => ({
    text,
    origin,
    check: 'Inspect against the statement.',
  }));
  const chosen = facts.chosen.map(({ idea: { title, summary }, origin }) => ({
    text: `The product shall follow the concept “${title}”${summary === '' ? '' : `: ${summary}`}`,
    origin,
    check: 'Inspect against the concept.',
  }));
  return [...chosen, ...parts, ...files, ...said].map((one, index) => ({
    id: `R-${String(index + 1).padStart(3, '0')}`,
    ...one,
  }));
}

/** How properties are usually verified, with the standard where there is one; the first that fits. */
const methods: readonly (readonly [RegExp, string])[] = [
  [/\bIP\s?\d\d\b|ingress/i, 'Test for dust and water by IEC 60529.'],
  [/humidity|\bRH\b/i, 'Damp heat, steady state, by IEC 60068-2-78; inspect and run.'],
  [/vibration/i, 'Vibration by IEC 60068-2-6; inspect and run.'],
  [/shock|drop/i, 'Shock by IEC 60068-2-27; inspect and run.'],
  [
    /(operating|storage|ambient)\b.*temperature|temperature.*\b(operating|storage)/i,
    'Cold by IEC 60068-2-1 and dry heat by IEC 60068-2-2 at both limits; inspect and run.',
  ],
  [/accuracy|resolution/i, 'Compare with a calibrated reference over the whole range.'],
  [/\b(mass|weight)\b/i, 'Weigh.'],
  [/load|torque|force/i, 'Load to the stated value on a rig; inspect for damage.'],
  [/voltage|current|power|relay|output|input|supply/i, 'Measure with calibrated meters at both limits.'],
  [/\bmm\b|dimension|size|thickness/i, 'Measure with a calliper.'],
  [/colou?r|\bRAL\b/i, 'Compare with the colour standard.'],
];

function methodFor(statement: string): string {
  return methods.find(([words]) => words.test(statement))?.[1] ?? 'Inspect against the statement.';
}

export function requirementSections(facts: RoomFacts): Section[] {
  const rows = requirementsOf(facts);
  if (rows.length === 0) return [{ title: 'Requirements', blocks: noneKnown('Requirements') }];
  return [
    {
      title: 'Requirements',
      blocks: [
        {
          block: 'table',
          caption: 'Requirements',
          columns: [{ title: 'Id' }, { title: 'Requirement' }, { title: 'Source' }, { title: 'Verified by' }],
          rows: rows.map(({ id, text, origin, check }) => [id, text, origin, check]),
        },
      ],
    },
  ];
}

export function testPlanSections(facts: RoomFacts): Section[] {
  const rows = requirementsOf(facts);
  if (rows.length === 0) return [{ title: 'Tests', blocks: noneKnown('Tests') }];
  return [
    {
      title: 'Tests',
      blocks: [
        {
          block: 'table',
          caption: 'Tests',
          columns: [
            { title: 'Test' },
            { title: 'Checks' },
            { title: 'How' },
            { title: 'Accepted when' },
            { title: 'Result' },
          ],
          rows: rows.map(({ id, text, check }) => [id.replace('R-', 'T-'), id, check, text, '']),
        },
      ],
    },
    {
      title: 'To be completed',
      blocks: [{ block: 'gap', text: 'Sample size, equipment and dates are not known.' }],
    },
  ];
}
