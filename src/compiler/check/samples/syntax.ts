// Reports samples with a syntax error: in their language, in JSON, or a command whose line above lost its `\`.

import { escapeControls, type Place, type RelatedPlace } from '../../diagnostics/index.ts';
import type { SyntaxFault } from '../../model/index.ts';
import type { CheckedSample, SampleRule } from './sample-rule.ts';
import { joinPieces } from '../../languages/index.ts';

/** Limit of places that a finding lists. */
const maxPlaces = 3;

export const checkSyntax: SampleRule = ({ samples }, report) => {
  for (const sample of samples.values()) {
    const { file } = sample.sample;
    const related = placesOf(sample);
    const [fault] = findFaults(sample);
    if (fault === undefined) continue;
    const place: Place = { file, range: fault.range, related };
    if (fault.option === undefined) report('sample-syntax', place, { problem: escapeControls(fault.problem) });
    else report('lost-continuation', place, { name: fault.option });
  }
};

interface Fault extends SyntaxFault {
  /** The option that a command begins with: the line above was meant to continue here. */
  readonly option?: string;
}

/** All syntax errors of a sample, in text order. */
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
      if (fault) faults.push({ ...fault, problem: `in the JSON that the command sends, ${fault.problem}` });
    }
  }
  return faults.sort((a, b) => a.range.start - b.range.start);
}

/** The first blocks that show a sample, as related places for a finding. */
function placesOf({ uses }: CheckedSample): readonly RelatedPlace[] {
  const blocks = [...new Set(uses.map(({ block }) => block))].slice(0, maxPlaces);
  return blocks.map(({ file, range }) => ({ message: 'shown here', source: file, range }));
}
