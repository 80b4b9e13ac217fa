// FreeCAD as the peer that makes the same bracket: installed through apt where it can be, in a process of its own each time.
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { rateOf } from './figure.ts';
import { ScratchFolder } from './scratch-folder.ts';

/** The command, installed on Debian as root when it was not there; null where it cannot be had. */
export function ensureFreecad(): string | null {
  const found = freecadCommand();
  if (found !== null || !existsSync('/usr/bin/apt-get') || process.getuid?.() !== 0) return found;
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const apt = (...words: string[]): void => void spawnSync('apt-get', words, { env, stdio: 'ignore' });
  apt('update', '-qq');
  apt('install', '-y', '-qq', '--no-install-recommends', 'freecad-python3');
  return freecadCommand();
}

/** FreeCAD's command without a window; null when there is none. */
function freecadCommand(): string | null {
  return (
    ['freecadcmd', 'FreeCADCmd', 'freecadcmd-python3'].find(
      (command) => spawnSync(command, ['--help'], { stdio: 'ignore' }).error === undefined,
    ) ?? null
  );
}

/** Plate, opening, holes, shelves and fillets as ours; STEP and mass. */
const freecadScript = `
import FreeCAD, Part
from FreeCAD import Vector as V
w, h, d, t, f, r = 100.0, 80.0, 20.0, 3.0, 1.5, 6.0
plate = Part.makeBox(w, h, t, V(-w / 2, -h / 2, 0))
plate = plate.makeFillet(r, [e for e in plate.Edges if abs(e.Vertexes[0].Z - e.Vertexes[-1].Z) > 1])
for x in (-41, 41):
    for y in (-31, 31):
        plate = plate.cut(Part.makeCylinder(2.25, t + 2, V(x, y, -1)))
window = Part.makeBox(30, 24, t + 2, V(-15, -12, -1))
plate = plate.cut(window.makeFillet(3, [e for e in window.Edges if abs(e.Vertexes[0].Z - e.Vertexes[-1].Z) > 1]))
for side in (-1, 1):
    y = side * h / 2 - (t if side > 0 else 0)
    shelf = Part.makeBox(w - 2 * r, t, d, V(-w / 2 + r, y, 0))
    plate = plate.fuse(shelf)
plate = plate.removeSplitter()
inner = [e for e in plate.Edges if len(e.Vertexes) == 2 and all(abs(v.Z - t) < 1e-6 and abs(abs(v.Y) - (h / 2 - t)) < 1e-6 for v in e.Vertexes)]
plate = plate.makeFillet(f, inner)
plate.exportStep(OUT + '/bracket.step')
plate.exportStl(OUT + '/bracket.stl')
open(OUT + '/mass.txt', 'w').write(str(plate.Volume / 1000 * 1.05))
`;

/** From the start of a process to STEP, STL and mass on disk, parts per second. */
export async function coldFreecad(): Promise<number> {
  using folder = new ScratchFolder();
  const script = join(folder.path, 'bracket.py');
  writeFileSync(script, `OUT = ${JSON.stringify(folder.path)}\n${freecadScript}`);
  return await rateOf(1, () => {
    execFileSync(freecadCommand() ?? 'freecadcmd', [script], { stdio: 'ignore' });
    // FreeCAD ends without a fault when a script fails.
    if (!existsSync(join(folder.path, 'mass.txt'))) throw new Error('FreeCAD made no bracket');
  });
}
