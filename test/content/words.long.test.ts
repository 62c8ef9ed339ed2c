// After small changes that people make by mistake, each word of a page is still drawn, or the page has a finding.

import { describe, expect, test } from 'vitest';
import { lostWords, pages, textOf } from './lost-words.ts';

/** Lines that change the meaning of the lines around them. */
const pieces = [
  '',
  '---',
  '----',
  '+++',
  '> [!NOTE]',
  '> [!FOO]',
  ':::note',
  '::: tip Title',
  ':::',
  '!!! note',
  '<!-- a note -->',
  '{/* a note */}',
  '<style>',
  '</style>',
  '| a | b |',
  '|---|---|',
  '| one | two | three |',
  '```',
  '~~~',
  '    four',
  '- | Tab',
  ': definition',
  '[^1]: note',
  '[ref]: /address "title"',
  '## Heading {#id}',
  '## Heading {{ "url": "here" }}',
  '# (1) Step',
  '{#id}',
  '<br>',
  '<div>',
  '</div>',
  '<Callout>',
  '</Callout>',
  '\\',
  '&nbsp;',
  '***',
  '1. one',
  '* two',
  '![alt](x.png)',
  '{',
  '}',
  '<',
  'import a from "b"',
  'export',
  '{% raw %}',
  '<!--',
  '-->',
];

describe.each(pages)('%s', (name) => {
  const source = textOf(name);

  test('loses no word without a finding when a line is inserted, removed, moved or cut', async () => {
    const lines = source.split('\n');
    const start = lines.indexOf('---', 1) + 1;
    for (const [i, piece] of pieces.entries()) {
      const at = start + ((i * 7919) % (lines.length - start));
      const other = start + ((i * 104_729) % (lines.length - start));
      const changed = [
        lines.toSpliced(at, 0, piece),
        lines.toSpliced(at, 1),
        lines.toSpliced(at, 1, lines[other]!),
        lines.with(at, `${piece} ${lines[at]}`),
        lines.with(at, lines[at]!.slice(0, lines[at]!.length / 2)),
      ][i % 5]!.join('\n');
      const { lost, findings } = await lostWords(changed);
      if (findings.length === 0) expect({ piece, line: lines[at], lost }).toEqual({ piece, line: lines[at], lost: [] });
    }
  }, 120_000);
});
