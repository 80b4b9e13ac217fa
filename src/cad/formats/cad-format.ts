// Which exact CAD format a file name tells.
import { extname } from 'node:path';

export type CadFormat = 'step' | 'iges' | 'brep';

const formats: Readonly<Record<string, CadFormat>> = {
  '.step': 'step',
  '.stp': 'step',
  '.iges': 'iges',
  '.igs': 'iges',
  '.brep': 'brep',
  '.brp': 'brep',
};

/** The format by the name's ending; null when it is none of STEP, IGES and BREP. */
export function cadFormatOf(name: string): CadFormat | null {
  return formats[extname(name).toLowerCase()] ?? null;
}
