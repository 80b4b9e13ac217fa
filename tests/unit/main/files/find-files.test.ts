// The tolerant reader: whatever a server calls it, a file in an answer is found once, and nothing else is taken for one.
import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { type FoundFile, findFiles } from '../../../../src/main/files/find-files.ts';

const step = "ISO-10303-21;\nHEADER;\nFILE_DESCRIPTION((''),'2;1');\nENDSEC;\nEND-ISO-10303-21;\n";
const base64 = (text: string): string => Buffer.from(text).toString('base64');
const pdf = base64('%PDF-1.7\n%âãÏÓ\n1 0 obj\n<<>>\nendobj\n%%EOF\n');

/** A file in short: where it comes from, its name, its type. */
function inShort({ source, name, mediaType }: FoundFile): [string, string, string] {
  const from =
    source.from === 'id' ? `id ${source.id}` : source.from === 'url' ? `url ${source.url}` : 'inline';
  return [from, name, mediaType];
}
const found = (data: Record<string, unknown>): [string, string, string][] => findFiles(data).map(inShort);

describe('files that an answer names', () => {
  const cases: [string, Record<string, unknown>, [string, string, string][]][] = [
    [
      'file objects of the files API',
      {
        files: [
          {
            id: 'file-1',
            name: 'bracket.step',
            size: 12,
            type: 'model/step',
            mime_type: 'application/step',
            url: '/files/file-1/download',
          },
        ],
      },
      [['id file-1', 'bracket.step', 'model/step']],
    ],
    [
      'one file object under any key',
      { my_thing: { id: 'f', name: 'b.glb' } },
      [['id f', 'b.glb', 'model/gltf-binary']],
    ],
    [
      'a file object without an extension that says its type',
      { x: { id: 'f', name: 'Spec', mime_type: 'application/pdf' } },
      [['id f', 'Spec.pdf', 'application/pdf']],
    ],
    [
      'an id beside a name',
      { file_id: 'f-1', file_name: 'plate.stp' },
      [['id f-1', 'plate.stp', 'model/step']],
    ],
    ['camel case', { fileId: 'f-1', fileName: 'plate.stl' }, [['id f-1', 'plate.stl', 'model/stl']]],
    [
      'ids that name their format',
      { step_file_id: 'a', stl_file_id: 'b' },
      [
        ['id a', 'file.step', 'model/step'],
        ['id b', 'file.stl', 'model/stl'],
      ],
    ],
    [
      'a model id beside a file name',
      { model_id: 'm-1', model_name: 'bracket.step' },
      [['id m-1', 'bracket.step', 'model/step']],
    ],
    [
      'lists of ids',
      { file_ids: ['a', 'b'] },
      [
        ['id a', 'file', 'application/octet-stream'],
        ['id b', 'file', 'application/octet-stream'],
      ],
    ],
    [
      'attached files by id',
      { attached_files: ['file-123', 'datasheet.pdf'] },
      [['id file-123', 'file', 'application/octet-stream']],
    ],
    [
      'a source of a statement',
      { sources: [{ title: 'Data sheet', file_id: 'f-9', page: 3 }] },
      [['id f-9', 'Data sheet', 'application/octet-stream']],
    ],
    [
      'absolute addresses',
      { model_url: 'https://cdn.example.com/a/bracket.step?sig=1' },
      [['url https://cdn.example.com/a/bracket.step?sig=1', 'bracket.step', 'model/step']],
    ],
    [
      'addresses without an extension under a telling key',
      { step_url: 'https://cdn.example.com/o/81' },
      [['url https://cdn.example.com/o/81', 'file.step', 'model/step']],
    ],
    [
      'relative addresses',
      { result: { href: '/exports/bom.xlsx' } },
      [
        [
          'url /exports/bom.xlsx',
          'bom.xlsx',
          'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
        ],
      ],
    ],
    [
      'addresses by format',
      { files: { step: 'https://x.example/1', pdf: 'file-2' } },
      [
        ['url https://x.example/1', 'file.step', 'model/step'],
        ['id file-2', 'file.pdf', 'application/pdf'],
      ],
    ],
    [
      'a model with an address',
      { model: { url: 'https://x.example/m/1', format: 'glb', name: 'Bracket' } },
      [['url https://x.example/m/1', 'Bracket.glb', 'model/gltf-binary']],
    ],
    [
      'ids under file names',
      { files: { 'arm.step': 'f-1', 'arm.pdf': { id: 'f-2' } } },
      [
        ['id f-1', 'arm.step', 'model/step'],
        ['id f-2', 'arm.pdf', 'application/pdf'],
      ],
    ],
    [
      'artefacts that say their format',
      { artifacts: [{ type: 'cad_model', format: 'STEP', download_url: 'https://x.example/d?id=5' }] },
      [['url https://x.example/d?id=5', 'file.step', 'model/step']],
    ],
    [
      'lists of addresses',
      { output_files: ['https://x.example/1', '/exports/2'] },
      [
        ['url https://x.example/1', 'file', 'application/octet-stream'],
        ['url /exports/2', 'file', 'application/octet-stream'],
      ],
    ],
    [
      'a document by address',
      { document_url: 'https://x.example/doc/5' },
      [['url https://x.example/doc/5', 'file', 'application/octet-stream']],
    ],
    [
      'links in Markdown',
      { message: 'See [the part](https://x.example/part.step) and [us](https://x.example/about).' },
      [['url https://x.example/part.step', 'part.step', 'model/step']],
    ],
    [
      'deep nesting',
      { a: [{ b: { c: [[{ d: { id: 'f', name: 'x.dxf' } }]] } }] },
      [['id f', 'x.dxf', 'image/vnd.dxf']],
    ],
  ];
  test.each(cases)('[P-FILES-1] %s', (_title, data, expected) => {
    expect(found(data)).toEqual(expected);
  });
});

describe('files that an answer carries', () => {
  const svg = '<?xml version="1.0"?>\n<svg xmlns="http://www.w3.org/2000/svg"/>';
  const dxf = '0\nSECTION\n2\nENTITIES\n0\nENDSEC\n0\nEOF\n';
  const stl = 'solid part\n facet normal 0 0 1\n  outer loop\n  endloop\n endfacet\nendsolid part\n';
  const cases: [string, Record<string, unknown>, string, string][] = [
    ['STEP text', { engineering: { anything: step } }, 'anything.step', step],
    ['STEP text beside a name', { model: { name: 'arm.step', content: step } }, 'arm.step', step],
    [
      'STEP text in a file object with an id',
      { files: [{ id: 'f', name: 'arm.step', content: step }] },
      'arm.step',
      step,
    ],
    ['DXF text', { drawing: dxf }, 'drawing.dxf', dxf],
    ['SVG text', { drawing: svg }, 'drawing.svg', svg],
    ['ASCII STL', { mesh: stl }, 'mesh.stl', stl],
    [
      'Markdown of a document',
      { doc_type: 'bom', title: 'Parts', content: '# Parts\n\n- one' },
      'Parts.md',
      '# Parts\n\n- one',
    ],
    [
      'text with its format beside it',
      { format: 'csv', data: 'item,qty\nscrew,4\n' },
      'file.csv',
      'item,qty\nscrew,4\n',
    ],
    [
      'text under a key that names its format',
      { bom_csv: 'item,qty\nscrew,4\n' },
      'bom_csv.csv',
      'item,qty\nscrew,4\n',
    ],
    ['base64 with a name', { output: { filename: 'arm.stp', data: base64(step) } }, 'arm.stp', step],
    ['base64 with a format', { format: 'step', content_base64: base64(step) }, 'file.step', step],
    ['base64 with nothing but its bytes', { whatever: base64(step) }, 'whatever.step', step],
    [
      'base64 that is said to be',
      { name: 'notes.txt', encoding: 'base64', content: base64('short') },
      'notes.txt',
      'short',
    ],
    ['data URLs', { link: `data:model/step;base64,${base64(step)}` }, 'link.step', step],
    [
      'percent-encoded data URLs',
      { preview_of: 1, drawing: `data:image/svg+xml,${encodeURIComponent(svg)}` },
      'drawing.svg',
      svg,
    ],
    ['text under its own file name', { files: { 'arm.step': step } }, 'arm.step', step],
    [
      'the text of a document said to be a PDF',
      { document: { title: 'Spec', format: 'pdf', content: '# Spec\n\nText.' } },
      'Spec.md',
      '# Spec\n\nText.',
    ],
    ['a document as bare Markdown', { document: '# Spec\n\nText.' }, 'document.md', '# Spec\n\nText.'],
    [
      'rows of a bill one level down',
      { bom: { items: [{ part: 'Nut', supplier: { name: 'X' } }] } },
      'bom.csv',
      'part,supplier\r\nNut,"{""name"":""X""}"\r\n',
    ],
    [
      'rows of a table',
      {
        bom: [
          { item: 'Screw "M4"', qty: 4 },
          { item: 'Nut', note: 'a,b' },
        ],
      },
      'bom.csv',
      'item,qty,note\r\n"Screw ""M4""",4,\r\nNut,,"a,b"\r\n',
    ],
    ['columns and rows', { x: { columns: ['a', 'b'], rows: [[1, 2]] } }, 'x.csv', 'a,b\r\n1,2\r\n'],
  ];
  test.each(cases)('[P-FILES-2] %s', (_title, data, name, text) => {
    const files = findFiles(data);
    expect(files.map((file) => file.name)).toEqual([name]);
    const [file] = files;
    if (file?.source.from !== 'inline') throw new Error('expected inline bytes');
    expect(Buffer.from(file.source.bytes).toString()).toBe(text);
    expect(file.sha256).toBe(createHash('sha256').update(text).digest('hex'));
    expect(file.sizeBytes).toBe(Buffer.byteLength(text));
  });

  test('[P-FILES-2] a PDF in base64 and a glTF object', () => {
    const gltf = { asset: { version: '2.0' }, scenes: [], nodes: [], meshes: [] };
    expect(found({ report_base64: pdf, view: gltf })).toEqual([
      ['inline', 'report.pdf', 'application/pdf'],
      ['inline', 'view.gltf', 'model/gltf+json'],
    ]);
  });
});

describe('each file once', () => {
  test('[P-FILES-3] under several fields, by id, address and bytes', () => {
    const file = { id: 'f-1', name: 'a.step', url: '/files/f-1/download' };
    expect(
      found({
        files: [file],
        file_id: 'f-1',
        model: file,
        download_url: 'https://s.example/files/f-1/download',
      }),
    ).toHaveLength(1);
    expect(found({ model_url: 'https://x.example/a.step', again: 'https://x.example/a.step' })).toHaveLength(
      1,
    );
    expect(found({ a: step, b: { name: 'x.step', content: base64(step) } })).toHaveLength(1);
  });

  test('[P-FILES-3] a document whose files bring its text is not found twice', () => {
    const files = [
      { id: 'f-1', name: 'Spec.md' },
      { id: 'f-2', name: 'Spec.pdf' },
    ];
    expect(found({ doc_type: 'bom', title: 'Spec', content: '# Spec\n\ntext', files })).toHaveLength(2);
  });

  test('[P-FILES-3] a later mention tells what an earlier one did not', () => {
    const attachments = [{ id: 'f-1', name: 'sheet.pdf', size: 9 }];
    const files = findFiles({ attached_files: ['f-1', 'f-2'], metadata: { attachments } });
    expect(files).toMatchObject([
      { source: { id: 'f-1' }, name: 'sheet.pdf', mediaType: 'application/pdf', sizeBytes: 9 },
      { source: { id: 'f-2' }, name: 'file' },
    ]);
  });

  test('[P-FILES-3] the hash and length the server said are kept', () => {
    const sha256 = 'AB'.repeat(32);
    const [file] = findFiles({ files: [{ id: 'f', name: 'a.pdf', sha256, size: 7 }] });
    expect(file).toMatchObject({ sha256: sha256.toLowerCase(), sizeBytes: 7, where: '$.files[0]' });
  });
});

describe('what is no file', () => {
  const cases: [string, Record<string, unknown>][] = [
    [
      'plain talk',
      {
        message: 'Use ABS. See https://x.example/about or bracket.step',
        sender: 'haitch',
        message_id: 'm',
        reply_to: 'n',
      },
    ],
    [
      'ids of other things',
      { product_id: 'p', user_id: 'u', room_id: 'r', model_id: 'gpt-4', document_id: 'd' },
    ],
    [
      'users and products',
      {
        product: { id: 'p', name: 'Thermostat', url: 'https://x.example/p' },
        user: { id: 'u', name: 'Ann', avatar_url: 'https://x.example/a.png' },
      },
    ],
    ['ideas', { ideas: [{ id: 'i', rank: 1, title: 'Heat pump', summary: 'A pump', name: 'Pump' }] }],
    [
      'links to act on',
      {
        action_url: 'https://productflo.io/notifications/123',
        callback_url: '/x/y.pdf',
        source_urls: ['https://example.com/a.pdf'],
      },
    ],
    ['pictures of people', { avatar: `data:image/png;base64,${base64('\x89PNG\r\n\x1a\nxxxxxxxxxxxxxx')}` }],
    [
      'addresses on the disk',
      {
        file_url: 'file:///etc/passwd',
        model_url: 'javascript:alert(1)',
        path: 'C:\\x\\a.step',
        link: '//host/a.step',
      },
    ],
    [
      'words under a key that names a format',
      { format: 'pdf', markdown: 'yes', csv: 'no', step: 'Meshing', content: 'none' },
    ],
    [
      'measures',
      {
        measured: { volume_mm3: 1, bounding_box_mm: { x: 1, y: 2, z: 3 } },
        parameters: [{ name: 'width', value: 100, origin: 'specifications.dimensions' }],
      },
    ],
    ['a token that looks like base64', { token: 'dGhpcyBpcyBub3QgYSBmaWxlIGF0IGFsbA' }],
  ];
  test.each(cases)('[P-FILES-4] %s', (_title, data) => {
    expect(found(data)).toEqual([]);
  });
});

describe('links in prose', () => {
  test('[P-FILES-4] of people are theirs to open', () => {
    const message = 'See [it](https://x.example/part.step)';
    expect(found({ message, sender: 'user-123' })).toEqual([]);
    expect(found({ message, sender: 'haitch' })).toHaveLength(1);
    expect(found({ message })).toHaveLength(1);
  });
});

describe('hostile answers', () => {
  test('[P-FILES-5] names lose paths, control characters, reversals and length', () => {
    const names = [
      '../../etc/passwd.step',
      'a\0b.step',
      `${'x'.repeat(5000)}.step`,
      '..\\..\\w.step',
      'CON.step',
      'evil\u202Epets.step',
    ];
    const files = findFiles({ files: names.map((name, index) => ({ id: `f${index}`, name })) });
    expect(files.map(({ name }) => name)).toEqual([
      'passwd.step',
      'ab.step',
      `${'x'.repeat(115)}.step`,
      'w.step',
      '_CON.step',
      'evilpets.step',
    ]);
  });

  test('[P-FILES-5] depth, breadth and number are bounded', () => {
    let deep: Record<string, unknown> = { id: 'f', name: 'deep.step' };
    for (let level = 0; level < 1000; level += 1) deep = { deep };
    expect(found({ deep })).toEqual([]);
    const many = Array.from({ length: 2000 }, (_, index) => ({ id: `f${index}`, name: 'a.step' }));
    expect(findFiles({ many })).toHaveLength(500);
  });

  test('[P-FILES-5] ids that would climb are not taken', () => {
    expect(found({ file_id: '..', files: [{ id: '../../auth/login', name: 'a.step' }] })).toEqual([]);
  });
});
