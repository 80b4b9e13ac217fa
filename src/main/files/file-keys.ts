// What keys mean to the reader of files: which hold files, ids or contents, and which never do.
import { remember } from './remember.ts';

const sure = '(?:file|document|drawing|attachment|artifact|artefact|deliverable|download|export)';
const likely = '(?:model|mesh|geometry|cad|bom|spreadsheet|report|output|asset)';
const surely = new RegExp(`^(?:[a-z0-9_]*_)?${sure}s?$`);
const maybe = new RegExp(`^(?:[a-z0-9_]*_)?${likely}s?$`);
const fileIds = /(?:^|_)files?_ids?$|^attached_files$|^files$|^attachments$|^attachment_ids?$/;
const namedIds =
  /(?:^|_)(?:document|drawing|model|artifact|artefact|asset|report|cad|export|attachment|output)_id$/;
const addresses = /(?:^|_)(?:url|uri|href|link|location)s?$/;
const fileAddress = new RegExp(`(?:^|_)(?:${sure}|${likely})_?(?:url|uri|href|link)s?$`);
const never =
  /(?:^|_)(?:avatar|icon|logo|photo|thumbnail|preview|action|callback|redirect|webhook|homepage|website|login|help|support|unsubscribe)(?:_|$)|^profile_(?:image|picture|url)$|^source_urls?$/;
const people =
  /^(?:user|users|author|authors|sender|owner|owners|created_by|updated_by|members|participants|permissions|mentions)$/;
const contents =
  /^(?:content|contents|text|body|data|value|document|source|raw|payload|bytes|blob|base64|file|markdown|csv)$/;

/** What stands under a key: files, things that may be files if they say a format, or anything. */
export type Holding = 'files' | 'models' | 'anything';

/** What a key holds. */
export const holdingOf = remember((key): Holding => {
  if (surely.test(key)) return 'files';
  return maybe.test(key) ? 'models' : 'anything';
});

/** Keys whose text is the id of a file. */
export const isFileId = remember((key) => fileIds.test(key));

/** Keys whose text may be the id of a file, if a file name stands beside it. */
export const isNamedId = remember((key) => namedIds.test(key));

/** Keys whose text is an address of something. */
export const isAddress = remember((key) => addresses.test(key));

/** Keys whose text is the address of a file. */
export const isFileAddress = remember((key) => fileAddress.test(key));

/** Keys that never lead to a file of the answer: pictures of people, links to act on, what the asker gave. */
export const isNever = remember((key) => never.test(key) || people.test(key));

/** Keys whose text is what is in the file that the object describes. */
export const isContent = remember((key) => contents.test(key));

const labels = /(?:^|_)(?:name|filename|title|label|path|id)$/;

/** Keys whose text is a name, a path on somebody's disk, or one id: never an address. */
export const isLabel = remember((key) => labels.test(key));

/** Keys that say that their text is base64. */
export const isBase64Key = remember((key) => /(?:^|_)(?:base64|b64)$/.test(key));

/** A key without what it says of the form: `bom` of `bom_file_url`, `report` of `report_base64`. */
export const stemOf = remember((key) =>
  key.replace(/(?:_(?:base64|b64|data|content|text|file|url|uri|href|link|id)s?)+$/, ''),
);

/** The last word of a key, which may name a format, as in `step_url` or `bom_csv`; the caller knows the formats. */
export const lastWord = remember((key) => stemOf(key).split('_').at(-1) ?? '');
