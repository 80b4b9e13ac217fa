// What is known of the model: size, volume, mass, then what the request was understood to mean, and what was assumed and why.
import { Download, SlidersHorizontal } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import type { ModelMesh } from '../../../cad/mesh/part-mesh.ts';
import type {
  EngineeringResponseData,
  Measured,
  Parameter,
} from '../../../shared/protocol/engineering-response.ts';
import { Button, IconButton } from '../../ui/button.tsx';
import { RawValue } from '../../ui/raw-value.tsx';
import { fileSize } from '../../ui/words.ts';
import {
  hasFlatFacesOnly,
  type LengthUnit,
  showArea,
  showLength,
  showMass,
  showSize,
  showVolume,
} from '../../viewer/index.ts';
import { canAskAgain } from './ask-again.ts';
import { ChangeSizes } from './change-sizes.tsx';
import { saveFile } from './engineering-store.ts';
import { Findings } from './findings.tsx';
import { ResultTables } from './result-tables.tsx';
import type { EngineeringResult } from './model-choice.ts';

interface PartFactsProps {
  readonly model: ModelMesh | null;
  readonly result: EngineeringResult | null;
  readonly unit: LengthUnit;
  /** Whether the tables of the answer stand here, too. */
  readonly hasTables: boolean;
}

export function PartFacts({ model, result, unit, hasTables }: PartFactsProps) {
  const measured = result?.body?.measured;
  return (
    <div className="part-facts">
      <KeyFigures figures={result?.body?.key_figures ?? []} />
      {result === null ? null : <Findings findings={result.body?.findings ?? []} unit={unit} />}
      {measured === undefined ? (
        <ModelFacts model={model} unit={unit} />
      ) : (
        <MeasuredFacts measured={measured} unit={unit} />
      )}
      {result === null ? null : <RequestFacts result={result} unit={unit} hasTables={hasTables} />}
      {(model?.remarks ?? []).map((remark) => (
        <p key={remark} className="muted">
          {remark}
        </p>
      ))}
    </div>
  );
}

function KeyFigures({ figures }: { readonly figures: NonNullable<EngineeringResponseData['key_figures']> }) {
  if (figures.length === 0) return null;
  return (
    <Section title="Result">
      {figures.map(({ name, value, note }) => (
        <Fact key={name} name={name} {...(note === undefined ? {} : { note })}>
          <strong>{value}</strong>
        </Fact>
      ))}
    </Section>
  );
}

function MeasuredFacts({ measured, unit }: { readonly measured: Measured; readonly unit: LengthUnit }) {
  const { x, y, z } = measured.bounding_box_mm;
  return (
    <Section title="Measured">
      <Fact name="Size">{showSize([x, y, z], unit)}</Fact>
      <Fact name="Volume">{showVolume(measured.volume_mm3, unit)}</Fact>
      <Fact name="Surface">{showArea(measured.surface_area_mm2, unit)}</Fact>
      <Fact name="Centre of mass">{showSize(measured.center_of_mass_mm, unit).replaceAll(' ×', ',')}</Fact>
      {measured.mass_g === undefined ? (
        <Fact name="Mass">not known: no density</Fact>
      ) : (
        <Fact name="Mass">{showMass(measured.mass_g)}</Fact>
      )}
      {measured.material === undefined ? null : (
        <Fact
          name="Material"
          note={`Density ${measured.material.density_g_cm3} g/cm³: ${measured.material.source}`}
        >
          {measured.material.name}
        </Fact>
      )}
      <Fact name="Method">{measured.method}</Fact>
    </Section>
  );
}

function ModelFacts({ model, unit }: { readonly model: ModelMesh | null; readonly unit: LengthUnit }) {
  if (model === null) return null;
  const { min, max } = model.box;
  const { properties } = model;
  const isFlat = hasFlatFacesOnly(model);
  return (
    <Section title="Measured">
      <Fact name="Size" note={isFlat ? '' : 'Size from the mesh: round faces can reach a chord further.'}>
        {isFlat ? '' : '≈ '}
        {showSize(
          max.map((value, axis) => value - (min[axis] ?? 0)),
          unit,
        )}
      </Fact>
      <Fact name="Parts">{String(model.parts.length)}</Fact>
      <Fact name="Volume">
        {properties === null ? 'not checked: no closed solid' : showVolume(properties.volumeMm3, unit)}
      </Fact>
      <Fact name="Surface">{properties === null ? 'not checked' : showArea(properties.areaMm2, unit)}</Fact>
      {properties === null ? null : (
        <Fact name="Centre of mass">{showSize(properties.centerOfMassMm, unit).replaceAll(' ×', ',')}</Fact>
      )}
      {properties === null ? null : (
        <Fact name="Method">{properties.method === 'exact' ? 'exact, from the B-rep' : 'mesh estimate'}</Fact>
      )}
    </Section>
  );
}

function RequestFacts({
  result,
  unit,
  hasTables,
}: Omit<PartFactsProps, 'model'> & { readonly result: EngineeringResult }) {
  const { body } = result;
  const notUsed = body?.not_used ?? [];
  return (
    <>
      {/* What could not be used comes first: it is what a person must know. */}
      {notUsed.length === 0 ? null : (
        <Section title="Not used">
          {notUsed.map(({ text, reason }) => (
            <Fact key={text} name={text} note={reason}>
              {null}
            </Fact>
          ))}
        </Section>
      )}
      <Parameters key={result.id} result={result} unit={unit} />
      {/* Findings say what their table says, and more. */}
      <ResultTables tables={hasTables && body?.findings === undefined ? (body?.tables ?? []) : []} />
      <Files result={result} />
      {body === null ? <RawValue title="The answer as it came" value={result.raw} /> : null}
    </>
  );
}

/** What was understood and what assumed, and the way to change it. */
function Parameters({ result, unit }: { readonly result: EngineeringResult; readonly unit: LengthUnit }) {
  const [isChanging, setChanging] = useState(false);
  const parameters = result.body?.parameters ?? [];
  const assumed = parameters.filter(({ origin }) => origin === 'assumed');
  const understood = parameters.filter(({ origin }) => origin !== 'assumed');
  if (isChanging) return <ChangeSizes result={result} onClose={() => setChanging(false)} />;
  return (
    <>
      {understood.length === 0 ? null : (
        <Section title="Understood">
          {understood.map((parameter) => (
            <ParameterFact
              key={parameter.name}
              parameter={parameter}
              note={[parameter.reason, `from ${parameter.origin}`]}
              unit={unit}
            />
          ))}
        </Section>
      )}
      {assumed.length === 0 ? null : (
        <Section title="Assumed">
          {assumed.map((parameter) => (
            <ParameterFact key={parameter.name} parameter={parameter} note={[parameter.reason]} unit={unit} />
          ))}
        </Section>
      )}
      {canAskAgain(result) ? (
        <Button onPress={() => setChanging(true)}>
          <SlidersHorizontal aria-hidden className="lucide" /> Change sizes
        </Button>
      ) : null}
    </>
  );
}

interface ParameterFactProps {
  readonly parameter: Parameter;
  readonly note: readonly (string | undefined)[];
  readonly unit: LengthUnit;
}

function ParameterFact({ parameter, note, unit }: ParameterFactProps) {
  const { name, value } = parameter;
  const shown =
    typeof value === 'number' && parameter.unit === 'mm'
      ? showLength(value, unit)
      : `${value}${parameter.unit === undefined ? '' : ` ${parameter.unit}`}`;
  const words = name.replaceAll('_', ' ');
  const notes = note.filter((line) => line !== undefined).join('; ');
  return (
    <Fact name={words.charAt(0).toUpperCase() + words.slice(1)} note={notes}>
      {shown}
    </Fact>
  );
}

function Files({ result }: { readonly result: EngineeringResult }) {
  if (result.files.length === 0) return null;
  return (
    <Section title="Files">
      {result.files.map((file) => (
        <div key={file.id} className="fact">
          <dt className="one-line">{file.name}</dt>
          <dd>
            <span className="muted">
              {file.bytes.state === 'stored' ? fileSize(file.sizeBytes) : file.bytes.reason}
            </span>
            {file.bytes.state === 'stored' ? (
              <IconButton
                label={`Save ${file.name}`}
                icon={<Download aria-hidden />}
                onPress={() => void saveFile(file)}
              />
            ) : null}
          </dd>
        </div>
      ))}
    </Section>
  );
}

function Section({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <section className="facts-section">
      <h3>{title}</h3>
      <dl>{children}</dl>
    </section>
  );
}

function Fact({
  name,
  note,
  children,
}: {
  readonly name: string;
  readonly note?: string;
  readonly children: ReactNode;
}) {
  return (
    <div className="fact">
      <dt>{name}</dt>
      <dd>{children}</dd>
      {note === undefined || note === '' ? null : <dd className="fact-note">{note}</dd>}
    </div>
  );
}
