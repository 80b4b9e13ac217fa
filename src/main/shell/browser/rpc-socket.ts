// One page on the bridge: JSON-RPC 2.0 calls in, answers and events out.
import type { WebSocket } from 'ws';
import { failureCode, type RpcMessage, rpcRequestSchema } from '../../../shared/bridge/rpc-frame.ts';
import type { Workstation } from '../../workstation/workstation-port.ts';

/** A page that takes nothing for so long that this many bytes wait is cut off; it comes back and starts over. */
const mostBufferedBytes = 64 * 1024 * 1024;
const parseErrorCode = -32_700;
const invalidRequestCode = -32_600;

/** Serves a socket whose token was checked, until it closes. */
export function serveRpc(workstation: Workstation, socket: WebSocket): void {
  const send = (message: RpcMessage): void => {
    if (socket.readyState !== socket.OPEN) return;
    if (socket.bufferedAmount > mostBufferedBytes) socket.terminate();
    else socket.send(JSON.stringify(message));
  };
  const stop = workstation.onEvent((event) => send({ jsonrpc: '2.0', method: 'event', params: event }));
  socket.on('close', stop);
  socket.on('error', (error) => workstation.log.warn(`A page left the bridge: ${error.message}`));
  socket.on('message', (data, isBinary) => {
    if (isBinary) return socket.close(1003, 'The bridge speaks text.');
    void answer(workstation, String(data)).then(send);
  });
  send({ jsonrpc: '2.0', method: 'ready' });
}

async function answer(workstation: Workstation, text: string): Promise<RpcMessage> {
  const json = parseJson(text);
  if (json === undefined) return refuse(parseErrorCode, 'This is no JSON.');
  const request = rpcRequestSchema.safeParse(json);
  if (!request.success)
    return refuse(invalidRequestCode, 'This is no JSON-RPC 2.0 call with a whole-number id.');
  const { id, method, params } = request.data;
  const result = await workstation.call(method, params);
  if (result.ok) return { jsonrpc: '2.0', id, result: result.value };
  const { code, message, field } = result.error;
  const data = field === undefined ? { code } : { code, field };
  return { jsonrpc: '2.0', id, error: { code: failureCode, message, data } };
}

function refuse(code: number, message: string): RpcMessage {
  return { jsonrpc: '2.0', id: null, error: { code, message } };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
