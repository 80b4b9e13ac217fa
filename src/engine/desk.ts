// A desk answers one kind of AI request. The server knows desks only through this page.
import type { ErrorCode } from '../shared/protocol/codes.ts';
import type { ValidationError } from '../shared/protocol/response-data.ts';

/** A file a desk made, in the folder it was given. */
export interface MadeFile {
  readonly name: string;
  readonly path: string;
  readonly mediaType: string;
}

/** A file of the room with the text that could be read from it (null: none, or not readable). */
export interface RoomFile {
  readonly id: string;
  readonly name: string;
  readonly mediaType: string;
  readonly path: string;
  readonly sizeBytes: number;
  text(): Promise<readonly { readonly page: number | null; readonly text: string }[] | null>;
}

/** What the room really knows, oldest first. */
export interface RoomKnowledge {
  readonly roomId: string;
  readonly title: string;
  readonly productId: string | null;
  readonly chat: readonly {
    readonly sender: string;
    readonly text: string;
    readonly at: string;
    readonly messageId: string;
  }[];
  /** Bodies of earlier successful answers with the request that led to them. */
  readonly answers: readonly {
    readonly code: string;
    readonly request: Record<string, unknown>;
    readonly body: Record<string, unknown>;
    readonly at: string;
  }[];
  readonly files: readonly RoomFile[];
}

export interface DeskRequest<D> {
  readonly data: D;
  readonly userId: string;
  readonly room: RoomKnowledge;
  /** The files this request attached, found among the room's by id or name; unknown ones are named here. */
  readonly attached: readonly RoomFile[];
  readonly unknownFiles: readonly string[];
  /** An empty folder for made files. */
  readonly folder: string;
  readonly signal: AbortSignal;
  /** A `pending` frame: for Haitch a piece of the answer to append, for others a stage such as "Meshing". */
  progress(text: string): void;
}

export interface DeskAnswer {
  /** The text a person reads; Markdown. */
  readonly message: string;
  /** Fields of the response body besides message, ids and files. */
  readonly body: Record<string, unknown>;
  readonly files: readonly MadeFile[];
}

export type Desk<D> = (request: DeskRequest<D>) => Promise<DeskAnswer>;

/** A desk cannot do what was asked: the error code, a sentence, and where possible the fields to mend. */
export class DeskRefusal extends Error {
  readonly errorCode: ErrorCode;
  readonly errors: readonly ValidationError[];

  constructor(errorCode: ErrorCode, message: string, errors: readonly ValidationError[] = []) {
    super(message);
    this.name = 'DeskRefusal';
    this.errorCode = errorCode;
    this.errors = errors;
  }
}
