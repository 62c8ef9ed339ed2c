// A diff → its added lines, removed lines and headers. The signs stay in the text.

import { anyPattern } from '../text/index.ts';
import type { CodeMark } from './code-marks.ts';

/** The kind of a line; undefined for an unchanged one. */
export type DiffLine = CodeMark | 'head' | undefined;

/** The kind of each line, for unified diffs and for the older form with `<` and `>`. */
export function readDiff(code: string): readonly DiffLine[] {
  const lines = code.split('\n');
  const isOld = lines.some((line) => /^\d+(?:,\d+)?[acd]\d+(?:,\d+)?$/.test(line));
  const [added, removed] = isOld ? ['>', '<'] : ['+', '-'];
  return lines.map((line, i) => {
    if (isOld ? /^\d|^---$/.test(line) : isHead(line, lines[i - 1], lines[i + 1])) return 'head';
    if (line.startsWith(added)) return '++';
    return line.startsWith(removed) ? '--' : undefined;
  });
}

/** Matches most lines between the changes of a diff. */
const headPattern = anyPattern([
  /^(?:diff |index [0-9a-f]|@@ |Index: |={20,})/,
  /^(?:new|deleted) file mode |^(?:old|new) mode /,
  /^similarity index |^rename (?:from|to) /,
]);

/** `---` and `+++` name files only as a pair: a lone `--- text` is the removed line `-- text`. */
function isHead(line: string, before: string | undefined, after: string | undefined): boolean {
  if (headPattern.test(line)) return true;
  return (
    (line.startsWith('--- ') && after?.startsWith('+++ ')) ||
    (line.startsWith('+++ ') && before?.startsWith('--- ')) ||
    false
  );
}
