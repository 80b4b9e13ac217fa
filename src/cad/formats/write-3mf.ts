// Meshes as 3MF: one object per part, welded vertices, millimetres.
import { strToU8, zipSync } from 'fflate';
import type { PartMesh } from '../mesh/part-mesh.ts';
import { weld } from '../mesh/weld.ts';

const core = 'http://schemas.microsoft.com/3dmanufacturing/core/2015/02';
const head = '<?xml version="1.0" encoding="UTF-8"?>\n';
const contentTypes = `${head}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="model" ContentType="application/vnd.ms-package.3dmanufacturing-3dmodel+xml"/></Types>`;
const relations = `${head}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Target="/3D/3dmodel.model" Id="rel0" Type="http://schemas.microsoft.com/3dmanufacturing/2013/01/3dmodel"/></Relationships>`;
/** The first day a ZIP can name, so that the same model gives the same bytes. */
const mtime = new Date(1980, 0, 1);

/** Writes 3MF (3MF Consortium, Core Specification 1.3). */
export function write3mf(parts: readonly PartMesh[]): Uint8Array {
  const objects = parts.map((part, index) => toObject(part, index + 1));
  const items = parts.map((_, index) => `<item objectid="${index + 1}"/>`);
  const model = `${head}<model unit="millimeter" xml:lang="en" xmlns="${core}"><resources>${objects.join('')}</resources><build>${items.join('')}</build></model>`;
  return zipSync(
    {
      '[Content_Types].xml': strToU8(contentTypes),
      '_rels/.rels': strToU8(relations),
      '3D/3dmodel.model': strToU8(model),
    },
    { mtime },
  );
}

function toObject(part: PartMesh, id: number): string {
  const { positions, indices } = weld(part);
  const vertices: string[] = [];
  for (let at = 0; at < positions.length; at += 3) {
    const [x = 0, y = 0, z = 0] = positions.subarray(at, at + 3);
    vertices.push(`<vertex x="${digits(x)}" y="${digits(y)}" z="${digits(z)}"/>`);
  }
  const triangles: string[] = [];
  for (let at = 0; at < indices.length; at += 3) {
    const [a = 0, b = 0, c = 0] = indices.subarray(at, at + 3);
    triangles.push(`<triangle v1="${a}" v2="${b}" v3="${c}"/>`);
  }
  return `<object id="${id}" type="model" name="${escapeXml(part.name)}"><mesh><vertices>${vertices.join('')}</vertices><triangles>${triangles.join('')}</triangles></mesh></object>`;
}

/** Seven digits are what a 32-bit float holds. */
function digits(value: number): number {
  return Number(value.toPrecision(7));
}

function escapeXml(text: string): string {
  const entities: Readonly<Record<string, string>> = {
    '&': '&amp;',
    '<': '&lt;',
    '>': '&gt;',
    '"': '&quot;',
  };
  return text.replaceAll(/[&<>"]/g, (sign) => entities[sign] ?? sign).replaceAll(/\p{Cc}/gu, ' ');
}
