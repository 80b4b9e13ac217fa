// A document as a workbook: contents, then one sheet per section; a bill of materials has its own sheet with live totals.
import ExcelJS from 'exceljs';
import { bomTitle } from '../kinds/bom-sections.ts';
import { closingSections, type EngineeringDocument, type Section } from '../document.ts';
import { addBomSheet } from './bom-sheet.ts';
import { addSectionSheet } from './section-sheet.ts';

const longestName = 31;
const contents = 'Contents';

/** Writes the whole document; `createdAt` is ISO 8601. */
export async function toXlsx(document: EngineeringDocument, createdAt: string): Promise<Buffer> {
  const workbook = new ExcelJS.Workbook();
  workbook.creator = 'ProductFlo Workstation';
  workbook.title = document.title;
  workbook.created = new Date(createdAt);
  workbook.modified = new Date(createdAt);
  const { bom } = document;
  if (bom !== null) addBomSheet(workbook, document, bom);
  const sections = [...document.sections, ...closingSections(document)].filter(
    ({ title }) => bom === null || title !== bomTitle,
  );
  const names = sheetNames(sections.map(({ title }) => title));
  if (bom === null) addContents(workbook, document, { sections, names });
  for (const [index, section] of sections.entries())
    addSectionSheet(workbook, section, names[index] ?? section.title);
  return Buffer.from(await workbook.xlsx.writeBuffer());
}

/** Names that Excel takes: at most 31 characters, none of `\ / ? * [ ] :`, each once whatever its case. */
export function sheetNames(titles: readonly string[]): string[] {
  const taken = new Set([contents.toLowerCase(), 'bom', 'history']);
  return titles.map((title) => {
    const plain = title.replaceAll(/[\\/?*[\]:]/g, ' ').replaceAll(/^'+|'+$/g, '');
    const base = cut(plain.replaceAll(/\s+/g, ' ').trim()) || 'Section';
    for (let turn = 1; ; turn += 1) {
      const end = turn === 1 ? '' : ` ${turn}`;
      const name = `${base.slice(0, longestName - end.length)}${end}`;
      if (taken.has(name.toLowerCase())) continue;
      taken.add(name.toLowerCase());
      return name;
    }
  });
}

/** As many whole words as a sheet's name holds. */
function cut(title: string): string {
  if (title.length <= longestName) return title;
  const space = title.lastIndexOf(' ', longestName);
  return title.slice(0, space > longestName / 2 ? space : longestName);
}

interface Listed {
  readonly sections: readonly Section[];
  readonly names: readonly string[];
}

function addContents(
  workbook: ExcelJS.Workbook,
  { title, head }: EngineeringDocument,
  { sections, names }: Listed,
): void {
  const sheet = workbook.addWorksheet(contents, { properties: { defaultColWidth: 14 } });
  sheet.getColumn(1).width = 26;
  sheet.getColumn(2).width = 60;
  sheet.getCell('A1').value = title;
  sheet.getCell('A1').font = { bold: true, size: 14 };
  for (const { name, value } of head) sheet.addRow([name, value]);
  sheet.addRow([]);
  sheet.addRow([contents]).font = { bold: true };
  for (const [index, section] of sections.entries()) {
    const row = sheet.addRow([]);
    const target = (names[index] ?? '').replaceAll("'", "''");
    row.getCell(1).value = { text: section.title, hyperlink: `#'${target}'!A1` };
    row.getCell(1).font = { color: { argb: 'FF1D4ED8' }, underline: true };
    row.getCell(2).value = summaryOf(section);
  }
}

/** `12 rows`, `2 gaps`: what a sheet holds. */
function summaryOf({ blocks }: Section): string {
  const rows = blocks.reduce((sum, block) => sum + (block.block === 'table' ? block.rows.length : 0), 0);
  const gaps = blocks.filter(({ block }) => block === 'gap').length;
  const say = (count: number, one: string): string[] =>
    count === 0 ? [] : [`${count} ${one}${count === 1 ? '' : 's'}`];
  return [...say(rows, 'row'), ...say(gaps, 'gap')].join(', ');
}
