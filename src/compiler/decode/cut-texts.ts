// Finds plain YAML texts of which YAML reads a part as something else: ` #` begins a comment, `!word` is a tag, `&word`
// an anchor (format.md 2.3). The rest of the text does not show that a part is lost.

import type { Report } from '../diagnostics/index.ts';
import type { DataNode, ScalarNode } from '../model/index.ts';
import type { SourceFile } from '../source/index.ts';

/** Reports the part of a visible text that YAML cuts off. */
export function reportCutText(file: SourceFile, node: DataNode, report: Report): void {
  if (node.kind !== 'scalar') return;
  const comment = node.type === 'null' ? undefined : findComment(file, node);
  if (comment !== undefined) {
    const [words] = /^[^\r\n]*/.exec(file.text.slice(comment))!;
    const range = { start: comment, end: comment + words.trimEnd().length };
    const whole = `${node.value} ${words.trimEnd()}`;
    return report('cut-text', { file, range }, { part: '#', value: node.value, whole });
  }
  const before = file.text.slice(Math.max(0, node.range.start - 100), node.range.start);
  const [, mark] = /[\s:]([!&][^\s,[\]{}]*)[ \t]+$/.exec(before) ?? [];
  if (mark === undefined || mark.startsWith('!!') || (mark.startsWith('&') && file.text.includes(`*${mark.slice(1)}`)))
    return;
  const start = node.range.start - before.length + before.lastIndexOf(mark);
  const whole = `${mark} ${node.value}`;
  report('cut-text', { file, range: { start, end: start + mark.length } }, { part: mark, value: node.value, whole });
}

/** The comment in place of a missing value; undefined if there is none. */
export function commentInPlaceOf(file: SourceFile, node: ScalarNode): string | undefined {
  if (node.type !== 'null') return undefined;
  return /^(?::?[ \t]+)?(#[^\r\n]*)/.exec(file.text.slice(node.range.end, node.range.end + 500))?.[1]?.trimEnd();
}

/** Offset of the `#` of a comment on the line where a plain text ends. */
function findComment(file: SourceFile, node: ScalarNode): number | undefined {
  if (node.style !== 'plain') return undefined;
  const space = /^[ \t]+(?=#)/.exec(file.text.slice(node.range.end, node.range.end + 500));
  return space === null ? undefined : node.range.end + space[0].length;
}
