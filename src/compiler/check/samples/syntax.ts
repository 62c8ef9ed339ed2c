// Samples that are no code of their language: what a grammar refuses, JSON that is none, a command cut off from its line.

import { escapeControls, type Place, type RelatedPlace } from '../../diagnostics/index.ts';
import type { SyntaxFault } from '../../model/index.ts';
import type { CheckedSample, SampleRule } from './sample-rule.ts';
import { joinPieces } from './shell-text.ts';

/** Places of pages that a finding names at most: a file that is shown everywhere needs no list. */
const mostPages = 3;

export const checkSyntax: SampleRule = ({ samples }, report) => {
  for (const sample of samples.values()) {
    const { file } = sample.sample;
    const related = whereShown(sample);
    const [fault] = findFaults(sample);
    if (fault === undefined) continue;
    const place: Place = { file, range: fault.range, related };
    if (fault.option === undefined) report('sample-syntax', place, { problem: escapeControls(fault.problem) });
    else report('lost-continuation', place, { name: fault.option });
  }
};

interface Fault extends SyntaxFault {
  /** The option that a command begins with: its line was to go on the one above. */
  readonly option?: string;
}

/** All mistakes of a sample, the first first. */
export function findFaults({
  syntax,
  requests,
  json,
}: Pick<CheckedSample, 'syntax' | 'requests' | 'json'>): readonly Fault[] {
  const faults: Fault[] = [];
  if (syntax?.fault) faults.push(syntax.fault);
  if (json?.fault) faults.push(json.fault);
  for (const { words } of syntax?.commands ?? []) {
    const [first] = words;
    const option = first && joinPieces(first.pieces, '…').text;
    if (first && option?.startsWith('-')) faults.push({ problem: '', range: first.range, option });
  }
  for (const { bodies } of requests) {
    for (const { fault } of bodies) {
      if (fault) faults.push({ ...fault, problem: `in the JSON that it sends, ${fault.problem}` });
    }
  }
  return faults.sort((a, b) => a.range.start - b.range.start);
}

/** The blocks that show a sample, as places of their pages. */
export function whereShown({ uses }: CheckedSample): readonly RelatedPlace[] {
  const blocks = [...new Set(uses.map(({ block }) => block))].slice(0, mostPages);
  return blocks.map(({ file, range }) => ({ message: 'shown here', source: file, range }));
}
