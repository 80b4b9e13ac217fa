// A disk that loses power: what was synced is there, what was not may be missing, torn, or there out of order.
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, relative, join } from 'node:path';
import { between } from '../seeded-random.ts';
import type { SystemCall } from './system-call.ts';

/** How the writes since the last sync fare. */
export type Loss = 'dropped' | 'torn' | 'reordered';
export const losses: readonly Loss[] = ['dropped', 'torn', 'reordered'];

const sectorBytes = 512;

type Change = Extract<SystemCall, { call: 'write' | 'truncate' }>;

/** A file's bytes: those that are safe, and the changes that are not yet. */
interface Node {
  durable: Buffer;
  pending: Change[];
}

/** Changes of names: a journalling file system keeps their order, and a sync of the folder makes all before it safe. */
type NameChange = Extract<SystemCall, { call: 'create' | 'rename' | 'unlink' | 'mkdir' }>;

export interface PowerCut {
  readonly folder: string;
  readonly loss: Loss;
  readonly random: () => number;
}

/** The files after `calls` and a power cut, by path. Rebuilds inode by inode, so that a renamed file keeps its bytes. */
export function filesAfterPowerCut(calls: readonly SystemCall[], cut: PowerCut): Map<string, Buffer> {
  const live = new Map<string, Node>();
  const names: { change: NameChange; node: Node | null }[] = [];
  let safeNames = 0;
  for (const call of calls) {
    if (call.call === 'create') {
      const known = live.get(call.path);
      if (known === undefined) {
        const node: Node = { durable: Buffer.alloc(0), pending: [] };
        live.set(call.path, node);
        names.push({ change: call, node });
      } else if (call.truncates) known.pending.push({ call: 'truncate', path: call.path, size: 0 });
    } else if (call.call === 'write' || call.call === 'truncate') live.get(call.path)?.pending.push(call);
    else if (call.call === 'sync') {
      const node = live.get(call.path);
      // A folder's sync, or a file's own: ext4 and APFS commit the names of a synced file with it.
      safeNames = names.length;
      if (node !== undefined) settle(node);
    } else if (call.call === 'rename') {
      const node = live.get(call.from) ?? null;
      names.push({ change: call, node });
      live.delete(call.from);
      if (node !== null) live.set(call.to, node);
    } else if (call.call === 'unlink') {
      names.push({ change: call, node: live.get(call.path) ?? null });
      live.delete(call.path);
    } else if (call.call === 'mkdir') names.push({ change: call, node: null });
  }
  return survivors(names, { ...cut, safeNames });
}

function survivors(
  names: readonly { change: NameChange; node: Node | null }[],
  { loss, random, safeNames }: PowerCut & { safeNames: number },
): Map<string, Buffer> {
  const kept = loss === 'dropped' ? safeNames : between(random, safeNames, names.length);
  const byPath = new Map<string, Node>();
  for (const { change, node } of names.slice(0, kept)) {
    if (change.call === 'create' && node !== null) byPath.set(change.path, node);
    else if (change.call === 'unlink') byPath.delete(change.path);
    else if (change.call === 'rename') {
      const moved = byPath.get(change.from) ?? node;
      byPath.delete(change.from);
      if (moved !== null) byPath.set(change.to, moved);
    }
  }
  return new Map([...byPath].map(([path, node]) => [path, bytesAfter(node, loss, random)]));
}

function settle(node: Node): void {
  for (const change of node.pending) node.durable = apply(node.durable, change);
  node.pending = [];
}

function bytesAfter(node: Node, loss: Loss, random: () => number): Buffer {
  let bytes = node.durable;
  if (loss === 'dropped') return bytes;
  for (const change of node.pending) {
    if (random() < 0.5) continue;
    bytes = apply(bytes, loss === 'torn' && change.call === 'write' ? tear(change, random) : change);
  }
  return bytes;
}

/** Only some sectors of a write arrive. */
function tear(write: Extract<Change, { call: 'write' }>, random: () => number): Change {
  const sectors = Math.ceil(write.bytes.length / sectorBytes);
  return { ...write, bytes: write.bytes.subarray(0, between(random, 0, sectors) * sectorBytes) };
}

function apply(bytes: Buffer, change: Change): Buffer {
  if (change.call === 'truncate') {
    const resized = Buffer.alloc(change.size);
    bytes.copy(resized, 0, 0, Math.min(bytes.length, change.size));
    return resized;
  }
  const end = change.offset + change.bytes.length;
  const grown =
    end > bytes.length ? Buffer.concat([bytes, Buffer.alloc(end - bytes.length)]) : Buffer.from(bytes);
  change.bytes.copy(grown, change.offset);
  return grown;
}

/** Lays the files out under `target` as they lay under `folder`. */
export function layOut(files: ReadonlyMap<string, Buffer>, folder: string, target: string): void {
  mkdirSync(target, { recursive: true });
  for (const [path, bytes] of files) {
    const place = join(target, relative(folder, path));
    mkdirSync(dirname(place), { recursive: true });
    writeFileSync(place, bytes);
  }
}
