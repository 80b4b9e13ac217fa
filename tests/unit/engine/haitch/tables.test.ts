// The tables Haitch reads fit one another: ids, sources, units and ranges.
import { describe, expect, test } from 'vitest';
import { findClearanceHole } from '../../../../src/cad/understand/screw-sizes.ts';
import { loadKnowledge } from '../../../../src/engine/haitch/knowledge.ts';
import { resourcesDir } from '../desk-rig.ts';

const knowledge = await loadKnowledge(resourcesDir);
const materials = new Set(knowledge.materials.materials.map(({ id }) => id));

describe('the knowledge tables', () => {
  test('every source that is named is spelt out', () => {
    const { rules, expansion } = knowledge;
    for (const { id, source } of rules.rules) expect(rules.sources, id).toHaveProperty(source);
    for (const { material, source } of expansion.coefficients)
      expect(expansion.sources, material).toHaveProperty(source);
  });

  test('every material that is named is in the materials table', () => {
    for (const { material } of knowledge.rules.rules)
      if (material !== undefined) expect(materials).toContain(material);
    for (const { material } of knowledge.expansion.coefficients) expect(materials).toContain(material);
  });

  test('metals expand by 5 to 30 and plastics by 40 to 200 millionths per kelvin', () => {
    for (const { material, perMillionPerK } of knowledge.expansion.coefficients) {
      const family = knowledge.materials.materials.find(({ id }) => id === material)?.family;
      const [low, high] = family === 'metal' ? [5, 30] : [40, 200];
      expect(perMillionPerK, material).toBeGreaterThanOrEqual(low);
      expect(perMillionPerK, material).toBeLessThanOrEqual(high);
    }
  });

  test('a tap drill is about d − P, a stress area π/4 (d − 0.9382 P)², a clearance hole wider than the thread', () => {
    for (const { name, pitchMm, tapDrillMm, stressAreaMm2 } of knowledge.standards.threads.rows) {
      const diameter = Number(name.slice(1));
      // ISO 2306 rounds d − P to drills that exist, in steps of 0.05 to 0.1 mm.
      expect(Math.abs(tapDrillMm - (diameter - pitchMm)), name).toBeLessThanOrEqual(0.051);
      if (stressAreaMm2 !== undefined) {
        const area = (Math.PI / 4) * (diameter - 0.9382 * pitchMm) ** 2;
        expect(Math.abs(stressAreaMm2 / area - 1), name).toBeLessThan(0.005);
      }
      const fits = ['fine', 'medium', 'coarse'].map(
        (fit) => findClearanceHole(`${name} ${fit}`)?.diameterMm ?? 0,
      );
      expect(fits[0], name).toBeGreaterThan(diameter);
      expect(fits, name).toEqual([...fits].sort((a, b) => a - b));
    }
  });

  test('general tolerances widen with the size and from fine to very coarse', () => {
    const { classes } = knowledge.standards.generalTolerances;
    for (const values of Object.values(classes)) {
      const known = values.filter((value) => value !== null);
      expect(known).toEqual([...known].sort((a, b) => a - b));
    }
    for (const [place, medium] of (classes['m'] ?? []).entries()) {
      const fine = classes['f']?.[place];
      if (fine != null && medium != null) expect(fine).toBeLessThan(medium);
    }
  });
});
