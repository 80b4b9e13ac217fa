// What an answer brought, in one line of facts, and the way to its own view.
import { ArrowRight, Box, FileText, Lightbulb } from 'lucide-react';
import { Button } from 'react-aria-components';
import type { ResultRecord } from '../../../shared/model/result.ts';
import { count } from '../../ui/words.ts';

const icons = { idea: Lightbulb, documentation: FileText, engineering: Box } as const;

interface ResultCardProps {
  readonly result: ResultRecord;
  readonly onOpen: (result: ResultRecord) => void;
}

export function ResultCard({ result, onOpen }: ResultCardProps) {
  const Icon = icons[result.kind];
  return (
    <Button className="result-card" onPress={() => onOpen(result)}>
      <Icon aria-hidden className="lucide" />
      <span className="result-words">
        <span className="result-title one-line">{result.title}</span>
        <span className="result-facts one-line">{resultFacts(result).join(' · ')}</span>
      </span>
      <ArrowRight aria-hidden className="lucide" />
    </Button>
  );
}

/** A few facts of a result, with units. */
export function resultFacts(result: ResultRecord): string[] {
  if (result.body === null) return [count(result.files.length, 'file'), 'in another shape than ours'];
  if (result.kind === 'idea') {
    const best = result.body.ideas[0];
    return [count(result.body.ideas.length, 'idea'), ...(best === undefined ? [] : [`first: ${best.title}`])];
  }
  if (result.kind === 'documentation') {
    const gaps = result.body.gaps?.length ?? 0;
    return [count(result.files.length, 'file'), ...(gaps === 0 ? [] : [`${count(gaps, 'gap')} to fill`])];
  }
  const { measured } = result.body;
  if (measured === undefined) return [count(result.files.length, 'file')];
  const { x, y, z } = measured.bounding_box_mm;
  return [
    `${[x, y, z].map((mm) => Number(mm.toFixed(2))).join(' × ')} mm`,
    ...(measured.mass_g === undefined ? [] : [`${Number(measured.mass_g.toPrecision(3))} g`]),
    ...(measured.material === undefined ? [] : [measured.material.name]),
  ];
}
