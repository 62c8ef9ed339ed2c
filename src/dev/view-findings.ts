// The findings of a site → those that the overlay of a page shows.

import { posix, resolve } from 'node:path';
import { codeFrame, type Diagnostic } from '../compiler/diagnostics/index.ts';
import type { FindingView } from '../compiler/model/index.ts';
import { LineIndex } from '../compiler/source/index.ts';
import { linkToEditor } from './editor-links.ts';

/** Findings that one page lists at most. */
const maxFindings = 30;

const ranks = { error: 0, warning: 1, advice: 2 } as const;

/** Where findings are shown and opened. */
export interface FindingPlaces {
  /** Absolute path of the content folder. */
  readonly folder: string;
  /** The path of the content folder in messages: `content/`. */
  readonly prefix: string;
  /** Name of an editor, or `none`. */
  readonly editor: string;
}

/**
 * @param own path of the page's file from the content folder. Its findings come first, then others by severity
 */
export function viewFindings(
  diagnostics: readonly Diagnostic[],
  own: string | undefined,
  places: FindingPlaces,
): readonly FindingView[] {
  const rankOf = ({ file, severity }: Diagnostic): number => (file === own ? 0 : 10) + ranks[severity];
  const index = new LineIndex();
  return diagnostics
    .toSorted((a, b) => rankOf(a) - rankOf(b))
    .slice(0, maxFindings)
    .map((diagnostic) => viewFinding(diagnostic, own, places, index));
}

function viewFinding(
  { severity, code, message, hint, file, source, range }: Diagnostic,
  own: string | undefined,
  { folder, prefix, editor }: FindingPlaces,
  index: LineIndex,
): FindingView {
  const point = source && range && index.pointAt(source, range.start);
  const { line, column } = point ?? { line: 1, column: 1 };
  return {
    severity,
    code,
    message,
    hint,
    // Files of `public` are beside the content folder.
    place: posix.join(prefix, file) + (point ? `:${line}:${column}` : ''),
    frame: source && range && codeFrame(source, range, index),
    editor: linkToEditor(editor, { file: resolve(folder, file), line, column }),
    isHere: file === own,
  };
}
