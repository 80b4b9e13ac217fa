// The language model Haitch may use: where it is, what it is called, and what leaves the machine, told before it is switched on.
import { useEffect, useState } from 'react';
import { type ModelCheck, type ModelView, staysHere } from '../../../shared/model/language-model.ts';
import type { Failure } from '../../../shared/std/result.ts';
import { Button } from '../../ui/button.tsx';
import { TextField } from '../../ui/field.tsx';
import { checkModel, loadModel, saveModel } from './language-model-store.ts';

const nothing = { baseUrl: '', name: '', apiKey: '' };
const limits = { maxOutputTokens: 1500, patienceS: 60 };

export function LanguageModelForm() {
  const [view, setView] = useState<ModelView | null>(null);
  const [fields, setFields] = useState(nothing);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [check, setCheck] = useState<ModelCheck | null>(null);
  const set = (name: keyof typeof fields) => (value: string) => {
    setCheck(null);
    setFields((now) => ({ ...now, [name]: value }));
  };
  useEffect(() => {
    void loadModel().then((kept) => {
      setView(kept);
      if (kept?.model != null) setFields({ baseUrl: kept.model.baseUrl, name: kept.model.name, apiKey: '' });
    });
  }, []);
  if (view === null) return null;

  async function save(isOn: boolean): Promise<void> {
    const { baseUrl, name, apiKey } = fields;
    const answer = await saveModel({
      model: { ...limits, ...view?.model, baseUrl: baseUrl.trim(), name },
      isOn,
      ...(apiKey.trim() === '' ? {} : { apiKey }),
    });
    setFailure(answer.ok ? null : answer.error);
    if (answer.ok) setView(answer.value);
  }
  async function test(): Promise<void> {
    const { baseUrl, name, apiKey } = fields;
    const key = apiKey.trim() === '' ? null : apiKey.trim();
    const answer = await checkModel({
      baseUrl: baseUrl.trim(),
      name: name.trim() || '?',
      apiKey: key,
    });
    setFailure(answer.ok ? null : answer.error);
    setCheck(answer.ok ? answer.value : null);
  }
  const errorOf = (name: string): string | undefined =>
    failure?.field?.endsWith(name) === true ? failure.message : undefined;
  const isNamed = fields.baseUrl.trim() !== '' && fields.name.trim() !== '';
  return (
    <section>
      <h3>Language model</h3>
      <p className="muted">
        Haitch answers from tables and calculations. A model you connect words the answers; figures still come
        from the tables, with their sources.
      </p>
      <form
        className="form add-server"
        onSubmit={(event) => {
          event.preventDefault();
          void save(view.isOn);
        }}
      >
        <TextField
          label="Model server"
          value={fields.baseUrl}
          onChange={set('baseUrl')}
          error={errorOf('baseUrl')}
          placeholder="http://127.0.0.1:11434/v1"
          hint="Any OpenAI-compatible address: Ollama, LM Studio, a cloud."
        />
        <TextField
          label="Model"
          value={fields.name}
          onChange={set('name')}
          error={errorOf('name')}
          placeholder="llama3.1:8b"
          suggestions={check?.names ?? []}
        />
        <TextField
          label="Key"
          type="password"
          value={fields.apiKey}
          onChange={set('apiKey')}
          hint={view.hasKey ? 'One is kept; leave this empty to keep it.' : 'Local servers need none.'}
        />
        {isNamed ? <LeavesTheMachine baseUrl={fields.baseUrl} isOn={view.isOn} /> : null}
        <div className="form-foot">
          <Outcome failure={failure} check={check} fieldError={errorOf('baseUrl') ?? errorOf('name')} />
          {view.isOn ? <Button onPress={() => void save(false)}>Switch off</Button> : null}
          <Button onPress={() => void test()} isDisabled={fields.baseUrl.trim() === ''}>
            Test
          </Button>
          <Button look="primary" onPress={() => void save(true)} isDisabled={!isNamed}>
            {view.isOn ? 'Save' : 'Switch on'}
          </Button>
        </div>
      </form>
    </section>
  );
}

function LeavesTheMachine({ baseUrl, isOn }: { readonly baseUrl: string; readonly isOn: boolean }) {
  const host = URL.parse(baseUrl)?.host ?? 'the server';
  const what =
    'your question, up to six earlier turns with Haitch, and what the model looks up: tables, results of the room, passages of its files';
  return (
    <p className="hint model-notice">
      {staysHere({ baseUrl })
        ? `${isOn ? 'On.' : 'Off.'} The model runs on this machine; nothing leaves it.`
        : `${isOn ? 'On: this goes' : 'Off. Once on, this goes'} to ${host}: ${what}.`}
    </p>
  );
}

function Outcome({
  failure,
  check,
  fieldError,
}: {
  readonly failure: Failure | null;
  readonly check: ModelCheck | null;
  readonly fieldError: string | undefined;
}) {
  if (failure !== null && fieldError === undefined)
    return <span className="field-error">{failure.message}</span>;
  if (check === null) return null;
  return <span className={check.reached ? 'hint' : 'field-error'}>{check.message}</span>;
}
