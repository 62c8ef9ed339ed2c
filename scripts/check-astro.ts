// Checks the types in `.astro` files: `node scripts/with-node.mjs scripts/check-astro.ts [tsconfig.json]`.
// It calls the checker behind `astro check`. The command itself would also load the site's configuration and write
// files. Prints each finding with its place; the exit code is 1 if there is one.

import { createRequire, registerHooks } from 'node:module';
import { dirname, resolve } from 'node:path';

const tsconfig = resolve(process.argv[2] ?? `${import.meta.dirname}/../tsconfig.json`);
const require = createRequire(import.meta.url);
const typescript = require.resolve('typescript-6');

// The checker asks for `typescript` in several of its packages and needs the JavaScript API, which TypeScript 7 lacks.
registerHooks({
  resolve: (specifier, context, next) => next(specifier === 'typescript' ? typescript : specifier, context),
});

const { AstroCheck } =
  require('@astrojs/language-server/dist/check.js') as typeof import('@astrojs/language-server/dist/check.js');
const checker = new AstroCheck(dirname(tsconfig), typescript, tsconfig);
const files = checker.linter.getRootFileNames().filter((file) => file.endsWith('.astro'));
const { fileResult } = await checker.lint({ fileNames: files, logErrors: { level: 'hint' } });

if (files.length === 0) console.error(`check-astro: ${tsconfig} includes no .astro file`);
process.exitCode = files.length === 0 || fileResult.length > 0 ? 1 : 0;
