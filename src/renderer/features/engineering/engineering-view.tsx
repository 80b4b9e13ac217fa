// Engineering of a room: its models on the left, the viewer in the middle, what is known of the shown one on the right.
import { Box, Paperclip, X } from 'lucide-react';
import { useEffect, useMemo, useState } from 'react';
import { GridList, GridListItem } from 'react-aria-components';
import { Button } from '../../ui/button.tsx';
import { Empty } from '../../ui/empty.tsx';
import { Segmented } from '../../ui/segmented.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { shortTime } from '../../ui/words.ts';
import { useNow } from '../../platform/use-now.ts';
import type { LengthUnit } from '../../viewer/index.ts';
import {
  cancelOpening,
  choose,
  listChoices,
  loadRoom,
  type Opening,
  useEngineering,
} from './engineering-store.ts';
import type { ModelChoice } from './model-choice.ts';
import { MapBar } from './map-bar.tsx';
import { MeasurementList } from './measurement-list.tsx';
import { PartFacts } from './part-facts.tsx';
import { type Shown, shownOf } from './report-choice.ts';
import { ResultReport } from './result-report.tsx';
import { SectionBar } from './section-bar.tsx';
import { PictureDialog } from './picture-dialog.tsx';
import { StructurePanel } from './structure-panel.tsx';
import { ToolStrip, ViewStrip } from './tool-strip.tsx';
import { Viewport } from './viewport.tsx';
import './engineering.css';

interface EngineeringViewProps {
  readonly roomId: string;
  readonly unit: LengthUnit;
}

export function EngineeringView({ roomId, unit }: EngineeringViewProps) {
  const state = useEngineering();
  const choices = useMemo(
    () => listChoices({ results: state.results, files: state.files }),
    [state.results, state.files],
  );
  // What the person wants to see of a choice; another choice opens with what suits it.
  const [wanted, setWanted] = useState<{ readonly id: string; readonly shown: Shown } | null>(null);
  useEffect(() => void loadRoom(roomId), [roomId]);
  if (state.phase === 'loading') return <Skeleton lines={8} label="Loading models" />;
  if (choices.length === 0) {
    return (
      <Empty icon={<Box />} title="No models yet">
        Choose Engineering below and ask for a part, such as “wall-mount bracket, ABS” with 100x80x20mm, or
        attach a STEP file.
      </Empty>
    );
  }
  const chosen = choices.find(({ id }) => id === state.chosenId) ?? null;
  const model = state.opening.state === 'ready' ? state.opening.model : null;
  const result = chosen?.kind === 'result' ? chosen.result : null;
  const [first = 'model', other] = shownOf(chosen);
  const shown = wanted !== null && wanted.id === chosen?.id ? wanted.shown : first;
  return (
    <div className="engineering">
      <ModelList choices={choices} chosenId={state.chosenId} />
      <section className="engineering-stage" aria-label="Model viewer">
        {shown === 'report' && result !== null ? (
          <ResultReport result={result} />
        ) : (
          <Stage opening={state.opening} modelId={state.chosenId ?? ''} unit={unit} />
        )}
      </section>
      <aside className="engineering-facts" aria-label="Part properties" tabIndex={0}>
        <h2>{chosen?.title ?? 'Model'}</h2>
        {other === undefined || chosen === null ? null : (
          <div className="stage-switch">
            <Segmented
              label="Show"
              value={shown}
              segments={shownSegments}
              onChange={(next) => setWanted({ id: chosen.id, shown: next })}
            />
          </div>
        )}
        <MeasurementList unit={unit} />
        <PartFacts model={model} result={result} unit={unit} hasTables={shown === 'model'} />
        {model !== null && model.parts.length > 1 ? <StructurePanel model={model} /> : null}
      </aside>
    </div>
  );
}

const shownSegments = [
  { id: 'model', title: 'Model' },
  { id: 'report', title: 'Report' },
] as const;

function ModelList({
  choices,
  chosenId,
}: {
  readonly choices: readonly ModelChoice[];
  readonly chosenId: string | null;
}) {
  const now = useNow(60_000);
  return (
    <GridList
      aria-label="Models"
      className="model-list"
      selectionMode="single"
      selectionBehavior="replace"
      selectedKeys={chosenId === null ? [] : [chosenId]}
      onSelectionChange={(keys) => {
        const [key] = [...keys];
        const choice = choices.find(({ id }) => id === key);
        if (choice !== undefined) void choose(choice);
      }}
    >
      {choices.map((choice) => (
        <GridListItem key={choice.id} id={choice.id} textValue={choice.title} className="model-row">
          {choice.kind === 'result' ? (
            <Box aria-hidden className="lucide" />
          ) : (
            <Paperclip aria-hidden className="lucide" />
          )}
          <span className="model-title" title={choice.title}>
            {choice.title}
          </span>
          <span className="muted">
            {shortTime(choice.kind === 'result' ? choice.result.createdAt : choice.file.createdAt, now)}
          </span>
        </GridListItem>
      ))}
    </GridList>
  );
}

interface StageProps {
  readonly opening: Opening;
  readonly modelId: string;
  readonly unit: LengthUnit;
}

function Stage({ opening, modelId, unit }: StageProps) {
  switch (opening.state) {
    case 'none':
      return (
        <Empty icon={<Box />} title="Nothing to show">
          This answer brought no model that can be shown. What it said is on the right.
        </Empty>
      );
    case 'failed':
      return (
        <Empty icon={<X />} title={`${opening.name} cannot be shown`}>
          {opening.reason}
        </Empty>
      );
    case 'loading': {
      const percent = opening.job?.progress == null ? null : Math.round(opening.job.progress * 100);
      return (
        <div className="stage-loading" role="status">
          <p>
            Opening {opening.name}
            {percent === null ? '' : ` · ${percent} %`}
          </p>
          <p className="muted">{opening.job?.stage ?? ''}</p>
          {opening.job === null ? null : <Button onPress={cancelOpening}>Cancel</Button>}
        </div>
      );
    }
    case 'ready':
      return (
        <>
          <Viewport model={opening.model} modelId={modelId} unit={unit} />
          <ToolStrip model={opening.model} />
          <div className="stage-bars">
            <SectionBar model={opening.model} unit={unit} />
            <MapBar unit={unit} />
          </div>
          <ViewStrip />
          <PictureDialog />
        </>
      );
  }
}
