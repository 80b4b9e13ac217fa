// The file system calls of a recorded process, read from the output of strace.

/** One call that changes files, with absolute paths; `at` is its place in the record. */
export type SystemCall =
  | { readonly call: 'create'; readonly path: string; readonly truncates: boolean }
  | { readonly call: 'write'; readonly path: string; readonly offset: number; readonly bytes: Buffer }
  | { readonly call: 'truncate'; readonly path: string; readonly size: number }
  | { readonly call: 'sync'; readonly path: string }
  | { readonly call: 'rename'; readonly from: string; readonly to: string }
  | { readonly call: 'unlink'; readonly path: string }
  | { readonly call: 'mkdir'; readonly path: string }
  /** A line the process wrote to its standard output: what it claimed, and when. */
  | { readonly call: 'said'; readonly text: string };

/** What strace must be told so that `readRecord` understands its output. */
export const straceOptions = [
  '-f',
  '-y',
  '-xx',
  '-s',
  '16777216',
  '-e',
  'trace=openat,write,pwrite64,writev,pwritev,ftruncate,truncate,fsync,fdatasync,rename,renameat,renameat2,unlink,unlinkat,mkdir,mkdirat',
  '-e',
  'signal=none',
] as const;

interface Position {
  offset: number;
}

const text = (hex: string): string => bytesOf(hex).toString();

function bytesOf(hex: string): Buffer {
  return Buffer.from(hex.replaceAll('\\x', ''), 'hex');
}

/** Reads a whole record. Calls that failed, and calls outside `folder`, are left out; unfinished ones are joined. */
export function readRecord(record: string, folder: string): SystemCall[] {
  const calls: SystemCall[] = [];
  const unfinished = new Map<string, string>();
  const positions = new Map<string, Position>();
  for (const line of record.split('\n')) {
    const parts = /^(?:(\d+) +)?(.*)$/.exec(line);
    const thread = parts?.[1] ?? '';
    let body = parts?.[2] ?? '';
    if (body.endsWith('<unfinished ...>')) {
      unfinished.set(thread, body.slice(0, -'<unfinished ...>'.length));
      continue;
    }
    const resumed = /^<\.\.\. \w+ resumed>(.*)$/.exec(body);
    if (resumed !== null) body = `${unfinished.get(thread) ?? ''}${resumed[1] ?? ''}`;
    const call = readCall(body, { folder, positions });
    if (call !== null) calls.push(call);
  }
  return calls;
}

interface Reading {
  readonly folder: string;
  /** Where `write` goes on, by descriptor. */
  readonly positions: Map<string, Position>;
}

const hex = '"((?:\\\\x[0-9a-f]{2})*)"';
const descriptor = '(\\d+)<((?:\\\\x[0-9a-f]{2})*|[^>]*)>';
const patterns = {
  openat: new RegExp(`^openat\\(.*?, ${hex}, ([A-Z_|]+).*\\) = ${descriptor}`),
  write: new RegExp(`^write\\(${descriptor}, ${hex}, \\d+\\) += (\\d+)`),
  pwrite64: new RegExp(`^pwrite64\\(${descriptor}, ${hex}, \\d+, (\\d+)\\) += (\\d+)`),
  ftruncate: new RegExp(`^ftruncate\\(${descriptor}, (\\d+)\\) += 0`),
  sync: new RegExp(`^f(?:data)?sync\\(${descriptor}\\) += 0`),
  rename: new RegExp(`^rename(?:at2?)?\\((?:AT_FDCWD[^,]*, )?${hex}, (?:AT_FDCWD[^,]*, )?${hex}.*\\) += 0`),
  unlink: new RegExp(`^unlink(?:at)?\\((?:AT_FDCWD[^,]*, )?${hex}.*\\) += 0`),
  mkdir: new RegExp(`^mkdir(?:at)?\\((?:AT_FDCWD[^,]*, )?${hex}.*\\) += 0`),
} as const;

function readCall(body: string, reading: Reading): SystemCall | null {
  const inside = (path: string): boolean => path.startsWith(`${reading.folder}/`) || path === reading.folder;
  const keep = (call: SystemCall & { path: string }): SystemCall | null => (inside(call.path) ? call : null);
  let found = patterns.openat.exec(body);
  if (found !== null) {
    const [, , flags = '', fd = '', target = ''] = found;
    const path = pathOf(target);
    reading.positions.set(`${fd} ${path}`, { offset: 0 });
    const truncates = flags.includes('O_TRUNC');
    return flags.includes('O_CREAT') || truncates ? keep({ call: 'create', path, truncates }) : null;
  }
  found = patterns.write.exec(body);
  if (found !== null) {
    const [, fd = '', target = '', data = '', count = '0'] = found;
    const bytes = bytesOf(data).subarray(0, Number(count));
    if (fd === '1') return { call: 'said', text: bytes.toString() };
    const path = pathOf(target);
    const position = reading.positions.get(`${fd} ${path}`) ?? { offset: 0 };
    const { offset } = position;
    reading.positions.set(`${fd} ${path}`, { offset: offset + bytes.length });
    return keep({ call: 'write', path, offset, bytes });
  }
  found = patterns.pwrite64.exec(body);
  if (found !== null) {
    const [, , target = '', data = '', offset = '0', count = '0'] = found;
    return keep({
      call: 'write',
      path: pathOf(target),
      offset: Number(offset),
      bytes: bytesOf(data).subarray(0, Number(count)),
    });
  }
  found = patterns.ftruncate.exec(body);
  if (found !== null) return keep({ call: 'truncate', path: pathOf(found[2] ?? ''), size: Number(found[3]) });
  found = patterns.sync.exec(body);
  if (found !== null) return keep({ call: 'sync', path: pathOf(found[2] ?? '') });
  found = patterns.rename.exec(body);
  if (found !== null) {
    const [, from = '', to = ''] = found;
    return inside(text(to)) ? { call: 'rename', from: text(from), to: text(to) } : null;
  }
  found = patterns.unlink.exec(body);
  if (found !== null) return keep({ call: 'unlink', path: text(found[1] ?? '') });
  found = patterns.mkdir.exec(body);
  return found === null ? null : keep({ call: 'mkdir', path: text(found[1] ?? '') });
}

/** With `-xx` strace escapes descriptors' paths too. A deleted file carries a mark behind its path. */
function pathOf(target: string): string {
  const path = target.includes('\\x') ? text(target) : target;
  return path.replace(/ ?\(deleted\)$/, '');
}
