// Bytes kept by their SHA-256: written once, verified, never changed.
export interface StoredContent {
  readonly sha256: string;
  readonly sizeBytes: number;
}

/** Content-addressed store: temporary file while hashing, fsync, rename, fsync of the folder, then the answer. */
export interface ContentStore {
  add(bytes: AsyncIterable<Uint8Array>, limits?: { readonly maxBytes?: number }): Promise<StoredContent>;
  /** Moves an already written temporary file in; the name is computed, never trusted. */
  adopt(path: string): Promise<StoredContent>;
  has(sha256: string): boolean;
  pathOf(sha256: string): string;
}
