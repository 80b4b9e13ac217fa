// Failures of the network in sentences for the person at the screen.
import { Refusal } from '../../shared/std/result.ts';

const sentences: Readonly<Record<string, (host: string) => string>> = {
  ECONNREFUSED: (host) => `Nothing answers at ${host}.`,
  ENOTFOUND: (host) => `The name of ${host} is not known on this network.`,
  EAI_AGAIN: (host) => `The name of ${host} cannot be looked up; there may be no network.`,
  ENETUNREACH: () => 'There is no network.',
  EHOSTUNREACH: (host) => `${host} cannot be reached from this network.`,
  ETIMEDOUT: (host) => `${host} did not answer in time.`,
  ECONNRESET: (host) => `${host} broke the connection off.`,
  EPIPE: (host) => `${host} broke the connection off.`,
  ERR_STREAM_PREMATURE_CLOSE: (host) => `${host} broke the connection off.`,
  EPROTO: (host) => `${host} does not speak TLS there; its address may have to begin with http.`,
  HPE_INVALID_CONSTANT: (host) => `${host} does not speak HTTP there.`,
  WS_ERR_UNSUPPORTED_MESSAGE_LENGTH: (host) => `${host} sent a frame that is too large.`,
  CERT_HAS_EXPIRED: (host) => `The certificate of ${host} has expired.`,
  DEPTH_ZERO_SELF_SIGNED_CERT: (host) => `The certificate of ${host} is signed by itself and not trusted.`,
  SELF_SIGNED_CERT_IN_CHAIN: (host) => `The certificate of ${host} is not trusted.`,
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: (host) => `The certificate of ${host} is not trusted.`,
  ERR_TLS_CERT_ALTNAME_INVALID: (host) => `The certificate of ${host} belongs to another name.`,
};

/** A sentence for an error of the network while talking to `host`. */
export function describeNetworkError(error: unknown, host: string): string {
  if (error instanceof Refusal) return error.message;
  const code = codeOf(error);
  const sentence = code === null ? undefined : sentences[code];
  if (sentence !== undefined) return sentence(host);
  const words = error instanceof Error && error.message !== '' ? error.message : String(code ?? error);
  return `Talking to ${host} failed: ${words}.`;
}

/** The system's or OpenSSL's code of an error; of the first one in an aggregate, as dual-stack lookups throw. */
function codeOf(error: unknown): string | null {
  if (error instanceof AggregateError && error.errors.length > 0) return codeOf(error.errors[0]);
  if (error instanceof Error && 'code' in error && typeof error.code === 'string') return error.code;
  return null;
}
