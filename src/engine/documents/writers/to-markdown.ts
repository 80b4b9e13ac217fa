// A document as GitHub-flavoured Markdown.
import { type Block, type Cell, type EngineeringDocument, gapsOf } from '../document.ts';

/** Writes the whole document; sources stand in brackets behind what they support. */
export function toMarkdown(document: EngineeringDocument): string {
  const head = document.head.map(({ name, value }) => `${name}: ${value}`).join(' · ');
  const gaps = gapsOf(document);
  const sections = document.sections.flatMap(({ title, blocks }) => [
    `## ${title}`,
    ...blocks.map(writeBlock),
  ]);
  const open = gaps.length === 0 ? [] : ['## Gaps', gaps.map((gap) => `- ${gap}`).join('\n')];
  return `${[`# ${document.title}`, head, ...sections, ...open].join('\n\n')}\n`;
}

function writeBlock(block: Block): string {
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
      return `> **Not known.** ${block.text}`;
    case 'table': {
      const line = (cells: readonly Cell[]): string => `| ${cells.map(writeCell).join(' | ')} |`;
      const rule = block.columns.map(({ isNumber }) => (isNumber === true ? '--:' : '---'));
      return [
        line(block.columns.map(({ title }) => title)),
        `| ${rule.join(' | ')} |`,
        ...block.rows.map(line),
      ].join('\n');
    }
  }
}

function withOrigin(text: string, origin: string | undefined): string {
  return origin === undefined ? text : `${text} *(${origin})*`;
}

function writeCell(cell: Cell): string {
  return cell === null ? '' : String(cell).replaceAll('|', '\\|').replaceAll('\n', ' ');
}
