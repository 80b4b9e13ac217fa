// What a person is writing, as the form holds it, and its way into a request and back. Pure.
import type { FileRef } from '../../../shared/model/file.ts';
import type { NewMessage, NewMessageInput } from '../../../shared/model/new-message.ts';
import type { IdeaLink } from '../../../shared/model/idea-board.ts';
import type { RequestCode } from '../../../shared/protocol/codes.ts';
import { specificationFields } from './engineering-forms.ts';

/** A file on its way into the message. */
export type Attachment =
  | { readonly key: string; readonly state: 'storing'; readonly name: string; readonly sizeBytes: number }
  | { readonly key: string; readonly state: 'stored'; readonly file: FileRef }
  | { readonly key: string; readonly state: 'failed'; readonly name: string; readonly reason: string };

/** Every field below the text, for all kinds: switching the kind and back loses nothing. */
export interface Fields {
  readonly constraints: string;
  readonly industry: string;
  readonly targetMarket: string;
  readonly competitiveAnalysis: boolean;
  readonly featurePriority: boolean;
  readonly docType: string;
  readonly format: string;
  readonly sections: string;
  readonly includeCosts: boolean;
  readonly includeSuppliers: boolean;
  readonly engineeringType: string;
  /** By their name on the wire, whichever type's form asked for them. */
  readonly specifications: Readonly<Record<string, string>>;
  readonly otherSpecifications: string;
}

/** What stays in the fields after sending: how one works, not what the last part was. */
export function fieldsAfterSending(fields: Fields): Fields {
  const { specifications, otherSpecifications } = emptyFields;
  return { ...fields, specifications, otherSpecifications };
}

export interface Draft {
  readonly kind: RequestCode;
  readonly text: string;
  readonly replyTo: string | null;
  /** The idea it is written from. */
  readonly idea: IdeaLink | null;
  readonly fields: Fields;
  readonly attachments: readonly Attachment[];
}

const emptyFields: Fields = {
  constraints: '',
  industry: '',
  targetMarket: '',
  competitiveAnalysis: true,
  featurePriority: true,
  docType: 'technical_specification',
  format: '',
  sections: '',
  includeCosts: false,
  includeSuppliers: false,
  engineeringType: 'cad_generation',
  specifications: {},
  otherSpecifications: '',
};

export const emptyDraft: Draft = {
  kind: 'chat',
  text: '',
  replyTo: null,
  idea: null,
  fields: emptyFields,
  attachments: [],
};

/** Where a draft is going. */
export interface Destination {
  readonly roomId: string;
  readonly productId: string | null;
}

/** The draft as a request; only the fields of its kind go with it. */
export function toRequest(draft: Draft, { roomId, productId }: Destination): NewMessageInput {
  const { fields } = draft;
  const fileIds = draft.attachments.flatMap((attached) =>
    attached.state === 'stored' ? [attached.file.id] : [],
  );
  const head = { roomId, productId, text: draft.text, replyTo: draft.replyTo, fileIds, idea: draft.idea };
  switch (draft.kind) {
    case 'chat':
      return { kind: 'chat', ...head };
    case 'haitch_chat':
      return {
        kind: 'haitch_chat',
        ...head,
        constraints: splitList(fields.constraints),
        industry: fields.industry.trim(),
      };
    case 'idea':
      return {
        kind: 'idea',
        ...head,
        constraints: splitList(fields.constraints),
        targetMarket: fields.targetMarket.trim(),
        competitiveAnalysis: fields.competitiveAnalysis,
        featurePriority: fields.featurePriority,
      };
    case 'documentation':
      return {
        kind: 'documentation',
        ...head,
        docType: fields.docType,
        format: fields.format,
        sections: splitList(fields.sections),
        includeCosts: fields.includeCosts,
        includeSuppliers: fields.includeSuppliers,
      };
    case 'engineering':
      return {
        kind: 'engineering',
        ...head,
        engineeringType: fields.engineeringType,
        specifications: specificationsOf(fields),
      };
  }
}

/** A request as a draft to be edited; `files` are its attachments. */
export function fromRequest(request: NewMessage, files: readonly FileRef[]): Draft {
  return {
    kind: request.kind,
    text: request.text,
    replyTo: request.replyTo,
    idea: request.idea,
    attachments: files.map((file) => ({ key: file.id, state: 'stored', file })),
    fields: { ...emptyFields, ...fieldsOf(request) },
  };
}

/** A drafted request in the place of a draft; the text and the files that were there stay. */
export function withProposal({ text, attachments }: Draft, proposal: NewMessage): Draft {
  const drafted = fromRequest(proposal, []);
  const both = text.trim() === '' ? drafted.text : `${drafted.text}\n\n${text}`;
  return { ...drafted, text: both, attachments };
}

function fieldsOf(request: NewMessage): Partial<Fields> {
  switch (request.kind) {
    case 'chat':
      return {};
    case 'haitch_chat':
      return { constraints: request.constraints.join(', '), industry: request.industry };
    case 'idea': {
      const { targetMarket, competitiveAnalysis, featurePriority } = request;
      return {
        constraints: request.constraints.join(', '),
        targetMarket,
        competitiveAnalysis,
        featurePriority,
      };
    }
    case 'documentation': {
      const { docType, format, includeCosts, includeSuppliers } = request;
      return { docType, format, includeCosts, includeSuppliers, sections: request.sections.join(', ') };
    }
    case 'engineering': {
      const { engineeringType, specifications } = request;
      const asked = new Set(specificationFields(engineeringType).map(({ name }) => name));
      const entries = Object.entries(specifications);
      return {
        engineeringType,
        specifications: Object.fromEntries(entries.filter(([name]) => asked.has(name))),
        otherSpecifications: entries
          .filter(([name]) => !asked.has(name))
          .map(([name, value]) => `${name}: ${value}`)
          .join('; '),
      };
    }
  }
}

/** Only what the type's form shows goes along: a field of another type is kept, not sent. */
function specificationsOf(fields: Fields): Record<string, string> {
  const named = specificationFields(fields.engineeringType).map(({ name }): [string, string] => [
    name,
    fields.specifications[name] ?? '',
  ]);
  const entries = [...named, ...splitPairs(fields.otherSpecifications)];
  return Object.fromEntries(
    entries.map(([name, value]) => [name, value.trim()]).filter(([, value]) => value !== ''),
  );
}

/** `holes: 4x M4; thickness: 3 mm` as pairs. A piece without a colon is kept under `note`. */
function splitPairs(text: string): [string, string][] {
  return text
    .split(/[;\n]/)
    .map((piece) => piece.trim())
    .filter((piece) => piece !== '')
    .map((piece) => {
      const colon = piece.indexOf(':');
      if (colon < 1) return ['note', piece];
      return [piece.slice(0, colon).trim().replaceAll(/\s+/g, '_'), piece.slice(colon + 1).trim()];
    });
}

/** `a, b; c` as a list without blanks. */
export function splitList(text: string): string[] {
  return text
    .split(/[,;\n]/)
    .map((piece) => piece.trim())
    .filter((piece) => piece !== '');
}
