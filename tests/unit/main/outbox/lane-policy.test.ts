// The policy of a lane, alone and in a model of client, network and server with crashes.
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  answerPatienceMs,
  echoPatienceMs,
  type LaneEntry,
  type LaneFacts,
  planLane,
} from '../../../../src/main/outbox/lane-policy.ts';
import { type RequestCode, requestCodes, responseCodeOf } from '../../../../src/shared/protocol/codes.ts';

const now = 1_000_000_000;
const entry = (messageId: string, more: Partial<LaneEntry> = {}): LaneEntry => ({
  messageId,
  code: 'chat',
  state: 'waiting',
  sentAtMs: null,
  retryAtMs: 0,
  lastError: '',
  parentId: null,
  filesTotal: 0,
  filesDone: 0,
  ...more,
});
const facts = (more: Partial<LaneFacts> = {}): LaneFacts => ({
  link: 'online',
  nowMs: now,
  open: [],
  awaitsEcho: () => true,
  ...more,
});
const reasons = (entries: LaneEntry[], more: Partial<LaneFacts> = {}) =>
  Object.fromEntries(planLane(entries, facts(more)).reasons);

describe('a lane', () => {
  test('[S-ORDER-2] one message at a time: the next waits for the echo, for its patience at most', () => {
    const sent = entry('a', { state: 'sent', sentAtMs: now - 1 });
    expect(planLane([sent, entry('b')], facts()).go).toEqual([]);
    expect(reasons([sent, entry('b')])).toEqual({ b: { why: 'turn', behind: 'a' } });
    expect(planLane([sent, entry('b')], facts()).wakeAtMs).toBe(now - 1 + echoPatienceMs);
    expect(planLane([sent, entry('b')], facts({ nowMs: now + echoPatienceMs })).go).toEqual(['b']);
  });

  test('[S-UPLOAD-1] uploads and back-off hold the lane, and say so', () => {
    const files = entry('a', { filesTotal: 2, filesDone: 1 });
    expect(reasons([files, entry('b')])).toEqual({
      a: { why: 'uploads', done: 1, total: 2 },
      b: { why: 'turn', behind: 'a' },
    });
    const later = entry('a', { retryAtMs: now + 500, lastError: 'busy' });
    expect(reasons([later])).toEqual({
      a: { why: 'retry', at: new Date(now + 500).toISOString(), lastError: 'busy' },
    });
  });

  test('[S-ANSWER-2] a request waits for the unanswered one of its kind; chat does not', () => {
    const open = [{ messageId: 'x', responseCode: 'chat_response' as const, heardAtMs: now }];
    const lane = [entry('a', { code: 'haitch_chat' }), entry('b')];
    expect(planLane(lane, facts({ open })).go).toEqual(['b']);
    expect(reasons(lane, { open })).toEqual({ a: { why: 'answer', behind: 'x' } });
    expect(planLane(lane, facts({ open, nowMs: now + answerPatienceMs })).go).toEqual(['a']);
  });

  test('[S-REPLY-1] a reply to a quarantined message waits with it; the others go on', () => {
    const lane = [entry('a', { state: 'quarantined' }), entry('b', { parentId: 'a' }), entry('c')];
    expect(planLane(lane, facts()).go).toEqual(['c']);
    expect(reasons(lane)).toEqual({ b: { why: 'turn', behind: 'a' } });
  });

  test('[S-WAIT-1] whatever the lane, each waiting entry either goes or has a reason, and kinds do not overlap', () => {
    const code = fc.constantFrom<RequestCode>(...requestCodes);
    const any = fc.record({
      code,
      state: fc.constantFrom<LaneEntry['state']>('waiting', 'sent', 'unconfirmed', 'quarantined'),
      sentAtMs: fc.integer({ min: now - 30_000, max: now }),
      retryAtMs: fc.constantFrom(0, now + 1000),
      filesDone: fc.constantFrom(0, 1),
    });
    fc.assert(
      fc.property(fc.array(any, { maxLength: 12 }), fc.boolean(), (drawn, echoes) => {
        const lane = drawn.map((one, index) => entry(`m${index}`, { ...one, filesTotal: 1 }));
        const plan = planLane(lane, facts({ awaitsEcho: () => echoes }));
        const waiting = lane.filter((one) => one.state === 'waiting').map((one) => one.messageId);
        expect([...plan.go, ...plan.reasons.keys()].sort()).toEqual(waiting.sort());
        const busy = lane.filter(
          (one) => one.code !== 'chat' && (one.state === 'sent' || one.state === 'unconfirmed'),
        );
        const going = lane.filter((one) => one.code !== 'chat' && plan.go.includes(one.messageId));
        const kinds = going.map((one) => responseCodeOf[one.code]);
        expect(new Set(kinds).size).toBe(kinds.length);
        expect(busy.some((one) => kinds.includes(responseCodeOf[one.code]))).toBe(false);
      }),
      { numRuns: 300 },
    );
  });

  test('[S-ONCE-2] model: through cuts, lost echoes and restarts, a de-duplicating server has each once and in order', () => {
    const step = fc.constantFrom('drain', 'deliver', 'busy', 'echo', 'cut', 'write', 'tick');
    fc.assert(
      fc.property(fc.array(step, { maxLength: 80, size: 'max' }), (steps) => {
        const model = new Model();
        for (const one of steps) model.run(one);
        model.settle();
        expect(model.server).toEqual(model.written);
      }),
      { numRuns: 500 },
    );
  });
});

/** Client, wire and server: frames in flight are lost by a cut; the server keeps the first of each id. */
class Model {
  readonly written: string[] = [];
  readonly server: string[] = [];
  #lane: LaneEntry[] = [];
  #toServer: string[] = [];
  #toClient: string[] = [];
  #nowMs = now;

  run(step: 'drain' | 'deliver' | 'busy' | 'echo' | 'cut' | 'write' | 'tick'): void {
    if (step === 'write') this.#write();
    if (step === 'drain') this.#drain();
    if (step === 'deliver') this.#deliver();
    if (step === 'busy') this.#sayBusy();
    if (step === 'echo') this.#echo();
    if (step === 'tick') this.#nowMs += 4000;
    if (step === 'cut') this.#cut();
  }

  settle(): void {
    this.#cut();
    while (this.#lane.length > 0) {
      this.#drain();
      this.#deliver();
      this.#echo();
    }
  }

  #write(): void {
    const id = `m${this.written.length}`;
    this.written.push(id);
    this.#lane.push(entry(id));
  }

  #drain(): void {
    this.#lane = this.#lane.map((one) =>
      one.state === 'sent' && (one.sentAtMs ?? 0) + echoPatienceMs <= this.#nowMs
        ? { ...one, state: 'waiting' }
        : one,
    );
    const { go } = planLane(this.#lane, facts({ nowMs: this.#nowMs }));
    this.#lane = this.#lane.map((one) =>
      go.includes(one.messageId) ? { ...one, state: 'sent', sentAtMs: this.#nowMs } : one,
    );
    this.#toServer.push(...go);
  }

  #deliver(): void {
    const id = this.#toServer.shift();
    if (id === undefined) return;
    if (!this.server.includes(id)) this.server.push(id);
    this.#toClient.push(id);
  }

  /** The server takes the frame and says "not now": the entry waits, and with it its lane. */
  #sayBusy(): void {
    const id = this.#toServer.shift();
    const retryAtMs = this.#nowMs + 1000;
    this.#lane = this.#lane.map((one) =>
      one.messageId === id ? { ...one, state: 'waiting', retryAtMs } : one,
    );
  }

  #echo(): void {
    const id = this.#toClient.shift();
    this.#lane = this.#lane.filter((one) => one.messageId !== id);
  }

  #cut(): void {
    this.#toServer = [];
    this.#toClient = [];
    this.#lane = this.#lane.map((one) => ({ ...one, state: 'waiting', retryAtMs: 0 }));
  }
}
