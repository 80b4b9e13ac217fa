// A new server: address, who one is there, and a token or nothing yet.
import { useState } from 'react';
import type { NewProfile } from '../../../shared/model/profile.ts';
import type { Failure } from '../../../shared/std/result.ts';
import { Button } from '../../ui/button.tsx';
import { SelectField, TextField } from '../../ui/field.tsx';
import { addProfile } from './settings-store.ts';

const kinds = [
  { id: 'engine', title: 'Team engine' },
  { id: 'productflo', title: 'ProductFlo server' },
] as const;

export function AddServerForm({ onDone }: { readonly onDone: () => void }) {
  const [fields, setFields] = useState({ name: '', serverUrl: '', userId: '', tenantId: '', token: '' });
  const [kind, setKind] = useState<NewProfile['kind']>('engine');
  const [failure, setFailure] = useState<Failure | null>(null);
  const set = (name: keyof typeof fields) => (value: string) =>
    setFields((now) => ({ ...now, [name]: value }));
  const errorOf = (name: string): string | undefined =>
    failure?.field?.endsWith(name) === true ? failure.message : undefined;
  const general =
    failure !== null && !Object.keys(fields).some((name) => errorOf(name) !== undefined)
      ? failure.message
      : null;

  async function add() {
    const blank = (text: string): string | null => (text.trim() === '' ? null : text.trim());
    const { name, serverUrl, userId } = fields;
    const problem = await addProfile({
      name,
      kind,
      serverUrl: serverUrl.trim(),
      userId,
      tenantId: blank(fields.tenantId),
      token: blank(fields.token),
    });
    setFailure(problem);
    if (problem === null) onDone();
  }

  return (
    <form
      className="form add-server"
      onSubmit={(event) => {
        event.preventDefault();
        void add();
      }}
    >
      <TextField
        label="Name"
        value={fields.name}
        onChange={set('name')}
        error={errorOf('name')}
        placeholder="Team"
        autoFocus
      />
      <SelectField
        label="Kind of server"
        value={kind}
        choices={kinds}
        onChange={(id) => setKind(id === 'engine' ? 'engine' : 'productflo')}
      />
      <TextField
        label="Server address"
        value={fields.serverUrl}
        onChange={set('serverUrl')}
        error={errorOf('serverUrl')}
        placeholder="https://api.productflo.io"
      />
      <TextField
        label="Your user id"
        value={fields.userId}
        onChange={set('userId')}
        error={errorOf('userId')}
        placeholder="ann"
      />
      <TextField
        label="Tenant (optional)"
        value={fields.tenantId}
        onChange={set('tenantId')}
        error={errorOf('tenantId')}
        hint="Sent as X-Tenant-ID."
      />
      <TextField
        label="Access token"
        type="password"
        value={fields.token}
        onChange={set('token')}
        error={errorOf('token')}
        hint="The team's token, or leave it empty and sign in afterwards."
      />
      <div className="form-foot">
        {general === null ? null : <span className="field-error">{general}</span>}
        <Button onPress={onDone}>Cancel</Button>
        <Button type="submit" look="primary">
          Add
        </Button>
      </div>
    </form>
  );
}
