// The sections documents are made of: one row per name, each built from facts, or a gap where there are none.
import type { Parameter } from '../../shared/protocol/response-data.ts';
import { type Block, factTable, type Section } from './document.ts';
import type { KnownPart, RoomFacts, Statement } from './room-facts.ts';

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

/** Statements of files on one topic; a line about the environment is not repeated among the mechanical ones. */
function statementsOn(facts: RoomFacts, topic: keyof typeof topics): Statement[] {
  const order = ['environment', 'performance', 'electrical', 'mechanical'] as const;
  return facts.statements.filter(
    ({ name, value }) =>
      order.find((one) => topics[one].test(`${name} ${one === 'environment' ? value : ''}`)) === topic,
  );
}

function fromFiles(topic: keyof typeof topics, caption: string, missing: string): Build {
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

/** A part's size, mass and material, measured. */
export function partTable({ data, origin }: KnownPart): Block[] {
  const { measured } = data;
  if (measured === undefined) return [];
  const { x, y, z } = measured.bounding_box_mm;
  const title = data.title ?? 'Part';
  return [
    factTable(title, [
      ['Overall size', `${[x, y, z].map((mm) => Number(mm.toFixed(2))).join(' × ')} mm`, origin],
      [
        'Volume',
        `${Number((measured.volume_mm3 / 1000).toPrecision(5))} cm³`,
        `${origin}, ${measured.method}`,
      ],
      ['Surface', `${Number((measured.surface_area_mm2 / 100).toPrecision(5))} cm²`, origin],
      ...(measured.mass_g === undefined
        ? []
        : [['Mass', `${Number(measured.mass_g.toPrecision(3))} g`, origin] as const]),
      ...(measured.material === undefined
        ? []
        : [
            [
              'Material',
              `${measured.material.name}, density ${measured.material.density_g_cm3} g/cm³`,
              measured.material.source,
            ] as const,
          ]),
    ]),
  ];
}

/** A part's parameters, with what was assumed and why. */
export function parameterTable({ data }: KnownPart): Block[] {
  const parameters = data.parameters ?? [];
  if (parameters.length === 0) return [];
  return [
    {
      block: 'table',
      caption: `Parameters of the ${(data.title ?? 'part').toLowerCase()}`,
      columns: [{ title: 'Parameter' }, { title: 'Value' }, { title: 'From' }],
      rows: parameters.map((parameter) => [
        words(parameter.name),
        showValue(parameter),
        parameter.origin === 'assumed'
          ? `assumed: ${parameter.reason ?? 'no reason given'}`
          : parameter.origin,
      ]),
    },
  ];
}

function showValue({ value, unit }: Parameter): string {
  const shown = typeof value === 'number' ? String(Number(value.toFixed(3))) : value;
  return unit === undefined ? shown : `${shown} ${unit}`;
}

export function words(wire: string): string {
  const plain = wire.replaceAll(/[_-]+/g, ' ').trim();
  return plain.charAt(0).toUpperCase() + plain.slice(1);
}

const decided =
  /\b(we (will|shall|agreed|decided|use|need)|must|shall|should|has to|decided|agreed|required?)\b/i;

/** Sentences of the chat that decide or demand something. */
export function decisionsOf(facts: RoomFacts): { text: string; origin: string }[] {
  return facts.chat
    .filter(({ text }) => decided.test(text))
    .map(({ text, sender, at }) => ({ text: text.trim(), origin: `${sender}, ${at.slice(0, 10)}` }));
}

const overview: Build = (facts) => [
  {
    block: 'paragraph',
    text: `This document puts together what the room “${facts.title}” knows: ${facts.parts.length} engineered part${facts.parts.length === 1 ? '' : 's'}, ${facts.files.length} attached file${facts.files.length === 1 ? '' : 's'}, ${facts.chat.length} chat message${facts.chat.length === 1 ? '' : 's'}. Each statement names its source; what is not known is listed as a gap.`,
  },
];

const features: Build = (facts) => {
  const idea = facts.ideas.at(-1);
  const best = idea?.data.ideas.toSorted((a, b) => a.rank - b.rank)[0];
  const decisions = decisionsOf(facts);
  const items = [
    ...(best === undefined || idea === undefined
      ? []
      : [{ text: `${best.title}: ${best.summary}`, origin: idea.origin }]),
    ...decisions,
  ];
  return items.length === 0
    ? [{ block: 'gap', text: 'Features: nobody has said in this room what the product must do.' }]
    : [{ block: 'list', items }];
};

const mechanical: Build = (facts) => {
  const found = statementsOn(facts, 'mechanical');
  const blocks = [
    ...facts.parts.flatMap(partTable),
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
    const known = sectionBuilders[aliases[key] ?? key];
    if (known !== undefined) return { title: known.title, blocks: known.build(facts) };
    return {
      title: words(name),
      blocks: [{ block: 'gap', text: `${words(name)}: this room holds nothing on it.` }],
    };
  });
}
