// A document as one self-contained HTML page that also prints well.
import {
  type Block,
  type Cell,
  closingSections,
  type EngineeringDocument,
  figureWords,
} from '../document.ts';

const style = `
body{font:14px/1.5 system-ui,sans-serif;max-width:820px;margin:40px auto;padding:0 20px;color:#1c2129}
h1{font-size:24px;margin:0}h2{font-size:17px;margin:28px 0 8px}.head{color:#596273}
table{border-collapse:collapse;width:100%;font-size:13px}caption{text-align:left;color:#596273;padding:4px 0}
th,td{border-bottom:1px solid #d9dee5;padding:4px 8px;text-align:left;vertical-align:top}.n{text-align:right}
figure{margin:12px 0}figure img{width:100%;border:1px solid #d9dee5;background:#fff}figcaption{color:#596273;font-size:12px}
.gap{border-left:3px solid #b7791f;padding-left:10px}.o{color:#596273;font-size:12px}
@media print{body{margin:0}h2{break-after:avoid}tr{break-inside:avoid}thead{display:table-header-group}}`;

/** Writes the whole document. */
export function toHtml(document: EngineeringDocument): string {
  const head = document.head.map(({ name, value }) => `${escape(name)}: ${escape(value)}`).join(' · ');
  const sections = [...document.sections, ...closingSections(document)].map(
    ({ title, blocks }) => `<h2>${escape(title)}</h2>${blocks.map(writeBlock).join('')}`,
  );
  return `<!doctype html><html lang="en"><meta charset="utf-8"><title>${escape(document.title)}</title><style>${style}</style><h1>${escape(document.title)}</h1><p class="head">${head}</p>${sections.join('')}</html>\n`;
}

function writeBlock(block: Block): string {
  switch (block.block) {
    case 'paragraph':
      return `<p>${escape(block.text)}${origin(block.origin)}</p>`;
    case 'list': {
      const tag = block.isNumbered === true ? 'ol' : 'ul';
      return `<${tag}>${block.items.map((item) => `<li>${escape(item.text)}${origin(item.origin)}</li>`).join('')}</${tag}>`;
    }
    case 'gap':
      return `<p class="gap"><b>Not known.</b> ${escape(block.text)}</p>`;
    case 'figure':
      return `<figure><img src="${dataUri(block.svg)}" alt="${escape(block.caption)}"><figcaption>${escape(figureWords(block))}</figcaption></figure>`;
    case 'table': {
      const kind = (column: number): string => (block.columns[column]?.isNumber === true ? ' class="n"' : '');
      const head = block.columns
        .map(({ title }, column) => `<th scope="col"${kind(column)}>${escape(title)}</th>`)
        .join('');
      const rows = block.rows.map(
        (row) => `<tr>${row.map((cell, column) => `<td${kind(column)}>${escape(cell)}</td>`).join('')}</tr>`,
      );
      return `<table><caption>${escape(block.caption)}</caption><thead><tr>${head}</tr></thead><tbody>${rows.join('')}</tbody></table>`;
    }
  }
}

/** As a picture, in which a browser runs and fetches nothing. */
function dataUri(svg: string): string {
  return `data:image/svg+xml;base64,${Buffer.from(svg).toString('base64')}`;
}

function origin(text: string | undefined): string {
  return text === undefined ? '' : ` <span class="o">(${escape(text)})</span>`;
}

function escape(value: Cell): string {
  return String(value ?? '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
