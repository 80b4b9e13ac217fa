// Opens the four desks of an engine with what each of them needs.
import { openKernel } from '../cad/process/fork-kernel.ts';
import type { ModelAccess } from '../shared/model/language-model.ts';
import type { Disposables } from '../shared/std/disposables.ts';
import { openDocumentsDesk } from './documents/open-documents.ts';
import { openEngineeringDesk } from './engineering/open-engineering.ts';
import { openHaitchDesk } from './haitch/open-haitch.ts';
import { openIdeasDesk } from './ideas/open-ideas.ts';
import type { Desks } from './jobs/desk-table.ts';
import { haitchWithModel } from './model/haitch-with-model.ts';

export interface DesksSetup {
  /** Entry file of the kernel process. */
  readonly kernelEntry: string;
  readonly resourcesDir: string;
  readonly model?: () => ModelAccess;
  readonly log: (line: string) => void;
}

/** Opens the desks; what they hold is closed with `scope`. */
export async function openDesks(setup: DesksSetup, scope: Disposables): Promise<Desks> {
  const { kernelEntry, resourcesDir, log, model = () => null } = setup;
  const kernel = scope.add(openKernel({ entry: kernelEntry, log }), async (open) => {
    await open[Symbol.asyncDispose]();
  });
  return {
    haitch: haitchWithModel(await openHaitchDesk({ resourcesDir }), model),
    ideas: await openIdeasDesk({ resourcesDir }),
    documents: await openDocumentsDesk(),
    engineering: await openEngineeringDesk({ resourcesDir, kernel }),
  };
}
