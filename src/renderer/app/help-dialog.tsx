// Every key, by what it is for.
import type { CommandGroup } from '../ui/command.ts';
import { Keys } from '../ui/keys.tsx';
import { ModalDialog } from '../ui/modal-dialog.tsx';
import { commands } from './commands.ts';
import { showDialog, useLayout } from './layout-store.ts';

const groups: readonly CommandGroup[] = ['Go to', 'Write', 'Room', 'Queue', 'View', 'Workstation'];

export function HelpDialog() {
  const isOpen = useLayout((state) => state.dialog === 'help');
  return (
    <ModalDialog title="Keyboard" isOpen={isOpen} onClose={() => showDialog(null)} size="medium">
      <div className="help">
        {groups.map((group) => (
          <section key={group}>
            <h3>{group}</h3>
            <dl>
              {commands
                .filter((command) => command.group === group && command.keys !== undefined)
                .map(({ id, title, keys = '' }) => (
                  <div key={id} className="help-row">
                    <dt>{title}</dt>
                    <dd>
                      <Keys keys={keys} />
                    </dd>
                  </div>
                ))}
            </dl>
          </section>
        ))}
      </div>
    </ModalDialog>
  );
}
