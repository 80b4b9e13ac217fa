// The pure policies of the connection: back-off, heartbeat, endings, endpoints.
import { describe, expect, test } from 'vitest';
import { backOffMs, longestWaitMs } from '../../../../src/main/connection/back-off.ts';
import { judgeEnding, parseRetryAfter } from '../../../../src/main/connection/closing.ts';
import { toSocketEndpoint } from '../../../../src/main/connection/endpoint.ts';
import { hasSlept, judgeTraffic } from '../../../../src/main/connection/heartbeat.ts';
import { describeNetworkError } from '../../../../src/main/connection/network-words.ts';
import { wordsOfBody } from '../../../../src/main/connection/server-words.ts';

describe('back-off', () => {
  test('[P-CONN-4] doubles from half a second to a minute, uniformly from zero', () => {
    expect([1, 2, 3, 4, 7, 8, 9, 50].map(longestWaitMs)).toEqual([
      500, 1000, 2000, 4000, 32_000, 60_000, 60_000, 60_000,
    ]);
    expect(backOffMs(3, () => 0)).toBe(0);
    expect(backOffMs(3, () => 0.25)).toBe(500);
    expect(backOffMs(3, () => 0.999)).toBe(1998);
  });
});

describe('heartbeat', () => {
  test('[P-CONN-5] asks when it is quiet and gives up when nothing was heard', () => {
    expect(judgeTraffic({ heardAt: 0, pingedAt: 0 }, 19_999)).toBe('wait');
    expect(judgeTraffic({ heardAt: 0, pingedAt: 0 }, 20_000)).toBe('ping');
    expect(judgeTraffic({ heardAt: 0, pingedAt: 20_000 }, 39_999)).toBe('wait');
    expect(judgeTraffic({ heardAt: 0, pingedAt: 40_000 }, 45_000)).toBe('dead');
  });

  test('[P-CONN-6] a clock that jumped means that the machine slept', () => {
    expect(hasSlept(0, 5_000)).toBe(false);
    expect(hasSlept(0, 19_999)).toBe(false);
    expect(hasSlept(0, 20_000)).toBe(true);
    expect(hasSlept(100_000, 50_000)).toBe(true);
  });
});

describe('endings', () => {
  test('[P-AUTH-2] 401, 403 and the close codes of lost rights need a sign-in', () => {
    for (const status of [401, 403]) {
      expect(judgeEnding({ kind: 'http', status, words: 'expired', retryAfterMs: null })).toEqual({
        kind: 'sign-in',
        reason: `The server did not let us in (${status}). It says: expired`,
      });
    }
    for (const code of [1008, 4001, 4003, 4401]) {
      expect(judgeEnding({ kind: 'closed', code, reason: '' }).kind).toBe('sign-in');
    }
  });

  test('[P-CONN-3] everything else is tried again, in words', () => {
    expect(judgeEnding({ kind: 'closed', code: 1006, reason: '' })).toEqual({
      kind: 'retry',
      reason: 'The connection broke off.',
      waitMs: null,
    });
    expect(judgeEnding({ kind: 'http', status: 503, words: null, retryAfterMs: 7000 })).toMatchObject({
      kind: 'retry',
      waitMs: 7000,
    });
    expect(judgeEnding({ kind: 'closed', code: 4999, reason: 'why' })).toMatchObject({
      reason: 'The server closed the connection with code 4999. It says: why',
    });
  });

  test('[P-CONN-4] Retry-After is seconds or a date', () => {
    expect(parseRetryAfter('120', 0)).toBe(120_000);
    expect(parseRetryAfter('Thu, 01 Jan 1970 00:00:30 GMT', 10_000)).toBe(20_000);
    expect(parseRetryAfter('soon', 0)).toBeNull();
  });
});

describe('endpoints', () => {
  const access = { baseUrl: 'https://api.example.com/v1/', token: 'a b&c', tenantId: 'tenant-1' };

  test('[P-AUTH-1] the dialect says where the token goes', () => {
    expect(toSocketEndpoint(access, 'secure').url).toBe(
      'wss://api.example.com/v1/ws/secure?access_token=a+b%26c',
    );
    expect(toSocketEndpoint(access, 'token').url).toBe('wss://api.example.com/v1/ws?token=a+b%26c');
    expect(toSocketEndpoint(access, 'anonymous').url).toBe('wss://api.example.com/v1/ws');
    expect(toSocketEndpoint({ ...access, baseUrl: 'http://127.0.0.1:7420' }, 'anonymous').url).toBe(
      'ws://127.0.0.1:7420/ws',
    );
  });

  test('[P-AUTH-3] the tenant travels as a header', () => {
    expect(toSocketEndpoint(access, 'secure').headers).toEqual({ 'X-Tenant-ID': 'tenant-1' });
    expect(toSocketEndpoint({ ...access, tenantId: null }, 'secure').headers).toEqual({});
  });

  test('[P-CONN-3] an address that is none is refused by name', () => {
    expect(() => toSocketEndpoint({ ...access, baseUrl: 'ftp://x' }, 'secure')).toThrow(
      'The server address "ftp://x" is no http or https address.',
    );
  });
});

describe('words', () => {
  test('[P-CONN-3] network failures are sentences', () => {
    const refused = Object.assign(new Error('connect ECONNREFUSED'), { code: 'ECONNREFUSED' });
    expect(describeNetworkError(refused, 'h:1')).toBe('Nothing answers at h:1.');
    expect(describeNetworkError(new AggregateError([refused]), 'h:1')).toBe('Nothing answers at h:1.');
  });

  test('[P-REST-4] error bodies of every usual form give the words of the server', () => {
    expect(wordsOfBody('{"detail":"No."}')).toBe('No.');
    expect(wordsOfBody('{"detail":[{"loc":["body","email"],"msg":"field required","type":"x"}]}')).toBe(
      'body.email: field required',
    );
    expect(wordsOfBody('{"error":{"message":"Busy"}}')).toBe('Busy');
    expect(wordsOfBody('Bad gateway')).toBe('Bad gateway');
    expect(wordsOfBody('<html>nginx</html>')).toBeNull();
  });
});
