// A mistake that stops the MDX parser → its finding, and the ranges to leave out so that the rest can be parsed.

import type { Report } from '../../diagnostics/index.ts';
import { bounds, type Range, type SourceFile } from '../../source/index.ts';
import { DeepCode } from './bounded-acorn.ts';
import { namesOpening, problemOf, rangeOfMessage, type SyntaxMessage } from './mdx-errors.ts';
import type { MdxMistake } from './mistakes/mdx-mistake.ts';
import { recognizeMistake } from './mistakes/recognize-mistake.ts';

export interface ReportedMistake {
  /** The ranges to leave out of the body. */
  readonly leftOut: readonly Range[];
  /** Whether the mistake is in an element that a page leaves out anyway. */
  readonly isHidden: boolean;
}

/** Reports a mistake of the body. Adds the names of left out opening tags to `opened`. */
export function reportMistake(
  file: SourceFile,
  range: Range,
  body: string,
  error: SyntaxMessage,
  opened: string[],
  report: Report,
): ReportedMistake {
  const named = rangeOfMessage(file, range, error);
  if (error.cause instanceof DeepCode) {
    report('jsx-too-deep', { file, range: named }, { limit: bounds.jsxDepth });
    return { leftOut: [], isHidden: false };
  }
  const at = Math.min(named.start - range.start, body.length);
  const opening = namesOpening(error.reason) ? { start: at, end: named.end - range.start } : undefined;
  const mistake = recognizeMistake(body, error.reason, at, opening);
  if (mistake === undefined) {
    report('mdx-syntax', { file, range: named }, { problem: problemOf(error), hint: undefined });
    return { leftOut: [], isHidden: false };
  }
  const { opens, closes, leaveOut = [] } = mistake;
  const known = closes === undefined ? -1 : opened.indexOf(closes);
  if (known >= 0) opened.splice(known, 1);
  else reportRecognized(file, range, mistake, problemOf(error), report);
  if (opens !== undefined) opened.push(opens);
  return { leftOut: [mistake, ...leaveOut], isHidden: mistake.hidden !== undefined };
}

function reportRecognized(file: SourceFile, range: Range, mistake: MdxMistake, reason: string, report: Report): void {
  const { start, end, foreignId, isAnnotation, hidden, problem, hint } = mistake;
  const place = { file, range: { start: range.start + start, end: range.start + end } };
  const name = file.text.slice(place.range.start, place.range.end);
  if (foreignId) report('foreign-heading-id', place, { name, ...foreignId });
  else if (isAnnotation) report('unreadable-annotation', place, {});
  else if (hidden) report('style-or-script', place, { name: hidden });
  else report('mdx-syntax', place, { problem: problem ?? reason, hint });
}
