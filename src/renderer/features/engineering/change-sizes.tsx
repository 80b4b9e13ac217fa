// Every parameter of a made part as a field: change what you like, and it is asked for again.
import { useState } from 'react';
import { Button } from '../../ui/button.tsx';
import { TextField } from '../../ui/field.tsx';
import { askAgain, written } from './ask-again.ts';
import { request } from './engineering-store.ts';
import type { EngineeringResult } from './model-choice.ts';

interface ChangeSizesProps {
  readonly result: EngineeringResult;
  readonly onClose: () => void;
}

export function ChangeSizes({ result, onClose }: ChangeSizesProps) {
  const [changes, setChanges] = useState<Readonly<Record<string, string>>>({});
  const parameters = result.body?.parameters ?? [];
  const change = (name: string, value: string, was: string): void => {
    const { [name]: _, ...others } = changes;
    setChanges(value === was ? others : { ...others, [name]: value });
  };
  const send = async (): Promise<void> => {
    if (await request(askAgain(result, changes))) onClose();
  };
  return (
    <form
      className="change-sizes"
      aria-label="Change sizes"
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      <h3>Change sizes</h3>
      {parameters.map((parameter) => {
        const was = written(parameter);
        const words = parameter.name.replaceAll('_', ' ');
        const isChanged = changes[parameter.name] !== undefined;
        return (
          <TextField
            key={parameter.name}
            label={words.charAt(0).toUpperCase() + words.slice(1)}
            value={changes[parameter.name] ?? was}
            onChange={(value) => change(parameter.name, value, was)}
            className={isChanged ? 'is-changed' : ''}
            hint={isChanged ? `was ${was}` : parameter.origin === 'assumed' ? 'assumed' : undefined}
          />
        );
      })}
      <p className="muted">What was assumed and stays unchanged is assumed anew from the other sizes.</p>
      <div className="change-sizes-actions">
        <Button onPress={onClose}>Cancel</Button>
        <Button look="primary" type="submit" isDisabled={Object.keys(changes).length === 0}>
          Make it again
        </Button>
      </div>
    </form>
  );
}
