#!/usr/bin/env node
// `npm create stele`: runs `stele init` with the same arguments.

import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';

process.argv.splice(2, 0, 'init');
const manifest = createRequire(import.meta.url).resolve('stele/package.json');
await import(new URL('./dist/cli/bin.js', pathToFileURL(manifest)).href);
