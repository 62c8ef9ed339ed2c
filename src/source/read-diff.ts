// Code of a diff → which of its lines come and go. Its signs are part of the text, and stay.

import type { CodeMark } from './code-marks.ts';

/** What a line of a diff is. */
export type DiffLine = CodeMark | 'head' | undefined;

/** Lines of a unified diff, or of the older form with `<` and `>`; by line. */
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

/** `---` and `+++` name files only together: `--- text` by itself is a line `-- text` that goes. */
function isHead(line: string, before: string | undefined, after: string | undefined): boolean {
  if (/^(?:diff |index [0-9a-f]|@@ |(?:new|deleted) file mode |(?:old|new) mode |similarity index |rename (?:from|to) |Index: |={20,})/.test(line)) return true;
  return (line.startsWith('--- ') && after?.startsWith('+++ ')) || (line.startsWith('+++ ') && before?.startsWith('--- ')) || false;
}
