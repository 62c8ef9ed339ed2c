// The inline script of pages: TypeScript that the build turns into one line of a classic script.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Script } from 'node:vm';
import { expect, test } from 'vitest';
import { scriptOf } from '../../src/astro/inline-script.ts';
import { repository } from './run-stele.ts';

test('the text is a classic script without types and with short names', async () => {
  const text = await scriptOf('{\n  const longName: string = `${Date.now()}`;\n  alert(longName);\n}\n', 'a.ts');
  expect(text).toBe('{let e=`${Date.now()}`;alert(e)}');
});

test('a file that imports or exports is refused, since it would not run in the page', async () => {
  await expect(scriptOf("import { a } from './a.ts';\na();\n", 'a.ts')).rejects.toThrow('a.ts is not a classic script');
  await expect(scriptOf('export const a = 1;\n', 'a.ts')).rejects.toThrow('a.ts is not a classic script');
});

test.each([
  ['before-paint', 700],
  ['choose-language', 400],
])('%s.ts is valid inside a page, and defines no global name', async (name, limit) => {
  const file = join(repository, `src/site/client/${name}.ts`);
  const text = await scriptOf(readFileSync(file, 'utf8'), file);
  expect(() => new Script(text)).not.toThrow();
  expect(text).toMatch(/^(?:try)?\{[^\n<]*\}$/);
  expect(text.length).toBeLessThan(limit);
});
