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
  /** Names of sections; `own` is where its own stand, else at the end. */
  readonly sections: readonly string[];
  own?(facts: RoomFacts, request: KindRequest): Section[] | Promise<Section[]>;
  bom?(facts: RoomFacts, request: KindRequest): Promise<EngineeringDocument['bom']>;
}
