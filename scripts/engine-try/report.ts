// An answer as lines for a terminal: what was understood, assumed, not used, measured, and the files.
import type { ResponseFrame } from '../../src/shared/protocol/envelope.ts';
import { errorDataSchema } from '../../src/shared/protocol/response-data.ts';
import {
  engineeringResponseDataSchema,
  type Measured,
  type Parameter,
  type ResultTable,
} from '../../src/shared/protocol/engineering-response.ts';

/** The report of the frame that ended a request. */
export function reportOf(frame: ResponseFrame): string {
  const lines = frame.status === 'error' ? refusal(frame) : success(frame);
  return `${lines.join('\n')}\n`;
}

function refusal({ data }: ResponseFrame): string[] {
  const { message, details } = errorDataSchema.parse(data);
  const errors = (details?.errors ?? []).map(({ loc, msg }) => `  ${loc.join('.')}: ${msg}`);
  return [`Refused (${details?.error_code ?? 'no error code'}): ${details?.error ?? message}`, ...errors];
}

function success(frame: ResponseFrame): string[] {
  const engineering = engineeringResponseDataSchema.safeParse(frame.data);
  const message = String(frame.data['message'] ?? '');
  const body = engineering.success ? engineeringLines(engineering.data) : [];
  const files = Array.isArray(frame.data['files']) ? frame.data['files'] : [];
  const paths = files.map((file: { path?: string }) => `  ${file.path ?? ''}`);
  return [message, ...body, ...section('Files', paths)];
}

function engineeringLines(data: ReturnType<typeof engineeringResponseDataSchema.parse>): string[] {
  const parameters = data.parameters ?? [];
  const assumed = parameters.filter(({ origin }) => origin === 'assumed');
  const understood = parameters.filter(({ origin }) => origin !== 'assumed');
  return [
    ...section('Understood', understood.map(parameterLine)),
    ...section('Assumed', assumed.map(parameterLine)),
    ...section(
      'Not used',
      (data.not_used ?? []).map(({ text, reason }) => `  ${text}: ${reason}`),
    ),
    ...section('Measured', data.measured === undefined ? [] : measuredLines(data.measured)),
    ...(data.tables ?? []).flatMap((table) => section(table.title, tableLines(table))),
  ];
}

function tableLines({ columns, rows, note }: ResultTable): string[] {
  const head = columns.map(({ title, unit }) => (unit === undefined ? title : `${title} (${unit})`));
  const cells = rows.map((row) => columns.map(({ key }) => cell(row[key])));
  const widths = head.map((title, at) => Math.max(title.length, ...cells.map((row) => row[at]?.length ?? 0)));
  const line = (row: readonly string[]): string =>
    `  ${row.map((text, at) => text.padEnd(widths[at] ?? 0)).join('  ')}`.trimEnd();
  return [line(head), ...cells.map(line), ...(note === undefined ? [] : [`  ${note}`])];
}

function cell(value: string | number | null | undefined): string {
  return typeof value === 'number' ? String(Number(value.toPrecision(6))) : (value ?? '');
}

function section(title: string, lines: readonly string[]): string[] {
  return lines.length === 0 ? [] : ['', title, ...lines];
}

function parameterLine({ name, value, unit, origin, reason }: Parameter): string {
  const from = origin === 'assumed' ? (reason ?? '') : origin;
  const shown = typeof value === 'number' ? Number(value.toFixed(6)) : value;
  return `  ${name} = ${shown}${unit === undefined ? '' : ` ${unit}`}${from === '' ? '' : `  (${from})`}`;
}

function measuredLines(measured: Measured): string[] {
  const { x, y, z } = measured.bounding_box_mm;
  const { mass_g: mass, material } = measured;
  return [
    `  bounding box ${[x, y, z].map((mm) => Number(mm.toFixed(3))).join(' x ')} mm`,
    `  volume ${measured.volume_mm3.toFixed(2)} mm³, surface ${measured.surface_area_mm2.toFixed(2)} mm² (${measured.method})`,
    `  centre of mass (${measured.center_of_mass_mm.map((mm) => mm.toFixed(3)).join(', ')}) mm`,
    ...(mass === undefined ? [] : [`  mass ${Number(mass.toPrecision(4))} g`]),
    ...(material === undefined
      ? []
      : [`  ${material.name}, ${material.density_g_cm3} g/cm³ (${material.source})`]),
  ];
}
