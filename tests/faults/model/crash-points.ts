// Where the program may die: round every commit of the real store and round every frame it hands over.
import Database from 'better-sqlite3';

/** Thrown where the program would be gone; what runs on after it finds the disk and the socket closed to it. */
export class Crash extends Error {}

export class CrashPoints {
  isDead = false;
  #left: number | null = null;

  /** Dies at the point after `after` more. */
  arm(after: number): void {
    this.#left = after;
  }

  disarm(): void {
    this.#left = null;
  }

  /** A durable step is about to be made, or was made. */
  pass(): void {
    if (this.isDead) throw new Crash('the program is dead');
    if (this.#left === null) return;
    this.#left -= 1;
    if (this.#left >= 0) return;
    this.isDead = true;
    throw new Crash('the program dies here');
  }
}

let watching: CrashPoints | null = null;
const prepare = Database.prototype.prepare;

/** Watches the commits of the stores that are opened until it is called with null. */
export function watchCommits(points: CrashPoints | null): void {
  watching = points;
  Reflect.set(Database.prototype, 'prepare', points === null ? prepare : watched);
}

function watched(this: Database.Database, sql: string): Database.Statement {
  const statement = prepare.call(this, sql);
  if (sql !== 'COMMIT' && sql !== 'BEGIN IMMEDIATE') return statement;
  const points = watching;
  return Object.assign(Object.create(statement), {
    run: () => {
      if (points?.isDead === true) throw new Crash('the program is dead');
      if (sql === 'COMMIT') points?.pass();
      const done = statement.run([]);
      if (sql === 'COMMIT') points?.pass();
      return done;
    },
  });
}
