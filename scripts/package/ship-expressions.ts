// Translates the expressions of Shiki's grammars that samples usually need, and puts them into the package: those that
// the samples of Stele's own site need.

import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { collectSamples } from '../../src/compiler/index.ts';
import { createShikiHighlighter } from '../../src/engines/shiki-highlighter.ts';
import {
  describeExpression,
  translate,
  type TranslatedExpressions,
  type Translation,
} from '../../src/engines/translated-expressions.ts';
import { listSampleCode } from '../../src/outputs/index.ts';
import { readContent } from '../../src/project/index.ts';

/** Writes `dist/engines/expressions.json`. */
export async function shipExpressions(root: string, dist: string): Promise<void> {
  const text = JSON.stringify(await translateFor(join(root, 'content')));
  await writeFile(join(dist, 'engines/expressions.json'), `${text}\n`);
}

/** The translations of all expressions that are tried when the samples of a content folder are coloured. */
export async function translateFor(folder: string): Promise<TranslatedExpressions> {
  const { content } = await readContent(folder);
  const codes = listSampleCode(collectSamples(content.samples, () => {}));
  const made = new Map<string, Translation>();
  const highlighter = await createShikiHighlighter(
    codes.map(({ grammar }) => grammar),
    (source) => {
      made.set(source, null);
      const expression = translate(source);
      made.set(source, describeExpression(expression));
      return expression;
    },
  );
  for (const { text, grammar } of codes) highlighter.highlight(text, grammar);
  highlighter.dispose();
  return Object.fromEntries([...made].sort(([a], [b]) => (a < b ? -1 : 1)));
}
