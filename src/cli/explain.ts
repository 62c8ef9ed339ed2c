// `stele explain <code>`: prints the page of a diagnostic.

import { readFile } from 'node:fs/promises';
import { catalogue, codes, isCode, suggest } from '../compiler/diagnostics/index.ts';
import { readArguments, UsageError } from './arguments.ts';
import type { Command } from './command.ts';
import { print } from './terminal.ts';

export const explain: Command = {
  summary: 'explain a diagnostic',
  help: `Usage: stele explain <code>

Prints the meaning of a diagnostic, with an example of the mistake and an example of its correction.
Without a code, the command lists all codes.
`,
  async run(args) {
    const { positionals } = readArguments(args, {});
    const [code, ...more] = positionals;
    if (more.length > 0) throw new UsageError('stele explain takes one code.');
    if (code === undefined) {
      await print(codes.map((name) => `${name.padEnd(28)}${catalogue[name].severity}\n`).join(''));
      return 0;
    }
    if (!isCode(code)) {
      const near = suggest(code, codes);
      const advice = near === undefined ? 'stele explain lists all codes.' : `Did you mean ${near}?`;
      throw new UsageError(`There is no diagnostic ${code}. ${advice}`);
    }
    await print(await readFile(new URL(`../compiler/diagnostics/codes/${code}.md`, import.meta.url), 'utf8'));
    return 0;
  },
};
