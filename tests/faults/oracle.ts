// The one judgement after every fault: each saved item is at the server exactly once, in order, or visibly set aside.

/** What the workstation called saved, in the order in which it said so. */
export interface SavedItem {
  readonly id: string;
  readonly roomId: string;
  /** Items of one lane arrive in order: chat among chat, requests of a kind among themselves. */
  readonly lane: string;
  /** SHA-256 of its attachment, or null. */
  readonly sha256: string | null;
}

/** What the server holds of a room, oldest first. */
export interface ServerItem {
  readonly id: string;
  readonly roomId: string;
  readonly text: string;
  /** SHA-256 of the bytes the server has for its attachments. */
  readonly sha256s: readonly string[];
}

export interface Outcome {
  readonly saved: readonly SavedItem[];
  readonly atServer: readonly ServerItem[];
  /** What the queue shows as needing a person, by message id. */
  readonly setAside: ReadonlySet<string>;
  /** What SQLite's `integrity_check` said. */
  readonly integrity: string;
}

/** Every broken promise, one sentence each; none when all is well. */
export function judge(outcome: Outcome): string[] {
  return [...lost(outcome), ...doubled(outcome), ...reordered(outcome), ...damaged(outcome)];
}

function lost({ saved, atServer, setAside }: Outcome): string[] {
  const there = new Map(atServer.map((item) => [item.id, item]));
  return saved.flatMap(({ id, roomId, sha256 }) => {
    const item = there.get(id);
    if (item === undefined)
      return setAside.has(id) ? [] : [`${id} was saved in ${roomId} and is nowhere to be seen`];
    if (item.roomId !== roomId) return [`${id} was saved in ${roomId} and arrived in ${item.roomId}`];
    return sha256 === null || item.sha256s.includes(sha256) ? [] : [`${id} arrived without its attachment`];
  });
}

function doubled({ atServer }: Outcome): string[] {
  const bad: string[] = [];
  for (const key of ['id', 'text'] as const) {
    const seen = new Set<string>();
    for (const item of atServer) {
      if (seen.has(item[key])) bad.push(`the server has the ${key} "${item[key]}" twice`);
      seen.add(item[key]);
    }
  }
  return bad;
}

function reordered({ saved, atServer }: Outcome): string[] {
  const bad: string[] = [];
  const lanes = Map.groupBy(saved, ({ roomId, lane }) => `${roomId} ${lane}`);
  for (const [name, items] of lanes) {
    const ids = new Set(items.map(({ id }) => id));
    const arrived = atServer.filter(({ id }) => ids.has(id)).map(({ id }) => id);
    const there = new Set(arrived);
    const meant = items.filter(({ id }) => there.has(id)).map(({ id }) => id);
    const firstArrivals = [...new Set(arrived)];
    if (meant.join() !== firstArrivals.join()) bad.push(`${name} arrived in another order than it was saved`);
  }
  return bad;
}

function damaged({ integrity }: Outcome): string[] {
  return integrity === 'ok' ? [] : [`integrity_check says: ${integrity}`];
}
