// The documents desk: a kind, its sections from what the room knows, and the formats that were asked for.
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { docTypes } from '../../shared/protocol/codes.ts';
import { type DocumentationData, documentationDataSchema } from '../../shared/protocol/request-data.ts';
import type { Clock } from '../../shared/std/clock.ts';
import { type Desk, type DeskAnswer, DeskRefusal, type DeskRequest, type MadeFile } from '../desk.ts';
import { type EngineeringDocument, gapsOf, type Section } from './document.ts';
import { kinds } from './kinds/kinds.ts';
import type { Format, Kind } from './kinds/kind.ts';
import { day } from './part-results.ts';
import { gatherFacts } from './room-facts.ts';
import { buildSections } from './sections.ts';
import { toDocx } from './writers/to-docx.ts';
import { toHtml } from './writers/to-html.ts';
import { toMarkdown } from './writers/to-markdown.ts';
import { toPdf } from './writers/to-pdf.ts';
import { toXlsx } from './writers/to-xlsx.ts';

const yes = z
  .union([
    z.boolean(),
    z.enum(['true', 'yes', 'false', 'no']).transform((word) => word === 'true' || word === 'yes'),
  ])
  .catch(false);
const metadataSchema = z.looseObject({
  document_format: z.string().optional(),
  format: z.string().optional(),
  sections: z.array(z.string()).max(60).catch([]).default([]),
  include_costs: yes.default(false),
  include_suppliers: yes.default(false),
});

type Metadata = z.infer<typeof metadataSchema>;

/** What people call the formats. */
const formatNames: Readonly<Record<string, Format>> = {
  markdown: 'markdown',
  md: 'markdown',
  html: 'html',
  pdf: 'pdf',
  docx: 'docx',
  word: 'docx',
  excel: 'xlsx',
  xlsx: 'xlsx',
  spreadsheet: 'xlsx',
};
const extensions: Readonly<Record<Format, { extension: string; mediaType: string }>> = {
  markdown: { extension: 'md', mediaType: 'text/markdown' },
  html: { extension: 'html', mediaType: 'text/html' },
  pdf: { extension: 'pdf', mediaType: 'application/pdf' },
  docx: {
    extension: 'docx',
    mediaType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  },
  xlsx: { extension: 'xlsx', mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet' },
};

/** Opens the desk; `clock` dates the documents. */
export async function openDocumentsDesk(
  clock: Pick<Clock, 'now'> = { now: () => Date.now() },
): Promise<Desk<DocumentationData>> {
  return async (request) => {
    const data = documentationDataSchema.parse(request.data);
    const kind = kinds[data.doc_type];
    if (kind === undefined || !Object.hasOwn(kinds, data.doc_type))
      throw refuse(
        'doc_type',
        `"${data.doc_type.slice(0, 60)}" is not made here; expected one of ${docTypes.join(', ')}`,
      );
    const metadata = metadataSchema.parse(data.metadata ?? {});
    const formats = formatsOf(kind, metadata);
    const createdAt = new Date(clock.now()).toISOString();
    request.progress('Reading what the room knows');
    const facts = await gatherFacts(request.room, request.attached, request.data);
    const document = await compose({ request, data, kind, metadata, facts, createdAt });
    request.progress('Writing');
    const files = await Promise.all(
      formats.map((format) => write(document, { format, folder: request.folder, createdAt })),
    );
    return answer({ document, files, unknownFiles: request.unknownFiles, docType: data.doc_type });
  };
}

function refuse(field: string, msg: string): DeskRefusal {
  return new DeskRefusal('DOCUMENTATION_ERROR', `data.${field}: ${msg}.`, [
    { loc: ['data', ...field.split('.')], msg, type: 'value_error' },
  ]);
}

/** The format asked for with the Markdown beside it, or the kind's own formats. */
function formatsOf(kind: Kind, metadata: Metadata): Format[] {
  const field = metadata.document_format === undefined ? 'metadata.format' : 'metadata.document_format';
  const asked = (metadata.document_format ?? metadata.format ?? '').trim().toLowerCase();
  if (asked === '') return [...kind.formats];
  const format = Object.hasOwn(formatNames, asked) ? formatNames[asked] : undefined;
  if (format === undefined)
    throw refuse(
      field,
      `"${asked.slice(0, 40)}" is not written here; expected one of ${Object.keys(formatNames).join(', ')}`,
    );
  return [...new Set<Format>([format, 'markdown'])];
}

interface Composition {
  readonly request: DeskRequest<DocumentationData>;
  readonly data: DocumentationData;
  readonly kind: Kind;
  readonly metadata: Metadata;
  readonly createdAt: string;
  readonly facts: Awaited<ReturnType<typeof gatherFacts>>;
}

async function compose(composition: Composition): Promise<EngineeringDocument> {
  const { request, data, kind, metadata, facts, createdAt } = composition;
  const kindRequest = {
    message: data.message,
    includeCosts: metadata.include_costs,
    includeSuppliers: metadata.include_suppliers,
  };
  const own: Section[] = (await kind.own?.(facts, kindRequest)) ?? [];
  const names = namesOf(metadata.sections.length > 0 ? metadata.sections : kind.sections, own);
  const place = names.includes('own') ? names.indexOf('own') : names.length;
  const before = buildSections(names.slice(0, place), facts);
  const after = buildSections(names.slice(place + 1), facts);
  const product = data.product_id ?? facts.productId;
  return {
    docType: data.doc_type,
    title: `${kind.title}: ${request.room.title}`,
    head: [
      ...(product === null || product === undefined ? [] : [{ name: 'Product', value: product }]),
      { name: 'Asked by', value: request.userId },
      { name: 'Date', value: day(createdAt) },
    ],
    sections: [...before, ...own, ...after],
    bom: (await kind.bom?.(facts, kindRequest)) ?? null,
  };
}

/** Sections by their names or titles; one of the kind's own is there anyway. */
function namesOf(asked: readonly string[], own: readonly Section[]): readonly string[] {
  const titles = new Set(own.map(({ title }) => title.toLowerCase()));
  return asked.filter((name) => !titles.has(name.trim().toLowerCase()));
}

async function write(
  document: EngineeringDocument,
  { format, folder, createdAt }: { format: Format; folder: string; createdAt: string },
): Promise<MadeFile> {
  const { extension, mediaType } = extensions[format];
  const name = `${fileName(document.title)}.${extension}`;
  const path = join(folder, name);
  await writeFile(path, await bytesOf(document, format, createdAt));
  return { name, path, mediaType };
}

async function bytesOf(
  document: EngineeringDocument,
  format: Format,
  createdAt: string,
): Promise<string | Buffer> {
  switch (format) {
    case 'markdown':
      return toMarkdown(document);
    case 'html':
      return toHtml(document);
    case 'pdf':
      return toPdf(document, createdAt);
    case 'docx':
      return toDocx(document);
    case 'xlsx':
      return toXlsx(document, createdAt);
  }
}

function fileName(title: string): string {
  const plain = title
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-');
  return plain.replaceAll(/^-+|-+$/g, '').slice(0, 80) || 'document';
}

interface Answer {
  readonly document: EngineeringDocument;
  readonly files: readonly MadeFile[];
  readonly unknownFiles: readonly string[];
  readonly docType: string;
}

function answer({ document, files, unknownFiles, docType }: Answer): DeskAnswer {
  const gaps = gapsOf(document);
  const lines = [
    `**${document.title}** is ready: ${files.map(({ name }) => name).join(', ')}.`,
    ...(document.bom === null
      ? []
      : [`${document.bom.rows.length} line${document.bom.rows.length === 1 ? '' : 's'}.`]),
    ...(gaps.length === 0
      ? []
      : [`${gaps.length} thing${gaps.length === 1 ? ' is' : 's are'} not known and marked as such.`]),
    ...unknownFiles.map((name) => `The attached file ${name} is not known here and was not used.`),
  ];
  return {
    message: lines.join(' '),
    body: { doc_type: docType, title: document.title, content: toMarkdown(document), gaps },
    files,
  };
}
