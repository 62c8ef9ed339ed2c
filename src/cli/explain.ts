// `stele explain <code>`: prints the page of a diagnostic, or lists all diagnostics.

import { readFile } from 'node:fs/promises';
import { catalogue, codes, isCode, type Code } from '../compiler/diagnostics/index.ts';
import { suggest } from '../compiler/text/index.ts';
import { readArguments, UsageError } from './arguments.ts';
import type { Command } from './command.ts';
import { print } from './terminal.ts';

export const explain: Command = {
  summary: 'explain a diagnostic',
  help: `Usage: stele explain <code> [options]

Prints the meaning of a diagnostic, with an example of the mistake and an example of its correction.
Without a code, the command lists all codes with their severity and meaning.

Options:
  --json             print JSON: code, severity, title, and for one code its page as Markdown
`,
  async run(args) {
    const { values, positionals } = readArguments(args, { json: { type: 'boolean' } });
    const [code, ...more] = positionals;
    if (more.length > 0) throw new UsageError('stele explain takes one code.');
    if (code === undefined) {
      const all = await Promise.all(codes.map(describe));
      await print(values['json'] === true ? toJson(all.map(({ page: _page, ...rest }) => rest)) : formatColumns(all));
      return 0;
    }
    if (!isCode(code)) {
      const near = suggest(code, codes);
      const advice = near === undefined ? 'stele explain lists all codes.' : `Did you mean ${near}?`;
      throw new UsageError(`There is no diagnostic ${code}. ${advice}`);
    }
    const described = await describe(code);
    await print(values['json'] === true ? toJson(described) : described.page);
    return 0;
  },
};

interface DescribedCode {
  readonly code: Code;
  readonly severity: string;
  /** The first sentence of its page. */
  readonly title: string;
  /** Markdown. */
  readonly page: string;
}

async function describe(code: Code): Promise<DescribedCode> {
  const page = await readFile(new URL(`../compiler/diagnostics/codes/${code}.md`, import.meta.url), 'utf8');
  // After the heading and the severity comes the meaning.
  const [, , meaning = ''] = page.split('\n\n');
  const title = /^.*?[.:](?=\s|$)/s.exec(meaning)?.[0].replaceAll('\n', ' ').replace(/:$/, '.') ?? meaning;
  return { code, severity: catalogue[code].severity, title, page };
}

function formatColumns(all: readonly DescribedCode[]): string {
  const width = Math.max(...all.map(({ code }) => code.length)) + 2;
  return all.map(({ code, severity, title }) => `${code.padEnd(width)}${severity.padEnd(9)}${title}\n`).join('');
}

function toJson(value: unknown): string {
  return `${JSON.stringify(value, undefined, 2)}\n`;
}
