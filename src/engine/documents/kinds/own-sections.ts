// Sections that only the user manual and the drawing have.
import type { Block, Section } from '../document.ts';
import type { KnownPart, RoomFacts } from '../room-facts.ts';
import { noneKnown } from './none-known.ts';

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
    { title: 'Installation', blocks: installation.length > 0 ? installation : noneKnown('Installation') },
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
      text: `Fix the ${(data.title ?? 'part').toLowerCase()} through its ${holes} holes of ⌀${value('hole_diameter')} mm.`,
      origin,
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
        : noneKnown('Drawing'),
    },
  ];
}
