// Sample files of occt-import-js that nobody here wrote, and what opening each must give.
export interface SampleFile {
  /** Below `test/testfiles` of the package. */
  readonly path: string;
  /** Parts and size, mm; or the sentence of the few that cannot be shown. */
  readonly expected:
    | { readonly parts: number; readonly sizeMm: readonly [number, number, number] }
    | { readonly sentence: RegExp };
}

const holdsNone = { sentence: /has no surfaces to show: it holds curves only, or names other files/ };
const shown = (parts: number, ...sizeMm: [number, number, number]) => ({ parts, sizeMm });

/**
 * Sizes: the cubes are named after theirs (of 10 mm; of 1 m, written in inch, metre and millimetre). The assembly AS1 is
 * 200 × 150 × 84 by the drawing of its test case; two of its files say inch, so that theirs is 25.4 times as large.
 */
export const sampleFiles: readonly SampleFile[] = [
  { path: 'cube-10x10mm/Cube 10x10.igs', expected: shown(1, 10, 10, 10) },
  { path: 'cube-10x10mm/Cube 10x10.stl', expected: shown(1, 10, 10, 10) },
  { path: 'cube-fcstd/cube.step', expected: shown(1, 10, 10, 10) },
  { path: 'cube-fcstd/cube2.step', expected: shown(1, 10, 10, 10) },
  { path: 'cube-fcstd/cube3.step', expected: shown(1, 10, 10, 10) },
  { path: 'rounded-cube/rounded-cube.step', expected: shown(1, 10, 10, 10) },
  { path: 'cube-units/cube-in.step', expected: shown(1, 1000, 1000, 1000) },
  { path: 'cube-units/cube-m.step', expected: shown(1, 1000, 1000, 1000) },
  { path: 'cube-units/cube-mm.step', expected: shown(1, 1000, 1000, 1000) },
  { path: 'simple-basic-cube/cube.stp', expected: shown(1, 300, 300, 300) },
  { path: 'cax-if/as1-oc-214.stp', expected: shown(18, 200, 150, 84) },
  { path: 'cax-if/as1-tu-203.stp', expected: shown(18, 200, 150, 84) },
  { path: 'cax-if/as1_pe_203.stp', expected: shown(18, 5080, 2209.8, 3810) },
  { path: 'cax-if-brep/as1_pe_203.brep', expected: shown(18, 5080, 2209.8, 3810) },
  { path: 'cax-if/dm1-id-214.stp', expected: shown(7, 50, 87, 100) },
  { path: 'cax-if/dm1-oc-214.stp', expected: shown(7, 52.5, 100, 84) },
  { path: 'cax-if/dm1-pe-214.stp', expected: shown(7, 2540, 2209.8, 1270) },
  { path: 'cax-if/io1-cm-214.stp', expected: shown(1, 31, 88, 87.95) },
  { path: 'cax-if/io1-tu-203.stp', expected: shown(1, 31, 88, 87.95) },
  { path: 'cax-if/sg1-c5-214.stp', expected: shown(1, 79.98, 79.98, 154.03) },
  { path: 'cax-if/s1-c5-214/TAIL_TURBINE.stp', expected: shown(1, 120.78, 36, 100) },
  { path: 'conical-surface/conical-surface.step', expected: shown(1, 7, 27.02, 27.03) },
  { path: 'cax-if/s1-c5-214/s1-c5-214.stp', expected: holdsNone },
  { path: 'cax-if/s1-tu-203/s1-tu-203.stp', expected: holdsNone },
  { path: 'cax-if/s1_pe_214/s1_pe_214.stp', expected: holdsNone },
];
