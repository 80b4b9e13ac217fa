// Questions about standards, each answered with the figure that is printed in the standard.
import { describe, expect, test } from 'vitest';
import { openHaitchDesk } from '../../../../src/engine/haitch/open-haitch.ts';
import { askDesk, resourcesDir } from '../desk-rig.ts';

const desk = await openHaitchDesk({ resourcesDir });
const ask = (message: string) => askDesk(desk, { data: { message, sender: 'ann' } });

describe('Haitch and the standards', () => {
  test.each([
    ['tap drill for 1/4-20', '#7'],
    ['What is the tap drill for 1/4"-20 UNC?', '5.11 mm'],
    ['tap drill 10-32', '#21'],
    ['tap drill for a #10-32 thread', '4.04 mm'],
    ['clearance hole for a #8 screw', '0.196 in'],
    ['clearance hole for 1/4 inch bolt', '0.281 in'],
    ['stress area of 3/8-16', '0.0775 in²'],
    ['pitch of 1/2-13', '1.954 mm'],
    ['tap drill for M8x1', '**7 mm**'],
    ['tap drill for M10 x 1.25', '8.8 mm'],
    ['tap drill for M8x30 screw', '6.8 mm'],
    ['tap drill M14', '12 mm'],
    ['limits of 20 H7/g6', '+21 / 0 µm'],
    ['limits of 20 H7/g6', '7 to 41 µm'],
    ['tolerance of Ø50 f7', 'from 49.950 to 49.975 mm'],
    ['What are the limits of a 30 mm p6 shaft?', '+35 / +22 µm'],
    ['fit H7/p6 at 30 mm', 'interference fit: **1 to 35 µm**'],
    ['ISO 286 fit 25 H7/k6', 'transition fit'],
    ['IT7 for 60 mm', '30 µm'],
    ['16 gauge stainless thickness', '1.59 mm'],
    ['How thick is 16 gauge steel?', '0.0598 in'],
    ['thickness of 20 ga galvanized', '1.01 mm'],
    ['18 gauge aluminum', '1.02 mm'],
    ['head height of M6 socket cap screw', 'head height: **6 mm**'],
    ['head diameter of an M5 button head screw', '9.5 mm'],
    ['what hex key for M8 socket head?', '**6 mm**'],
    ['countersunk M4 head diameter', '8.4 mm'],
    ['head diameter of M6 countersunk socket screw', '13.44 mm'],
    ['M8 nut across flats', '13 mm'],
    ['what spanner for an M10 bolt', '16 mm'],
    ['M6 washer thickness', '1.6 mm'],
    ['clearance hole for M6 socket head cap screw', '6.6 mm'],
    ['What does IP65 mean?', 'water jets'],
    ['What does IP20C mean?', 'a tool cannot reach'],
    ['ISO 2768 m angle, side 80 mm', '±20′'],
    ['ISO 2768 c radius of 5 mm', '±1 mm'],
    ['What replaced ISO 2768-2?', 'ISO 22081:2021'],
    ['elongation of 1.4301', '45 %'],
    ['price of copper per kg', 'EUR/kg'],
    ['Is PEEK food safe?', 'excellent'],
    ['density of Delrin', '1.41'],
    ['how dense is bronze', '8.91'],
    ['M3 screw head diameter', '**5.5 mm** wide'],
    ['cost of titanium', 'EUR/kg'],
    ['which plastic for food contact', 'food'],
    ['Which metal for an outdoor bracket?', 'Aluminium'],
  ])('“%s” is answered with %s', async (question, figure) => {
    const { message, body } = await ask(question);
    expect(message).toContain(figure);
    expect(body['sources']).not.toEqual([]);
  });

  test.each([
    ['limits of 600 H7', 'no limits'],
    ['limits of 20 H15', 'no limits'],
    ['what is H7?', 'depend on the size'],
    ['head height of M9 socket screw', 'has no M9'],
    ['3 gauge stainless', 'no gauge 3'],
  ])('“%s” is told not to be in the table: %s', async (question, words) => {
    expect((await ask(question)).message).toContain(words);
  });
});
