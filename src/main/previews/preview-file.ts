// What a stored file looks like without its own program; what cannot be shown says so in a sentence.
import { extname } from 'node:path';
import type { FileRef, Preview } from '../../shared/model/file.ts';
import { previewDelimited } from './preview-delimited.ts';
import { previewText, readBeginning } from './preview-text.ts';
import { previewWorkbook } from './preview-workbook.ts';

/** A file to look at: where its bytes are, and the address under which the page may fetch them. */
export interface PreviewSource {
  readonly file: FileRef;
  readonly path: string;
  readonly url: string;
  /** Entry file of the thread that reads workbooks. */
  readonly workbookEntry: string;
}

type Previewer = (source: PreviewSource) => Promise<Preview> | Preview;

const model: Previewer = () => ({ kind: 'model' });
const image: Previewer = async (source) =>
  (await startsAs(source, pictureStarts))
    ? { kind: 'image', url: source.url }
    : none(`${source.file.name} is damaged: its bytes are not those of a picture.`);
const notYet =
  (what: string): Previewer =>
  ({ file }) =>
    none(`${file.name} is ${what}; there is no preview for it yet. Save it and open it in its own program.`);

const byExtension: Readonly<Record<string, Previewer>> = {
  ...sameFor(['md', 'markdown'], (source) => previewText(source, 'markdown')),
  ...sameFor(
    ['txt', 'log', 'json', 'xml', 'yaml', 'yml', 'ini', 'toml', 'gcode', 'nc', 'kicad_sch'],
    (source) => previewText(source, 'text'),
  ),
  ...sameFor(['csv', 'tsv'], previewDelimited),
  xlsx: previewWorkbook,
  pdf: previewPdf,
  ...sameFor(['png', 'jpg', 'jpeg', 'gif', 'webp', 'bmp', 'avif'], image),
  svg: ({ url }) => ({ kind: 'image', url }),
  ...sameFor(['step', 'stp', 'iges', 'igs', 'brep', 'brp', 'stl', 'glb', 'gltf', 'obj', 'ply', '3mf'], model),
  ...sameFor(['docx', 'doc', 'odt', 'rtf'], notYet('a text document')),
  ...sameFor(['xls', 'ods'], notYet('a workbook of another format than XLSX')),
  ...sameFor(['pptx', 'ppt', 'odp'], notYet('a presentation')),
  ...sameFor(['tif', 'tiff', 'heic'], notYet('a picture of a kind that cannot be drawn here')),
  ...sameFor(['dxf', 'dwg'], notYet('a drawing')),
  ...sameFor(['zip', '7z', 'gz', 'tar', 'rar'], notYet('an archive')),
};

const byMediaType: readonly (readonly [RegExp, Previewer])[] = [
  [/^text\/markdown/, (source) => previewText(source, 'markdown')],
  [/^text\/(csv|tab-separated-values)/, previewDelimited],
  [/^(text\/(?!html)|application\/json)/, (source) => previewText(source, 'text')],
  [/^application\/pdf/, previewPdf],
  [/^image\/(png|jpeg|gif|webp|bmp|avif)/, image],
  [/^model\/(step|iges|stl|gltf|obj|ply|3mf|vnd\.occt)/, model],
];

/** Chooses by the name's extension, then by the media type. */
export async function previewFile(source: PreviewSource): Promise<Preview> {
  const extension = extname(source.file.name).slice(1).toLowerCase();
  const previewer = Object.hasOwn(byExtension, extension)
    ? byExtension[extension]
    : byMediaType.find(([pattern]) => pattern.test(source.file.mediaType))?.[1];
  if (previewer !== undefined) return previewer(source);
  return none(`There is no preview for ${source.file.name}. Save it and open it in its own program.`);
}

async function previewPdf(source: PreviewSource): Promise<Preview> {
  return (await startsAs(source, [/%PDF-/]))
    ? { kind: 'pdf', url: source.url }
    : none(`${source.file.name} is damaged: it does not begin as a PDF file does.`);
}

/** First bytes as Latin-1: PNG, JPEG, GIF, WebP, BMP, AVIF. */
const pictureStarts = [/^\x89PNG\r\n/, /^\xff\xd8\xff/, /^GIF8/, /^RIFF.{4}WEBP/s, /^BM/, /^.{4}ftypavi/s];

/** PDF readers accept junk before the header within the first 1024 bytes. */
async function startsAs({ path }: PreviewSource, patterns: readonly RegExp[]): Promise<boolean> {
  const { buffer, bytesRead } = await readBeginning(path, 1024);
  const start = buffer.toString('latin1', 0, bytesRead);
  return patterns.some((pattern) => pattern.test(start));
}

function none(reason: string): Preview {
  return { kind: 'none', reason };
}

function sameFor(extensions: readonly string[], previewer: Previewer): Record<string, Previewer> {
  return Object.fromEntries(extensions.map((extension) => [extension, previewer]));
}
