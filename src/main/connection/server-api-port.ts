// The REST half of a server: sign-in, files, rooms. Failures are `Refusal`s with the server's words.
import type { FileObject } from '../../shared/protocol/response-data.ts';

export interface UploadSource {
  readonly path: string;
  readonly name: string;
  readonly mediaType: string;
  readonly sizeBytes: number;
}

export interface SignedIn {
  readonly userId: string;
  readonly accessToken: string;
  readonly refreshToken: string | null;
  readonly expiresInSeconds: number | null;
}

/** A failed call: `retryable` for network and 5xx, `auth` for 401/403, `refused` for other 4xx. */
export class ServerApiError extends Error {
  readonly kind: 'retryable' | 'auth' | 'refused';
  readonly status: number | null;

  constructor(kind: 'retryable' | 'auth' | 'refused', message: string, status: number | null) {
    super(message);
    this.name = 'ServerApiError';
    this.kind = kind;
    this.status = status;
  }
}

export interface ServerApi {
  login(email: string, password: string): Promise<SignedIn>;
  /** Multipart `POST /files/upload`; progress counts bytes handed to the network. */
  upload(
    source: UploadSource,
    onProgress: (sentBytes: number) => void,
    signal: AbortSignal,
  ): Promise<FileObject>;
  /**
   * Fetches a file by id (`GET /files/{id}/download`) or by URL into `toPath`. The token goes to the profile's own
   * origin only. Returns what was received.
   */
  download(
    what: { readonly id: string } | { readonly url: string },
    toPath: string,
    signal: AbortSignal,
  ): Promise<{ sizeBytes: number; mediaType: string | null }>;
  /** Rooms of the server (engine dialect only). */
  listRooms(): Promise<{ id: string; title: string; productId: string | null }[]>;
}
