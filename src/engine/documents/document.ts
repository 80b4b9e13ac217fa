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

export type Block =
  | { readonly block: 'paragraph'; readonly text: string; readonly origin?: Origin }
  | {
      readonly block: 'list';
      readonly items: readonly { readonly text: string; readonly origin?: Origin }[];
      readonly isNumbered?: boolean;
    }
  /** Something that is not known; it is listed at the end too. */
  | { readonly block: 'gap'; readonly text: string }
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
  readonly unitCost: number | null;
  readonly origin: Origin;
  readonly isAssumed: boolean;
}

export interface Bom {
  readonly rows: readonly BomRow[];
  readonly hasCosts: boolean;
  readonly hasSuppliers: boolean;
  readonly currency: string;
}

export interface EngineeringDocument {
  readonly docType: string;
  readonly title: string;
  /** Facts for the head of the first page. */
  readonly head: readonly { readonly name: string; readonly value: string }[];
  readonly sections: readonly Section[];
  readonly bom: Bom | null;
}

/** Every gap of a document, in order, each once. */
export function gapsOf({ sections }: EngineeringDocument): string[] {
  const gaps = sections.flatMap(({ blocks }) =>
    blocks.flatMap((block) => (block.block === 'gap' ? [block.text] : [])),
  );
  return [...new Set(gaps)];
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
