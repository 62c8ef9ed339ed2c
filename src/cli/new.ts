// `stele new`: creates a page, an entity or samples, in the languages of the site.

import { draftEntity, draftPage, draftSamples, tryDraft, type Draft, type Refused } from '../authoring/edit/index.ts';
import { readArguments, UsageError } from './arguments.ts';
import { routeFrom } from '../compiler/source/index.ts';
import type { Command } from './command.ts';
import { openForEditing, type EditedContent } from './edit-content.ts';
import { pathForUser, print, say } from './terminal.ts';

const kinds = {
  page: 'stele new page takes one route: stele new page reference/sso/connection',
  entity: 'stele new entity takes a route and an id: stele new entity reference/sso/connection get_connection --method',
  sample: 'stele new sample takes a route and a stem: stele new sample reference/sso/connection get-connection-request',
} as const;

export const newCommand: Command = {
  summary: 'create a page, an entity or samples',
  help: `Usage: stele new page <route> [--title WORDS] [options]
       stele new entity <route> <id> [--method] [options]
       stele new sample <route or folder> <stem> [options]

page     Creates a page with a title and a heading: <route>/index.mdx if that folder exists, else <route>.mdx.
         Adds a link to the section's navigation.
entity   Adds an object (or method) to an existing page, in each language of the site that does not have the
         id on that page yet. Names have the casing of the language. Adds the descriptions that it needs.
sample   Creates _samples/<stem> beside the page: one file for each language of the site.

If the site has no languages yet, the common built-in languages are used.
The new files pass stele check; samples, when a page shows them. The command overwrites nothing, writes all
files or none, and executes nothing in the folder.

Options:
  --content DIR      content folder (default: content)
  --title WORDS      title of the page (default: words of the route)
  --method           add a method instead of an object
  --json             print JSON: files that were written and added to, and notes

Exit codes: 0 written, 2 the command line, no content folder, or a refused change.
`,
  async run(args) {
    const { values, positionals } = readArguments(args, {
      content: { type: 'string' },
      title: { type: 'string' },
      method: { type: 'boolean' },
      json: { type: 'boolean' },
    });
    const [kind, place, name, ...more] = positionals;
    if (kind === undefined || !Object.hasOwn(kinds, kind))
      throw new UsageError('stele new takes page, entity or sample.');
    if (place === undefined || more.length > 0 || (name === undefined) !== (kind === 'page'))
      throw new UsageError(kinds[kind as keyof typeof kinds]);
    refuseMisplacedOptions(kind, values);
    const content = await openForEditing(values['content']);
    const route = routeFrom(place);
    const draft = draftOf(content, kind, route, name ?? '', values);
    if ('refusal' in draft) throw new UsageError(draft.refusal);
    const tried = tryDraft(content.compiled, content.compile, draft);
    if ('refusal' in tried) throw new UsageError(tried.refusal);
    await content.write(tried.texts);
    if (values['json'] === true) {
      const paths = (isNew: boolean): readonly string[] =>
        [...tried.texts.keys()]
          .filter((path) => draft.created.has(path) === isNew)
          .map((path) => pathForUser(`${content.folder}/${path}`));
      await print(
        `${JSON.stringify({ written: paths(true), added: paths(false), notes: draft.notes }, undefined, 2)}\n`,
      );
      return 0;
    }
    for (const path of tried.texts.keys()) {
      say(`${draft.created.has(path) ? 'Wrote' : 'Added to'} ${pathForUser(`${content.folder}/${path}`)}`);
    }
    for (const note of draft.notes) say(note);
    return 0;
  },
};

function draftOf(
  { compiled, languages, paths }: EditedContent,
  kind: string,
  route: string,
  name: string,
  values: Readonly<Record<string, string | boolean | undefined>>,
): Draft | Refused {
  if (kind === 'sample') return draftSamples(compiled, paths, languages, route, name);
  if (kind === 'page') return draftPage(compiled, paths, route, values['title'] as string | undefined);
  const entityKind = values['method'] === true ? 'method' : 'object';
  return draftEntity(compiled, languages, { id: name, kind: entityKind, route });
}

/** @throws UsageError for an option of another kind */
function refuseMisplacedOptions(kind: string, values: Readonly<Record<string, unknown>>): void {
  if (values['title'] !== undefined && kind !== 'page') throw new UsageError('--title is for stele new page.');
  if (values['method'] !== undefined && kind !== 'entity') throw new UsageError('--method is for stele new entity.');
}
