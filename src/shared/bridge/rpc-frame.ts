// How the bridge travels where there is no IPC: JSON-RPC 2.0 over one WebSocket.
import { z } from 'zod';

const version = z.literal('2.0');

/** The WebSocket subprotocol of the bridge; the token travels as a second one with this prefix. */
export const bridgeProtocol = 'workstation.v1';
export const tokenProtocolPrefix = 'token.';
/** Close code for a token that this run of the workstation does not know. */
export const unknownTokenCloseCode = 4401;
/** JSON-RPC error code of a `Failure`; its own code and field travel in `data`. */
export const failureCode = -32_000;

/** From the page: one call. */
export const rpcRequestSchema = z.object({
  jsonrpc: version,
  id: z.number().int(),
  method: z.string(),
  params: z.unknown(),
});
export type RpcRequest = z.infer<typeof rpcRequestSchema>;

const errorSchema = z.object({
  code: z.number().int(),
  message: z.string(),
  data: z.object({ code: z.string(), field: z.string().optional() }).optional(),
});

/** To the page: the greeting `ready`, an event, or the answer to a call. */
export const rpcMessageSchema = z.union([
  z.object({ jsonrpc: version, method: z.literal('ready') }),
  z.object({ jsonrpc: version, method: z.literal('event'), params: z.unknown() }),
  z.object({ jsonrpc: version, id: z.number().int().nullable(), error: errorSchema }),
  z.object({ jsonrpc: version, id: z.number().int(), result: z.unknown() }),
]);
export type RpcMessage = z.infer<typeof rpcMessageSchema>;
