// Settings: servers, look, where the data lies, and the frames that were kept raw.
import { Plus } from 'lucide-react';
import { useState } from 'react';
import type { Settings } from '../../../shared/model/status.ts';
import { Button } from '../../ui/button.tsx';
import { ModalDialog } from '../../ui/modal-dialog.tsx';
import { Segmented } from '../../ui/segmented.tsx';
import { fullTime } from '../../ui/words.ts';
import { AddServerForm } from './add-server-form.tsx';
import { LanguageModelForm } from './language-model-form.tsx';
import { ProfileRow } from './profile-row.tsx';
import { changeSettings, loadFrames, saveDiagnostics, useSettings } from './settings-store.ts';
import './settings.css';

const themes: readonly { id: Settings['theme']; title: string }[] = [
  { id: 'system', title: 'As the system' },
  { id: 'light', title: 'Light' },
  { id: 'dark', title: 'Dark' },
];
const units: readonly { id: Settings['lengthUnit']; title: string }[] = [
  { id: 'mm', title: 'Millimetres' },
  { id: 'in', title: 'Inches' },
];
const densities: readonly { id: Settings['density']; title: string }[] = [
  { id: 'normal', title: 'Normal' },
  { id: 'compact', title: 'Compact' },
];

export function SettingsDialog({
  isOpen,
  onClose,
}: {
  readonly isOpen: boolean;
  readonly onClose: () => void;
}) {
  return (
    <ModalDialog title="Settings" isOpen={isOpen} onClose={onClose} size="medium">
      <div className="settings">
        <Servers />
        <LanguageModelForm />
        <Look />
        <About />
        <Frames />
      </div>
    </ModalDialog>
  );
}

function Servers() {
  const profiles = useSettings((state) => state.profiles);
  const [isAdding, setAdding] = useState(false);
  return (
    <section>
      <h3>Servers</h3>
      <ul className="profiles">
        {profiles.map((profile) => (
          <ProfileRow key={profile.id} profile={profile} />
        ))}
      </ul>
      {isAdding ? (
        <AddServerForm onDone={() => setAdding(false)} />
      ) : (
        <Button look="quiet" onPress={() => setAdding(true)}>
          <Plus aria-hidden className="lucide" />
          Add server
        </Button>
      )}
    </section>
  );
}

function Look() {
  const { settings } = useSettings();
  return (
    <section>
      <h3>Look</h3>
      <div className="settings-row">
        <span>Theme</span>
        <Segmented
          label="Theme"
          value={settings.theme}
          segments={themes}
          onChange={(theme) => void changeSettings({ theme })}
        />
      </div>
      <div className="settings-row">
        <span>Lengths in</span>
        <Segmented
          label="Length unit"
          value={settings.lengthUnit}
          segments={units}
          onChange={(lengthUnit) => void changeSettings({ lengthUnit })}
        />
      </div>
      <div className="settings-row">
        <span>Rows</span>
        <Segmented
          label="Density"
          value={settings.density}
          segments={densities}
          onChange={(density) => void changeSettings({ density })}
        />
      </div>
    </section>
  );
}

function About() {
  const { info } = useSettings();
  if (info === null) return null;
  return (
    <section>
      <h3>This workstation</h3>
      <dl className="pairs">
        <dt>Version</dt>
        <dd>
          {info.version}, {info.shell === 'electron' ? 'desktop' : 'in the browser'}, {info.platform}
        </dd>
        <dt>Data</dt>
        <dd className="mono wrap">{info.dataFolder}</dd>
        <dt>Tokens</dt>
        <dd>{info.vaultNote}</dd>
      </dl>
      <div className="settings-row">
        <span className="muted">
          For a help desk: versions, counts and logs, without messages, file names, tokens and passwords.
        </span>
        <Button onPress={() => void saveDiagnostics()}>Save diagnostics…</Button>
      </div>
    </section>
  );
}

function Frames() {
  const frames = useSettings((state) => state.frames);
  return (
    <section>
      <details onToggle={(event) => event.currentTarget.open && void loadFrames()}>
        <summary>Frames kept raw</summary>
        {frames.length === 0 ? (
          <p className="muted">None. Frames that cannot be read, or have an unknown code, are kept here.</p>
        ) : null}
        <ul className="frames">
          {frames.map((frame) => (
            <li key={frame.id}>
              <span className="muted">
                {fullTime(frame.at)}: {frame.reason}
              </span>
              <pre>{frame.text}</pre>
            </li>
          ))}
        </ul>
      </details>
    </section>
  );
}
