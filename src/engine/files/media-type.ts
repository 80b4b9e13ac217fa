// Media types by file name: browsers and operating systems do not know CAD files.
import { extname } from 'node:path';

const byExtension: Readonly<Record<string, string>> = {
  '.step': 'model/step',
  '.stp': 'model/step',
  '.brep': 'model/brep',
  '.iges': 'model/iges',
  '.igs': 'model/iges',
  '.stl': 'model/stl',
  '.glb': 'model/gltf-binary',
  '.gltf': 'model/gltf+json',
  '.obj': 'model/obj',
  '.3mf': 'model/3mf',
  '.pdf': 'application/pdf',
  '.md': 'text/markdown',
  '.txt': 'text/plain',
  '.csv': 'text/csv',
  '.json': 'application/json',
  '.xlsx': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  '.docx': 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.jpeg': 'image/jpeg',
  '.svg': 'image/svg+xml',
  '.dxf': 'image/vnd.dxf',
  '.zip': 'application/zip',
};

/** The media type by extension where we know it, else what was said, else octets. */
export function mediaTypeOf(name: string, said: string | null): string {
  return (
    byExtension[extname(name).toLowerCase()] ??
    (said === null || said === '' ? 'application/octet-stream' : said)
  );
}
