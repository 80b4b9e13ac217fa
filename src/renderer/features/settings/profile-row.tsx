// One profile: what it is, whether it is used, how one gets in, and its dialect.
import { useState } from 'react';
import type { ProfileView } from '../../../shared/model/profile.ts';
import type { Failure } from '../../../shared/std/result.ts';
import { Button } from '../../ui/button.tsx';
import { CheckBox, SelectField, TextField } from '../../ui/field.tsx';
import { dialectRows, withRow } from './dialect-words.ts';
import { setToken, signIn, signOut, updateProfile, activateProfile } from './settings-store.ts';

const kindWords = {
  local: 'on this machine',
  engine: 'team engine',
  productflo: 'ProductFlo server',
} as const;

export function ProfileRow({ profile }: { readonly profile: ProfileView }) {
  const [failure, setFailure] = useState<Failure | null>(null);
  const [isSigningIn, setSigningIn] = useState(false);
  const report = (problem: Promise<Failure | null>): void => void problem.then(setFailure);
  return (
    <li className={`profile ${profile.active ? 'active' : ''}`}>
      <div className="profile-head">
        <div className="profile-name">
          <b>{profile.name}</b>
          <span className="muted one-line">
            {kindWords[profile.kind]}
            {profile.serverUrl === null ? '' : `, ${profile.serverUrl}`} · {profile.userId}
          </span>
        </div>
        {profile.active ? (
          <span className="mark good">in use</span>
        ) : (
          <Button label={`Use ${profile.name}`} onPress={() => report(activateProfile(profile.id))}>
            Use
          </Button>
        )}
        {profile.kind === 'local' ? null : profile.signedIn ? (
          <Button
            look="quiet"
            label={`Sign out of ${profile.name}`}
            onPress={() => report(signOut(profile.id))}
          >
            Sign out
          </Button>
        ) : (
          <Button
            look="quiet"
            label={`Sign in to ${profile.name}`}
            onPress={() => setSigningIn(!isSigningIn)}
          >
            Sign in
          </Button>
        )}
      </div>
      {failure === null ? null : <p className="field-error">{failure.message}</p>}
      {isSigningIn && !profile.signedIn ? (
        <SignInForm profile={profile} onDone={() => setSigningIn(false)} />
      ) : null}
      {profile.kind === 'local' ? null : <DialectForm profile={profile} report={report} />}
    </li>
  );
}

function SignInForm({ profile, onDone }: { readonly profile: ProfileView; readonly onDone: () => void }) {
  const [email, setEmail] = useState('');
  const [password, setPassword] = useState('');
  const [token, setTokenText] = useState('');
  const [failure, setFailure] = useState<Failure | null>(null);
  async function enter() {
    const problem =
      token.trim() === '' ? await signIn(profile.id, { email, password }) : await setToken(profile.id, token);
    setFailure(problem);
    if (problem === null) onDone();
  }
  return (
    <form
      className="form sign-in"
      onSubmit={(event) => {
        event.preventDefault();
        void enter();
      }}
    >
      <TextField label="E-mail" type="email" value={email} onChange={setEmail} />
      <TextField label="Password" type="password" value={password} onChange={setPassword} />
      <TextField label="or a token" type="password" value={token} onChange={setTokenText} />
      <div className="form-foot">
        {failure === null ? null : <span className="field-error">{failure.message}</span>}
        <Button type="submit" look="primary">
          Sign in
        </Button>
      </div>
    </form>
  );
}

function DialectForm({
  profile,
  report,
}: {
  readonly profile: ProfileView;
  readonly report: (problem: Promise<Failure | null>) => void;
}) {
  const { dialect } = profile;
  return (
    <details className="dialect">
      <summary>Dialect: where the public pages disagree</summary>
      {dialectRows.map((row) => (
        <div key={row.key} className="dialect-row">
          {row.kind === 'choice' ? (
            <SelectField
              label={row.title}
              value={dialect[row.key]}
              choices={row.choices}
              onChange={(value) =>
                report(updateProfile(profile.id, { dialect: withRow(dialect, row, value) }))
              }
            />
          ) : (
            <CheckBox
              label={row.title}
              isSelected={dialect[row.key]}
              onChange={(value) =>
                report(updateProfile(profile.id, { dialect: withRow(dialect, row, value) }))
              }
            />
          )}
          <span className="hint">{row.why}</span>
        </div>
      ))}
    </details>
  );
}
