// A document as GitHub-flavoured Markdown.
import {
  type Block,
  type Cell,
  closingSections,
  type EngineeringDocument,
  figureWords,
} from '../document.ts';

/** Writes the whole document; sources stand in brackets behind what they support. */
export function toMarkdown(document: EngineeringDocument): string {
  const head = document.head.map(({ name, value }) => `${name}: ${escape(value)}`).join(' · ');
  const sections = [...document.sections, ...closingSections(document)].flatMap(({ title, blocks }) => [
    `## ${escape(title)}`,
    ...blocks.map((block) => writeBlock(block, title)),
  ]);
  return `${[`# ${escape(document.title)}`, head, ...sections].join('\n\n')}\n`;
}

/** A caption that only repeats the heading above is left out. */
function writeBlock(block: Block, heading: string): string {
  switch (block.block) {
    case 'paragraph':
      return withOrigin(block.text, block.origin);
    case 'list':
      return block.items
        .map(
          ({ text, origin }, index) =>
            `${block.isNumbered === true ? `${index + 1}.` : '-'} ${withOrigin(text, origin)}`,
        )
        .join('\n');
    case 'gap':
      return `> **Not known.** ${escape(block.text)}`;
    case 'figure':
      return `*${escape(figureWords(block))}*`;
    case 'table': {
      const line = (cells: readonly Cell[]): string => `| ${cells.map(writeCell).join(' | ')} |`;
      const rule = block.columns.map(({ isNumber }) => (isNumber === true ? '--:' : '---'));
      return [
        ...(block.caption === heading ? [] : [`**${escape(block.caption)}**`, '']),
        line(block.columns.map(({ title }) => title)),
        `| ${rule.join(' | ')} |`,
        ...block.rows.map(line),
      ].join('\n');
    }
  }
}

function withOrigin(text: string, origin: string | undefined): string {
  return origin === undefined ? escape(text) : `${escape(text)} *(${escape(origin)})*`;
}

function writeCell(cell: Cell): string {
  return cell === null ? '' : escape(String(cell)).replaceAll('|', '\\|');
}

/** Text of people and files is text: it starts no list, heading, link or element. */
function escape(text: string): string {
  return text
    .replaceAll(/\s+/g, ' ')
    .trim()
    .replaceAll(/[\\`*<[\]]/g, String.raw`\$&`)
    .replaceAll(/(?<!\w)_|_(?!\w)/g, String.raw`\_`)
    .replace(/^([#>+-])/, String.raw`\$1`)
    .replace(/^(\d+)([.)])(?= )/, String.raw`$1\$2`);
}
