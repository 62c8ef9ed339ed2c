// `npm run package`: makes the npm package as it would be published, into `.cache/package`. `-- --out DIR` names another
// folder below the repository, which is emptied.

import { stat } from 'node:fs/promises';
import { join, relative, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { fileURLToPath } from 'node:url';
import { filesBelow } from './package/files-below.ts';
import { stagePackage } from './package/stage-package.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const { values } = parseArgs({ options: { out: { type: 'string', default: '.cache/package' } } });
const { folder, archive } = await stagePackage(root, resolve(root, values.out));
const files = await filesBelow(folder);
const sizes = await Promise.all(files.map(async (path) => (await stat(join(folder, path))).size));
const kilobytes = (bytes: number): string => `${Math.round(bytes / 1000)} kB`;
console.log(`${relative(root, archive)}  ${kilobytes((await stat(archive)).size)}`);
console.log(`${files.length} files, ${kilobytes(sizes.reduce((sum, size) => sum + size, 0))} unpacked`);
// Astro leaves timers behind.
process.exit();
