// The type check of `.astro` files finds mistakes. `test/lint.test.ts` tests that the site has none.

import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { root, runScript, temporaryFolder } from './run-script.ts';

test('reports a wrong and an unknown prop with their places', async () => {
  const ended = await runScript('check-astro.ts', [join(root, 'test/fixtures/astro-types/tsconfig.json')]);
  // oxlint-disable-next-line no-control-regex
  const findings = ended.stdout.replaceAll(/\u001B\[\d+m/g, '');
  expect(findings).toMatch(/Page\.astro:5:7 - error ts\(2322\): Type 'number' is not assignable to type 'string'/);
  expect(findings).toMatch(/Page\.astro:6:7 - error ts\(2322\): Type '\{ heading: string; \}' is not assignable/);
  expect(ended.code).toBe(1);
});

test('fails if there is no .astro file to check', async () => {
  const config = join(await temporaryFolder(), 'tsconfig.json');
  await writeFile(config, '{ "include": ["*.astro", "*.ts"], "files": [] }');
  const ended = await runScript('check-astro.ts', [config]);
  expect(ended.stderr).toContain(`check-astro: ${config} includes no .astro file\n`);
  expect(ended.code).toBe(1);
});
