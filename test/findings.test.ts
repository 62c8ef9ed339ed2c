// Each folder is a case: `content/` has the author's files, `diagnostics.txt` has exactly the expected findings.
// UPDATE_FIXTURES=1 rewrites the files. A person reads them before they are committed. Do not use it in CI.

import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { formatPretty } from '../src/compiler/diagnostics/index.ts';
import { createSampleParser } from '../src/engines/index.ts';
import { checkContentSamples, compileContent, compileInSteps, runSteps } from '../src/compiler/index.ts';
import { readContent } from '../src/project/index.ts';

const fixtures = join(import.meta.dirname, 'fixtures/findings');
const parser = createSampleParser();
const isUpdating = process.env['UPDATE_FIXTURES'] === '1' && !process.env['CI'];

test.each(readdirSync(fixtures).sort())('%s', async (name) => {
  const { content, diagnostics: found } = await readContent(join(fixtures, name, 'content'));
  const isUntrusted = name === 'code-refused-code';
  const compilation = compileContent({ ...content, isUntrusted }, found);
  const { diagnostics } = await checkContentSamples(compilation, parser);
  const text = diagnostics
    .map((diagnostic) => formatPretty(diagnostic, { hasColour: false, prefix: 'content/' }))
    .join('\n');
  const file = join(fixtures, name, 'diagnostics.txt');
  if (isUpdating) writeFileSync(file, text);
  expect(text).toBe(readFileSync(file, 'utf8'));
  // Builds decode each page as soon as it is parsed.
  const build = runSteps(compileInSteps({ ...content, isUntrusted }, found, { keepsFrontmatter: false }));
  expect(build.diagnostics).toEqual(compilation.diagnostics);
  expect(build.documents.map((document) => document.frontmatter)).toEqual(build.documents.map(() => undefined));
});
