// A project with another major version of Astro is refused with what to do.

import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { refuseOtherAstro } from '../../src/astro/refuse-other-astro.ts';
import { removeFolder, repository, temporaryFolder } from './run-stele.ts';

let folder: string;
beforeEach(() => void (folder = temporaryFolder()));
afterEach(() => removeFolder(folder));

const refuse = (): Promise<void> => refuseOtherAstro(pathToFileURL(`${folder}/`));

function install(version: string): void {
  mkdirSync(join(folder, 'node_modules/astro'), { recursive: true });
  writeFileSync(join(folder, 'node_modules/astro/package.json'), JSON.stringify({ name: 'astro', version }));
}

test('another major version is named', async () => {
  install('6.4.1');
  await expect(refuse()).rejects.toThrow(
    'this project has Astro 6.4.1. Install the other version: npm install astro@7',
  );
});

test('the version of this repository is accepted, and a project without a version of its own', async () => {
  await refuse();
  const own = JSON.parse(readFileSync(join(repository, 'package.json'), 'utf8')) as { dependencies: { astro: string } };
  install(own.dependencies.astro);
  await refuse();
});
