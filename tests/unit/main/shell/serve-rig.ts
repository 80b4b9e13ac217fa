// The workstation served on a real port with a small page, and clients that speak to it as browsers and as strangers do.
import { mkdirSync, writeFileSync } from 'node:fs';
import { type IncomingHttpHeaders, request } from 'node:http';
import { join } from 'node:path';
import { WebSocket } from 'ws';
import { type Served, serveWorkstation } from '../../../../src/main/shell/browser/serve-workstation.ts';
import { bridgeProtocol, tokenProtocolPrefix } from '../../../../src/shared/bridge/rpc-frame.ts';
import { writeProfiles } from '../../../../src/main/profiles/profiles-file.ts';
import type { Profile } from '../../../../src/shared/model/profile.ts';
import { engineDialect } from '../../../../src/shared/protocol/dialect.ts';
import { Rig, TemporaryFolder } from '../workstation/workstation-rig.ts';

const deadServer = 'http://127.0.0.1:9';

function profileOf(kind: 'local' | 'engine', serverUrl: string | null): Profile {
  const id = kind === 'local' ? 'local' : 'team';
  return { id, name: id, kind, serverUrl, userId: 'ann', tenantId: null, dialect: engineDialect };
}

export interface Reply {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
}

export interface Asking {
  readonly method?: string;
  readonly headers?: Record<string, string>;
  readonly body?: Uint8Array | string;
}

export class ServeRig implements AsyncDisposable {
  readonly served: Served;
  readonly rig: Rig;
  readonly origin: string;
  readonly token: string;
  readonly #page: TemporaryFolder;

  private constructor(served: Served, rig: Rig, page: TemporaryFolder) {
    this.served = served;
    this.rig = rig;
    this.origin = new URL(served.address).origin;
    this.token = served.address.split('#token=')[1] ?? '';
    this.#page = page;
  }

  static async open(): Promise<ServeRig> {
    const page = new TemporaryFolder();
    mkdirSync(join(page.path, 'page/assets'), { recursive: true });
    writeFileSync(join(page.path, 'page/index.html'), '<!doctype html><title>page</title>');
    writeFileSync(join(page.path, 'page/assets/index-a1b2c3d4.js'), 'export {};');
    writeFileSync(join(page.path, 'secret.txt'), 'outside of the page');
    const data = new TemporaryFolder();
    // Another server is in use, so no engine needs to be started for these tests.
    await writeProfiles(data.path, {
      active: 'team',
      profiles: [profileOf('local', null), profileOf('engine', deadServer)],
    });
    const rig = await Rig.open(data);
    const rendererDir = join(page.path, 'page');
    const served = await serveWorkstation({ workstation: rig.workstation, rendererDir, port: 0 });
    return new ServeRig(served, rig, page);
  }

  /** Sends the path as it is: no client in between tidies it up. */
  ask(path: string, { method = 'GET', headers = {}, body }: Asking = {}): Promise<Reply> {
    return new Promise((resolve, reject) => {
      const sent = request({ host: '127.0.0.1', port: this.served.port, path, method, headers }, (answer) => {
        const parts: Buffer[] = [];
        answer.on('data', (part: Buffer) => parts.push(part));
        answer.on('error', reject);
        answer.on('end', () =>
          resolve({ status: answer.statusCode ?? 0, headers: answer.headers, body: Buffer.concat(parts) }),
        );
      });
      sent.on('error', reject);
      sent.end(body);
    });
  }

  /** A bridge socket, as the page opens it unless told otherwise. */
  connect({ token = this.token, origin = this.origin, path = '/bridge' } = {}): BridgeClient {
    const address = `ws://127.0.0.1:${this.served.port}${path}`;
    return new BridgeClient(
      new WebSocket(address, [bridgeProtocol, `${tokenProtocolPrefix}${token}`], { origin }),
    );
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.served[Symbol.asyncDispose]();
    await this.rig[Symbol.asyncDispose]();
    this.#page[Symbol.dispose]();
  }
}

/** Keeps what it hears, so that a test may ask later. */
export class BridgeClient {
  readonly socket: WebSocket;
  readonly heard: unknown[] = [];
  /** How it ended: the close code, or `refused` when it never opened. */
  readonly ended: Promise<number | 'refused'>;

  constructor(socket: WebSocket) {
    this.socket = socket;
    socket.on('message', (data) => this.heard.push(JSON.parse(String(data))));
    this.ended = new Promise((resolve) => {
      socket.on('error', () => resolve('refused'));
      socket.on('close', (code) => resolve(code));
    });
  }

  /** The first message that fits, heard already or still to come. */
  async hear(fits: (message: object) => boolean): Promise<object> {
    for (;;) {
      const found = this.heard.find(
        (one): one is object => typeof one === 'object' && one !== null && fits(one),
      );
      if (found !== undefined) return found;
      await new Promise((resolve, reject) => {
        this.socket.once('message', resolve);
        this.socket.once('close', () => reject(new Error('the socket closed first')));
      });
    }
  }

  async ready(): Promise<this> {
    await this.hear((message) => 'method' in message && message.method === 'ready');
    return this;
  }

  async call(id: number, method: string, params: unknown): Promise<object> {
    this.socket.send(JSON.stringify({ jsonrpc: '2.0', id, method, params }));
    return this.hear((message) => 'id' in message && message.id === id);
  }
}
