// Sections that only the user manual has.
import { type Block, factTable, type Section } from '../document.ts';
import type { KnownPart } from '../part-results.ts';
import type { RoomFacts } from '../room-facts.ts';
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
    ...technicalData(facts),
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

/** What attached files state, for the one who installs and uses the product. */
function technicalData({ statements }: RoomFacts): Section[] {
  if (statements.length === 0) return [];
  const rows = statements.map(({ name, value, origin }) => [name, value, origin] as const);
  return [{ title: 'Technical data', blocks: [factTable('Technical data', rows)] }];
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
