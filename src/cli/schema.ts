// `stele schema`: prints the JSON Schema of a kind of file, for editors and tools.

import { readFile } from 'node:fs/promises';
import { suggest } from '../compiler/text/index.ts';
import { makeJsonSchema, type SchemaName } from '../compiler/index.ts';
import { openProject } from '../project/index.ts';
import { readArguments, UsageError } from './arguments.ts';
import type { Command } from './command.ts';
import { print, userPath } from './terminal.ts';

/** Schemas that are generated from the tables that the decoders read. */
const generated: readonly string[] = ['page', 'site', 'navigation', 'approvals'] satisfies SchemaName[];
/** Schemas of Stele's output, written by hand. */
const handwritten = ['findings', 'reference', 'diff', 'page-data', 'symbols', 'site-data'];

export const schema: Command = {
  summary: 'print a JSON Schema of the format',
  help: `Usage: stele schema <name> [options]

Prints a JSON Schema (draft 7). Editors with support for JSON Schema complete keys and mark mistakes while you write.

Names:
  page         frontmatter of a page
  site         site.yaml
  navigation   frontmatter of _navigation.mdx
  approvals    _approvals.yaml
  findings     output of stele check --format json
  reference    output of stele export
  diff         output of stele diff --format json
  page-data    data of a page of a built site
  symbols      symbols.json of a built site
  site-data    _reference.json of a built site

Options:
  --content DIR      use the languages of this site in page (default: the built-in ones)
`,
  async run(args) {
    const { values, positionals } = readArguments(args, { content: { type: 'string' } });
    const [name, ...more] = positionals;
    if (name === undefined || more.length > 0) {
      throw new UsageError(`stele schema takes one name: ${[...generated, ...handwritten].join(', ')}.`);
    }
    if (handwritten.includes(name)) {
      await print(await readFile(new URL(`../../docs/schemas/${name}.schema.json`, import.meta.url), 'utf8'));
      return 0;
    }
    if (!generated.includes(name)) {
      const near = suggest(name, [...generated, ...handwritten]);
      throw new UsageError(`There is no schema ${name}.${near === undefined ? '' : ` Did you mean ${near}?`}`);
    }
    const content = values['content'];
    const languages =
      content === undefined
        ? undefined
        : (await openProject(userPath(String(content)))).resolved.site.languages.map(({ id }) => id);
    await print(`${JSON.stringify(makeJsonSchema(name as SchemaName, languages), undefined, 2)}\n`);
    return 0;
  },
};
