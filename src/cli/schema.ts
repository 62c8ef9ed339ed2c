// `stele schema`: what files of a content folder may hold, as JSON Schema for editors and tools.

import { readFile } from 'node:fs/promises';
import { suggest } from '../compiler/diagnostics/index.ts';
import { makeJsonSchema, type SchemaName } from '../compiler/index.ts';
import { openProject } from '../project/index.ts';
import { readArguments, UsageError } from './arguments.ts';
import type { Command } from './command.ts';
import { print, userPath } from './terminal.ts';

/** Made from the tables that the decoders read. */
const made: readonly string[] = ['page', 'site', 'navigation'] satisfies SchemaName[];
/** Written by hand: the shapes of what Stele gives out. */
const written = ['findings', 'reference'];

export const schema: Command = {
  summary: 'print a JSON Schema of the format',
  help: `Usage: stele schema <name> [options]

Prints a JSON Schema (draft 7). Editors that know it complete keys and mark mistakes while you write.

Names:
  page         frontmatter of a page
  site         site.yaml
  navigation   frontmatter of _navigation.mdx
  findings     what stele check --format json prints
  reference    what stele export prints

Options:
  --content DIR      take the languages of this site for page (default: the built-in ones)
`,
  async run(args) {
    const { values, positionals } = readArguments(args, { content: { type: 'string' } });
    const [name, ...more] = positionals;
    if (name === undefined || more.length > 0) {
      throw new UsageError(`stele schema takes one name: ${[...made, ...written].join(', ')}.`);
    }
    if (written.includes(name)) {
      await print(await readFile(new URL(`../../docs/schemas/${name}.schema.json`, import.meta.url), 'utf8'));
      return 0;
    }
    if (!made.includes(name)) {
      const near = suggest(name, [...made, ...written]);
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
