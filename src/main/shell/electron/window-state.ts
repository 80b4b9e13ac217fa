// Where the window was: remembered between runs, forgotten when it would be off the screen.
import { type BrowserWindow, type Rectangle, screen } from 'electron';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { readJsonFile } from '../../settings/json-file.ts';

const stateSchema = z.object({
  x: z.number().int(),
  y: z.number().int(),
  width: z.number().int().min(400),
  height: z.number().int().min(300),
  maximized: z.boolean(),
});
export type WindowState = z.infer<typeof stateSchema>;

/** The state of the last run; null for the first, or when that screen is gone. */
export async function readWindowState(dataDir: string): Promise<WindowState | null> {
  const { value } = await readJsonFile({ path: pathIn(dataDir), schema: stateSchema });
  return value !== null && isOnScreen(value) ? value : null;
}

/** Keeps the state when the window closes. Losing it costs a drag of the mouse, so a failure is only told. */
export function rememberWindow(
  window: BrowserWindow,
  dataDir: string,
  onError: (error: unknown) => void,
): void {
  window.on('close', () => {
    const state: WindowState = { ...window.getNormalBounds(), maximized: window.isMaximized() };
    try {
      writeFileSync(pathIn(dataDir), JSON.stringify(state));
    } catch (error) {
      onError(error);
    }
  });
}

function isOnScreen(state: Rectangle): boolean {
  return screen.getAllDisplays().some(({ workArea }) => {
    const isBeside = state.x + 100 > workArea.x + workArea.width || state.x + state.width < workArea.x + 100;
    const isAboveOrBelow = state.y + 50 > workArea.y + workArea.height || state.y < workArea.y - 20;
    return !isBeside && !isAboveOrBelow;
  });
}

function pathIn(dataDir: string): string {
  return join(dataDir, 'window.json');
}
