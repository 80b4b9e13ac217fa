// Compliance: which rules of a market apply, chosen from what the room says of the product, each with why and with what evidence there is.
import type { Section } from '../document.ts';
import type { RoomFacts } from '../room-facts.ts';

interface Rule {
  readonly market: string;
  readonly name: string;
  readonly applies: RegExp | null;
  readonly why: string;
  readonly evidence: RegExp;
}

const electrical =
  /\b(voltage|mains|battery|electronics?|pcb|sensor|relay|wireless|power|charger|motor|thermostat)\b/i;
const radio = /\b(wireless|radio|bluetooth|ble|wi-?fi|zigbee|thread|lora|antenna)\b/i;
const mains = /\b(mains|230 ?V|120 ?V|110 ?V|100-240 ?V)\b/i;

/** Titles of the acts as published; `applies` null means always. */
const rules: readonly Rule[] = [
  {
    market: 'EU',
    name: 'General product safety, Regulation (EU) 2023/988',
    applies: null,
    why: 'applies to consumer products unless a special act covers the risk',
    evidence: /risk assessment|safety/i,
  },
  {
    market: 'EU',
    name: 'EMC Directive 2014/30/EU',
    applies: electrical,
    why: 'the product has electronics',
    evidence: /\bEMC\b|emission|immunity/i,
  },
  {
    market: 'EU',
    name: 'Low Voltage Directive 2014/35/EU',
    applies: mains,
    why: 'it works between 50 and 1000 V AC',
    evidence: /\bLVD\b|62368|60730|60335/i,
  },
  {
    market: 'EU',
    name: 'Radio Equipment Directive 2014/53/EU',
    applies: radio,
    why: 'it has a radio; EMC and safety are then covered by this act',
    evidence: /\bRED\b|300 ?328|radio report/i,
  },
  {
    market: 'EU',
    name: 'RoHS Directive 2011/65/EU',
    applies: electrical,
    why: 'it is electrical equipment',
    evidence: /RoHS/i,
  },
  {
    market: 'EU',
    name: 'WEEE Directive 2012/19/EU',
    applies: electrical,
    why: 'it is electrical equipment',
    evidence: /WEEE/i,
  },
  {
    market: 'EU',
    name: 'REACH Regulation (EC) No 1907/2006, article 33',
    applies: null,
    why: 'applies to every article',
    evidence: /REACH|SVHC/i,
  },
  {
    market: 'UK',
    name: 'UKCA: the UK regulations that mirror the EU acts above',
    applies: electrical,
    why: 'the product has electronics',
    evidence: /UKCA/i,
  },
  {
    market: 'US',
    name: 'FCC 47 CFR part 15',
    applies: electrical,
    why: 'digital electronics radiate; a radio is an intentional radiator',
    evidence: /\bFCC\b/i,
  },
  {
    market: 'US',
    name: 'Product safety listing (UL or another NRTL)',
    applies: mains,
    why: 'it is connected to mains',
    evidence: /\bUL\b|NRTL/i,
  },
  {
    market: 'all',
    name: 'Ingress protection, IEC 60529',
    applies: /\bIP\s?\d\d\b|waterproof|outdoor|dust/i,
    why: 'a degree of protection is claimed or needed',
    evidence: /\bIP\s?\d\d\b/i,
  },
];

/** The checklist. Evidence is a file or a statement of this room; nothing is taken as fulfilled without one. */
export function complianceSections(facts: RoomFacts): Section[] {
  const said = [
    ...facts.statements.map(({ name, value, origin }) => ({ text: `${name} ${value}`, origin })),
    ...facts.chat.map(({ text, sender }) => ({ text, origin: `chat, ${sender}` })),
    { text: facts.title, origin: 'title of the room' },
  ];
  const rows = rules.flatMap((rule) => {
    const reason =
      rule.applies === null ? 'always' : said.find(({ text }) => rule.applies?.test(text) === true)?.origin;
    if (reason === undefined) return [];
    const evidence =
      facts.files.find(({ name }) => rule.evidence.test(name))?.name ??
      said.find(({ text }) => rule.evidence.test(text))?.origin ??
      '';
    return [
      [rule.market, rule.name, `${rule.why} (${reason})`, evidence === '' ? 'none in this room' : evidence],
    ];
  });
  return [
    {
      title: 'Rules that apply',
      blocks: [
        {
          block: 'table',
          caption: 'Rules that apply',
          columns: ['Market', 'Rule', 'Why', 'Evidence'].map((title) => ({ title })),
          rows,
        },
      ],
    },
    {
      title: 'To be completed',
      blocks: [
        ...rows
          .filter(([, , , evidence]) => evidence === 'none in this room')
          .map(([, name]) => ({ block: 'gap' as const, text: `Evidence for ${name}.` })),
        {
          block: 'gap',
          text: 'The choice is made from words of this room; have it confirmed by whoever is responsible for conformity.',
        },
      ],
    },
  ];
}
