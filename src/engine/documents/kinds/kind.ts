// A kind of document: its title, its usual sections, the formats it comes in when none is asked for.
import type { EngineeringDocument, Section } from '../document.ts';
import type { RoomFacts } from '../room-facts.ts';

export type Format = 'markdown' | 'html' | 'pdf' | 'docx' | 'xlsx';

export interface KindRequest {
  readonly message: string;
  readonly includeCosts: boolean;
  readonly includeSuppliers: boolean;
}

export interface Kind {
  readonly title: string;
  readonly formats: readonly Format[];
  readonly sections: readonly string[];
  /** Sections of its own, after the named ones. */
  own?(facts: RoomFacts, request: KindRequest): Section[] | Promise<Section[]>;
  bom?(facts: RoomFacts, request: KindRequest): Promise<EngineeringDocument['bom']>;
}
