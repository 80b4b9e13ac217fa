// The sections documents are made of: one row per name, each built from facts, or a gap where there are none.
import { type Block, factTable, type Section } from './document.ts';
import { decisionsOf } from './decisions.ts';
import { parameterTable, partTable, words } from './part-tables.ts';
import type { RoomFacts } from './room-facts.ts';
import type { Statement } from './statements.ts';

type Build = (facts: RoomFacts) => readonly Block[];

const topics = {
  electrical:
    /\b(voltage|current|power|supply|relay|frequency|consumption|terminals?|battery|resistance|impedance|fuse|input|output|sensor)\b/i,
  mechanical:
    /\b(dimensions?|size|housing|enclosure|mass|weight|mounting|load|thickness|screws?|torque|colou?r|cut-?out)\b/i,
  environment:
    /\b(temperature|humidity|protection|storage|altitude|vibration|shock|pollution|IP\s?\d\d|operating)\b/i,
  performance:
    /\b(accuracy|range|resolution|speed|response|efficiency|noise|lifetime|cycles|flow|pressure)\b/i,
} as const;

type Topic = keyof typeof topics | 'other';

/** Each statement has one topic: a line about the environment is not repeated among the mechanical ones. */
function topicOf({ name, value }: Statement): Topic {
  const order = ['environment', 'performance', 'electrical', 'mechanical'] as const;
  return order.find((one) => topics[one].test(`${name} ${one === 'environment' ? value : ''}`)) ?? 'other';
}

function statementsOn(facts: RoomFacts, topic: Topic): Statement[] {
  return facts.statements.filter((statement) => topicOf(statement) === topic);
}

function fromFiles(topic: Topic, caption: string, missing: string): Build {
  return (facts) => {
    const found = statementsOn(facts, topic);
    if (found.length === 0) return [{ block: 'gap', text: missing }];
    return [
      factTable(
        caption,
        found.map(({ name, value, origin }) => [name, value, origin]),
      ),
    ];
  };
}

const overview: Build = (facts) => [
  {
    block: 'paragraph',
    text: `This document puts together what the room “${facts.title}” knows: ${facts.parts.length} engineered part${facts.parts.length === 1 ? '' : 's'}, ${facts.files.length} attached file${facts.files.length === 1 ? '' : 's'}, ${facts.chat.length} chat message${facts.chat.length === 1 ? '' : 's'}. Each statement names its source; what is not known is listed as a gap.`,
  },
];

/** The ideas somebody went on with, else the one ranked first, said to be that. */
const features: Build = (facts) => {
  const idea = facts.ideas.at(-1);
  const best = idea?.data.ideas.toSorted((a, b) => a.rank - b.rank)[0];
  const chosen = facts.chosen.map(({ idea: { title, summary }, origin }) => ({
    text: summary === '' ? title : `${title}: ${summary}`,
    origin,
  }));
  const first =
    best === undefined || idea === undefined
      ? []
      : [{ text: `${best.title}: ${best.summary}`, origin: `${idea.origin}, ranked first, not chosen yet` }];
  const items = [...(chosen.length > 0 ? chosen : first), ...decisionsOf(facts)];
  return items.length === 0
    ? [{ block: 'gap', text: 'Features: nobody has said in this room what the product must do.' }]
    : [{ block: 'list', items }];
};

const mechanical: Build = (facts) => {
  const found = statementsOn(facts, 'mechanical');
  const blocks = [
    ...facts.parts.flatMap(partTable),
    ...facts.replaced.map((text) => ({ block: 'gap' as const, text })),
    ...(found.length === 0
      ? []
      : [
          factTable(
            'Mechanical data of attached files',
            found.map(({ name, value, origin }) => [name, value, origin] as const),
          ),
        ]),
  ];
  return blocks.length > 0
    ? blocks
    : [{ block: 'gap', text: 'Mechanical data: no part was generated and no attached file gives sizes.' }];
};

const materials: Build = (facts) => {
  const used = facts.parts.flatMap(({ data, origin }) =>
    data.measured?.material === undefined
      ? []
      : [{ part: data.title ?? 'Part', ...data.measured.material, origin }],
  );
  if (used.length === 0) return [{ block: 'gap', text: 'Materials: no part with a material was generated.' }];
  return [
    {
      block: 'table',
      caption: 'Materials',
      columns: [
        { title: 'Part' },
        { title: 'Material' },
        { title: 'Density, g/cm³', isNumber: true },
        { title: 'Source' },
      ],
      rows: used.map(({ part, name, density_g_cm3: density, source }) => [part, name, density, source]),
    },
  ];
};

const otherData: Build = (facts) => {
  const found = statementsOn(facts, 'other');
  if (found.length === 0)
    return [{ block: 'paragraph', text: 'The attached files hold no data beyond the sections above.' }];
  return [
    factTable(
      'Further data of attached files',
      found.map(({ name, value, origin }) => [name, value, origin] as const),
    ),
  ];
};

const references: Build = (facts) => [
  facts.files.length === 0
    ? { block: 'paragraph', text: 'No files are attached to this room.' }
    : {
        block: 'list',
        items: facts.files.map(({ name, sizeBytes }) => ({
          text: `${name}, ${Math.max(1, Math.round(sizeBytes / 1000))} kB${facts.unread.includes(name) ? ' (no text could be read from it)' : ''}`,
        })),
      },
];

/** Sections by the name a request may ask for. */
export const sectionBuilders: Readonly<Record<string, { title: string; build: Build }>> = {
  overview: { title: 'Overview', build: overview },
  features: { title: 'Features', build: features },
  mechanical_specs: { title: 'Mechanical specification', build: mechanical },
  electrical_specs: {
    title: 'Electrical specification',
    build: fromFiles(
      'electrical',
      'Electrical data of attached files',
      'Electrical data: no attached file gives any; attach the data sheet.',
    ),
  },
  performance: {
    title: 'Performance',
    build: fromFiles(
      'performance',
      'Performance data of attached files',
      'Performance: no attached file gives any; attach the data sheet.',
    ),
  },
  environment: {
    title: 'Environment',
    build: fromFiles(
      'environment',
      'Environmental data of attached files',
      'Environment: operating temperature, humidity and protection are not known.',
    ),
  },
  materials: { title: 'Materials', build: materials },
  other_data: { title: 'Further data', build: otherData },
  parameters: {
    title: 'Parameters and assumptions',
    build: (facts) => {
      const blocks = facts.parts.flatMap(parameterTable);
      return blocks.length > 0
        ? blocks
        : [{ block: 'gap', text: 'Parameters: no part was generated in this room.' }];
    },
  },
  decisions: {
    title: 'Decisions in the chat',
    build: (facts) => {
      const items = decisionsOf(facts);
      return items.length > 0
        ? [{ block: 'list', items }]
        : [{ block: 'gap', text: 'Decisions: the chat of this room holds none.' }];
    },
  },
  references: { title: 'References', build: references },
};

/** Names people use for the same section. */
const aliases: Readonly<Record<string, string>> = {
  mechanical: 'mechanical_specs',
  mechanical_specifications: 'mechanical_specs',
  electrical: 'electrical_specs',
  electrical_specifications: 'electrical_specs',
  environmental: 'environment',
  environmental_specs: 'environment',
  introduction: 'overview',
  summary: 'overview',
  assumptions: 'parameters',
};

/** Builds the sections asked for; an unknown one keeps its heading and becomes a gap. */
export function buildSections(names: readonly string[], facts: RoomFacts): Section[] {
  return names.map((name) => {
    const key = name
      .toLowerCase()
      .trim()
      .replaceAll(/[\s-]+/g, '_');
    const titled = Object.values(sectionBuilders).find(
      ({ title }) => title.toLowerCase() === name.trim().toLowerCase(),
    );
    const known = sectionBuilders[aliases[key] ?? key] ?? titled;
    if (known !== undefined) return { title: known.title, blocks: known.build(facts) };
    return {
      title: words(name),
      blocks: [{ block: 'gap', text: `${words(name)}: this room holds nothing on it.` }],
    };
  });
}
