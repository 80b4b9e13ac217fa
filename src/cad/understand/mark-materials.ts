// Figures in the name of a material, such as 6061 or PA66-GF30, are no sizes.
import { type Material, mentionedMaterials } from '../../shared/model/material.ts';
import type { MarkedText } from './marked-text.ts';

/** Marks every name of the materials that the text mentions. */
export function markMaterials(message: MarkedText, materials: readonly Material[]): void {
  for (const { id, name, aliases } of mentionedMaterials(materials, message.text)) {
    for (const called of [id, name, ...aliases].filter((one) => /\d/.test(one))) {
      const words = called.match(/[a-z0-9]+/gi) ?? [];
      const pattern = new RegExp(`(?<![a-z0-9])${words.join('[^a-z0-9]+')}(?![a-z0-9])`, 'i');
      message.useMatch(pattern.exec(message.text));
    }
  }
}
