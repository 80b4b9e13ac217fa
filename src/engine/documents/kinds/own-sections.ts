// Sections that only one kind of document has.
import type { Block, Section } from '../document.ts';
import type { KnownPart, RoomFacts } from '../room-facts.ts';
import { decisionsOf } from '../sections.ts';

interface Requirement {
  readonly id: string;
  readonly text: string;
  readonly origin: string;
  readonly check: string;
}

/** Requirements from measured parts, files and decisions; ids stay the same for the same room. */
function requirementsOf(facts: RoomFacts): Requirement[] {
  const parts = facts.parts.flatMap(({ data, origin }) => {
    const box = data.measured?.bounding_box_mm;
    if (box === undefined) return [];
    const size = [box.x, box.y, box.z].map((mm) => Number(mm.toFixed(2))).join(' × ');
    return [
      {
        text: `The ${(data.title ?? 'part').toLowerCase()} shall be ${size} mm overall.`,
        origin,
        check: 'Measure with a calliper; tolerance ISO 2768-1 m unless the drawing says otherwise.',
      },
    ];
  });
  const files = facts.statements.map(({ name, value, origin }) => ({
    text: `${name}: ${value}.`,
    origin,
    check: `Measure or inspect: ${name.toLowerCase()}.`,
  }));
  const said = decisionsOf(facts).map(({ text, origin }) => ({
    text,
    origin,
    check: 'Inspect against the statement.',
  }));
  return [...parts, ...files, ...said].map((one, index) => ({
    id: `R-${String(index + 1).padStart(3, '0')}`,
    ...one,
  }));
}

const none = (what: string): Block[] => [
  { block: 'gap', text: `${what}: no part, file or decision of this room gives any.` },
];

export function requirementSections(facts: RoomFacts): Section[] {
  const rows = requirementsOf(facts);
  if (rows.length === 0) return [{ title: 'Requirements', blocks: none('Requirements') }];
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
  if (rows.length === 0) return [{ title: 'Tests', blocks: none('Tests') }];
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

/** Plain facts a manual needs; instructions nobody wrote are gaps, not inventions. */
export function manualSections(facts: RoomFacts): Section[] {
  const mounting = facts.statements.filter(({ name, value }) =>
    /mount|install|screw|terminal/i.test(`${name} ${value}`),
  );
  const holes = facts.parts.flatMap(holeSentences);
  const installation: Block[] = [
    ...mounting.map(({ name, value, origin }) => ({ text: `${name}: ${value}.`, origin })),
    ...holes,
  ].map(({ text, origin }) => ({ block: 'paragraph', text, origin }));
  return [
    { title: 'Installation', blocks: installation.length > 0 ? installation : none('Installation') },
    {
      title: 'Operation',
      blocks: [
        { block: 'gap', text: 'Operation: nobody has described in this room how the product is used.' },
      ],
    },
    {
      title: 'Safety',
      blocks: [{ block: 'gap', text: 'Safety: hazards and warnings have not been assessed in this room.' }],
    },
    {
      title: 'Maintenance and disposal',
      blocks: [{ block: 'gap', text: 'Maintenance and disposal are not known.' }],
    },
  ];
}

function holeSentences({ data, origin }: KnownPart): { text: string; origin: string }[] {
  const value = (name: string): number =>
    Number(data.parameters?.find((parameter) => parameter.name === name)?.value ?? 0);
  const holes = value('hole_count');
  if (holes === 0) return [];
  return [
    {
      text: `Fix the ${(data.title ?? 'part').toLowerCase()} through its ${holes} holes of Ø${value('hole_diameter')} mm.`,
      origin,
    },
  ];
}

/** A first check of the parameters a part was built from against published limits. */
export function dfmSections(facts: RoomFacts): Section[] {
  const rows = facts.parts.flatMap(({ data, origin }) => {
    const value = (name: string): number | null => {
      const found = data.parameters?.find((parameter) => parameter.name === name)?.value;
      return typeof found === 'number' ? found : null;
    };
    const title = data.title ?? 'Part';
    const wall = value('wall') ?? value('thickness');
    const fillet = value('inner_fillet');
    const [edge, diameter] = [value('hole_edge_distance'), value('hole_diameter')];
    return [
      ...(wall === null
        ? []
        : [
            [
              title,
              'Wall thickness',
              `${wall} mm`,
              'at least 1.2 mm for moulded ABS (material suppliers’ guides)',
              wall >= 1.2 ? 'passed' : 'too thin',
              origin,
            ],
          ]),
      ...(fillet === null || wall === null
        ? []
        : [
            [
              title,
              'Inside corner radius',
              `${fillet} mm`,
              'at least half the wall',
              fillet >= wall / 2 ? 'passed' : 'too sharp',
              origin,
            ],
          ]),
      ...(edge === null || diameter === null || value('hole_count') === 0
        ? []
        : [
            [
              title,
              'Hole centre to edge',
              `${edge} mm`,
              `at least 1.5 hole diameters, ${1.5 * diameter} mm`,
              edge >= 1.5 * diameter ? 'passed' : 'too near',
              origin,
            ],
          ]),
    ];
  });
  const table: Block[] =
    rows.length === 0
      ? none('Checks')
      : [
          {
            block: 'table',
            caption: 'Checks of the parameters',
            columns: ['Part', 'Check', 'Found', 'Limit', 'Verdict', 'Source'].map((title) => ({ title })),
            rows,
          },
        ];
  return [
    { title: 'Checks', blocks: table },
    {
      title: 'Not checked',
      blocks: [
        {
          block: 'gap',
          text: 'Draft, undercuts and local wall thickness are not measured by this document.',
        },
      ],
    },
  ];
}

export function drawingSections(facts: RoomFacts): Section[] {
  const has = facts.parts.length > 0;
  return [
    {
      title: 'Sheet',
      blocks: has
        ? [
            {
              block: 'list',
              items: [
                { text: 'General tolerances: ISO 2768-1 m, unless stated otherwise.' },
                { text: 'Projection: first angle (ISO 5456-2).' },
                { text: 'All dimensions in millimetres.' },
              ],
            },
            {
              block: 'gap',
              text: 'Views: this document gives the sheet’s data only; the views are in the STEP file.',
            },
          ]
        : none('Drawing'),
    },
  ];
}
