// A document before it has a format: sections of blocks, every statement with its source, and what is not known.

/** Where a statement comes from, as a reader can check it: `data sheet.pdf, page 2`, `engineering result of 25 Nov 2026`. */
export type Origin = string;

export type Cell = string | number | null;

export interface Table {
  readonly block: 'table';
  readonly caption: string;
  readonly columns: readonly { readonly title: string; readonly isNumber?: boolean }[];
  readonly rows: readonly (readonly Cell[])[];
}

/** A picture of lines and texts, as our own drawings are; sizes in the units of its view box. */
export interface Figure {
  readonly block: 'figure';
  readonly caption: string;
  /** Name of the file it came from. */
  readonly file: string;
  readonly svg: string;
  readonly width: number;
  readonly height: number;
}

export type Block =
  | { readonly block: 'paragraph'; readonly text: string; readonly origin?: Origin }
  | {
      readonly block: 'list';
      readonly items: readonly { readonly text: string; readonly origin?: Origin }[];
      readonly isNumbered?: boolean;
    }
  /** Something that is not known; it is listed at the end too. */
  | { readonly block: 'gap'; readonly text: string }
  | Figure
  | Table;

export interface Section {
  readonly title: string;
  readonly blocks: readonly Block[];
}

/** One line of a bill of materials. Costs are of one piece, in the currency of the bill; null: not known. */
export interface BomRow {
  readonly part: string;
  readonly description: string;
  readonly quantity: number;
  readonly unit: string;
  readonly material: string;
  readonly massGrams: number | null;
  readonly partNumber: string;
  readonly supplier: string;
  /** Reference designators such as `R1, R2`. */
  readonly designators: string;
  readonly unitCost: number | null;
  /** ISO 4217 code of the price; null: not named. */
  readonly currency: string | null;
  readonly origin: Origin;
  readonly isAssumed: boolean;
}

/** What a row does not say. */
export const blankRow = {
  description: '',
  unit: 'pcs',
  material: '',
  massGrams: null,
  partNumber: '',
  supplier: '',
  designators: '',
  unitCost: null,
  currency: null,
  isAssumed: false,
} as const;

export interface Bom {
  readonly rows: readonly BomRow[];
  readonly hasCosts: boolean;
  readonly hasSuppliers: boolean;
  readonly currency: string | null;
  /** What was decided or left out in putting it together. */
  readonly notes: readonly string[];
}

export interface EngineeringDocument {
  readonly docType: string;
  readonly title: string;
  /** Facts for the head of the first page. */
  readonly head: readonly { readonly name: string; readonly value: string }[];
  readonly sections: readonly Section[];
  readonly bom: Bom | null;
}

/** A figure in words, for formats that show none: what it is and in which file. */
export function figureWords({ caption, file }: Figure): string {
  return `Figure: ${caption} (${file})`;
}

/** Every gap of a document, in order, each once. */
export function gapsOf({ sections }: EngineeringDocument): string[] {
  const gaps = sections.flatMap(({ blocks }) =>
    blocks.flatMap((block) => (block.block === 'gap' ? [block.text] : [])),
  );
  return [...new Set(gaps)];
}

/** The gaps as a closing list, unless the last section is that list already. */
export function closingSections(document: EngineeringDocument): Section[] {
  const gaps = gapsOf(document);
  const last = document.sections.at(-1)?.blocks ?? [];
  const listed = new Set(last.flatMap((block) => (block.block === 'gap' ? [block.text] : [])));
  if (gaps.every((gap) => listed.has(gap))) return [];
  return [{ title: 'Gaps', blocks: [{ block: 'list', items: gaps.map((text) => ({ text })) }] }];
}

/** A table of the simple kind: name, value, source. */
export function factTable(caption: string, rows: readonly (readonly [string, Cell, Origin])[]): Table {
  return {
    block: 'table',
    caption,
    columns: [{ title: 'Property' }, { title: 'Value' }, { title: 'Source' }],
    rows,
  };
}

/** Whether a table or a figure of it needs the long side of the page. */
export function isWide({ sections }: EngineeringDocument): boolean {
  return sections.some(({ blocks }) =>
    blocks.some(
      (block) =>
        (block.block === 'table' && block.columns.length > 6) ||
        (block.block === 'figure' && block.width > block.height),
    ),
  );
}
