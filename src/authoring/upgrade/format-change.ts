// Edits of a file → the lines that change, in the form of a unified diff.

import { editText, lineStart, nextLineStart, type Edit, type FileEdits } from '../edit/index.ts';

interface Block {
  readonly start: number;
  end: number;
  readonly edits: Edit[];
}

/** The changed lines of a file, with their line numbers. */
export function formatChange({ file: { path, text }, edits }: FileEdits): string {
  const blocks: Block[] = [];
  for (const edit of edits.toSorted((a, b) => a.range.start - b.range.start)) {
    const { start, end } = linesOf(text, edit);
    const last = blocks.at(-1);
    if (last !== undefined && start <= last.end) {
      last.end = Math.max(last.end, end);
      last.edits.push(edit);
    } else blocks.push({ start, end, edits: [edit] });
  }
  const hunks = blocks.map((block) => formatBlock(text, block));
  return `--- ${path}\n+++ ${path}\n${hunks.join('')}`;
}

/** The whole lines that an edit changes; none for lines that it inserts. */
function linesOf(text: string, { range }: Edit): { start: number; end: number } {
  const start = lineStart(text, range.start);
  if (range.start === range.end && start === range.start) return { start, end: start };
  return { start, end: nextLineStart(text, Math.max(range.end, start + 1)) };
}

function formatBlock(text: string, { start, end, edits }: Block): string {
  const before = text.slice(start, end);
  const moved = edits.map(({ range, text: replacement }) => ({
    range: { start: range.start - start, end: range.end - start },
    text: replacement,
  }));
  const [old, now] = [linesIn(before), linesIn(editText(before, moved))];
  const line = text.slice(0, start).split('\n').length;
  const marked = [...old.map((each) => `-${each}\n`), ...now.map((each) => `+${each}\n`)];
  return `@@ -${line},${old.length} +${line},${now.length} @@\n${marked.join('')}`;
}

function linesIn(text: string): readonly string[] {
  return text.replace(/\r?\n$/, '').split(/\r?\n/);
}
