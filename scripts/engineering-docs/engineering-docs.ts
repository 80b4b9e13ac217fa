// Writes docs/engineering.md: what the local engine can make, each row built and measured now.
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { families } from '../../src/cad/parts/families.ts';
import { type ParameterDefinition, unitSign } from '../../src/cad/parts/family.ts';
import { openKernel } from '../../src/cad/process/fork-kernel.ts';
import { materialTableSchema } from '../../src/shared/model/material.ts';
import { buildFamily, type BuiltFamily } from './build-family.ts';
import { linePicture } from './line-picture.ts';

const root = join(import.meta.dirname, '../..');
const pictures = join(root, 'docs/pictures/families');
const table: unknown = JSON.parse(readFileSync(join(root, 'resources/materials.json'), 'utf8'));
const { materials } = materialTableSchema.parse(table);
const folder = mkdtempSync(join(tmpdir(), 'engineering-docs-'));
const kernel = openKernel({ entry: join(root, 'src/cad/process/kernel-main.ts'), log: () => {} });
try {
  mkdirSync(pictures, { recursive: true });
  const built: BuiltFamily[] = [];
  for (const family of families) {
    process.stderr.write(`· ${family.title}\n`);
    const one = await buildFamily(family, { kernel, folder, materials });
    writeFileSync(join(pictures, `${family.id}.svg`), linePicture(one.view));
    built.push(one);
  }
  writeFileSync(join(root, 'docs/engineering.md'), pageOf(built));
} finally {
  await kernel[Symbol.asyncDispose]();
  rmSync(folder, { recursive: true, force: true });
}

function pageOf(built: readonly BuiltFamily[]): string {
  return [
    '# Parts the local engine makes',
    '',
    'Written by `npm run docs:engineering`: each example below was built, measured and drawn by the command.',
    'The volume is that of the B-rep; the closed form is worked out from the sizes alone. The STEP file is then read',
    'again by another reader (occt-import-js) and meshed to 0.005 mm: round faces lose a little of their volume and size there.',
    '',
    '| Part | Volume, mm³ | off the closed form | STEP re-read | Size, mm | re-read |',
    '|---|---:|---:|---:|---|---|',
    ...built.map(
      ({ family, volume, closedForm, size, reread }) =>
        `| [${family.title}](#${family.title
          .toLowerCase()
          .replaceAll(/[^a-z0-9 -]/g, '')
          .replaceAll(
            ' ',
            '-',
          )}) | ${volume.toFixed(2)} | ${percent(volume / closedForm - 1)} | ${percent(reread.volume / volume - 1)} | ${sizeOf(size)} | ${sizeOf(reread.size)} |`,
    ),
    '',
    ...built.flatMap(({ family }) => [
      `## ${family.title}`,
      '',
      `![${family.title}](pictures/families/${family.id}.svg)`,
      '',
      `\`npm run engine:try -- "${family.example}"\``,
      '',
      '| Parameter | Name | From | To | When nothing is said |',
      '|---|---|---:|---:|---|',
      ...family.parameters.map(parameterRow),
      '',
    ]),
  ].join('\n');
}

function parameterRow({ title, name, min, max, unit, assume }: ParameterDefinition): string {
  const sign = unitSign(unit);
  const mark = sign === undefined ? '' : ` ${sign}`;
  const reason = assume?.({}).reason ?? 'must be said';
  return `| ${title} | \`${name}\` | ${min}${mark} | ${max}${mark} | ${reason} |`;
}

function percent(share: number): string {
  const value = share * 100;
  return Math.abs(value) < 1e-6 ? '0 %' : `${value.toPrecision(1)} %`;
}

function sizeOf(size: readonly number[]): string {
  return size.map((value) => String(Number(value.toFixed(3)))).join(' × ');
}
