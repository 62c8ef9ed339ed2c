// `stele cache`: shows or removes what earlier commands have kept.

import { resolve } from 'node:path';
import { type CacheContents, clearCache, measureCache } from '../disk/index.ts';
import { readArguments, UsageError } from './arguments.ts';
import type { Command } from './command.ts';
import { print, say, pathForUser, userPath } from './terminal.ts';

export const cache: Command = {
  summary: 'show or clear what earlier builds have kept',
  help: `Usage: stele cache size|clear [options]

Builds and checks keep results for the next run: compiled templates, colours of code, pictures, findings
of samples, reports of checks, drawn pages, and what each page was drawn from. Without them the next
run takes longer and gives the same result. The history of stele rename --undo is not a cache and stays.

The cache of a project is its folder node_modules/.cache/stele. In CI, restore it after npm ci, at any
path: a build then draws only pages that have changed.

  size     print bytes and files by kind
  clear    remove them

Options:
  --content DIR      content folder (default: content)
  --json             print the sizes as JSON: bytes and files by kind

Exit codes: 0 done, 2 the command line, or an error of the disk.
`,
  async run(args) {
    const { values, positionals } = readArguments(args, { content: { type: 'string' }, json: { type: 'boolean' } });
    const [action, ...more] = positionals;
    if ((action !== 'size' && action !== 'clear') || more.length > 0) {
      throw new UsageError('stele cache takes one word: size or clear.');
    }
    const contents = await measureCache(resolve(userPath(String(values['content'] ?? 'content'))));
    if (action === 'size' && values['json'] === true) {
      await print(`${JSON.stringify({ uses: contents?.uses ?? [] }, undefined, 2)}\n`);
      return 0;
    }
    if (contents === undefined || contents.uses.length === 0) {
      say('The cache is empty.');
      return 0;
    }
    if (action === 'size') {
      await print(formatContents(contents));
      return 0;
    }
    await clearCache(contents);
    const bytes = contents.uses.reduce((sum, use) => sum + use.bytes, 0);
    say(`Removed ${formatBytes(bytes)} from ${pathForUser(contents.folder)}.`);
    return 0;
  },
};

/** A line per kind, and the sum. */
function formatContents({ folder, uses }: CacheContents): string {
  const all = { kind: 'all', files: sum(uses.map((use) => use.files)), bytes: sum(uses.map((use) => use.bytes)) };
  const lines = [...uses, all].map(
    ({ kind, files, bytes }) => `${kind.padEnd(12)}${formatBytes(bytes).padStart(12)}  ${files} files`,
  );
  return `${pathForUser(folder)}\n${lines.join('\n')}\n`;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}

function formatBytes(bytes: number): string {
  return bytes < 1024 * 1024 ? `${(bytes / 1024).toFixed(1)} KiB` : `${(bytes / (1024 * 1024)).toFixed(1)} MiB`;
}
