// `stele new`: a page, an entity or samples to begin with, in the languages of the site.

import { draftEntity, draftPage, draftSamples, tryDraft, type Draft, type Refused } from '../authoring/edit/index.ts';
import { readArguments, UsageError } from './arguments.ts';
import { routeFrom } from '../compiler/source/index.ts';
import type { Command } from './command.ts';
import { openForEditing, type EditedContent } from './edit-content.ts';
import { say, pathForUser } from './terminal.ts';

const kinds = {
  page: 'stele new page takes one route: stele new page reference/sso/connection',
  entity: 'stele new entity takes a route and an id: stele new entity reference/sso/connection get_connection --method',
  sample: 'stele new sample takes a route and a stem: stele new sample reference/sso/connection get-connection-request',
} as const;

export const newCommand: Command = {
  summary: 'begin a page, an entity or samples',
  help: `Usage: stele new page <route> [--title WORDS] [options]
       stele new entity <route> <id> [--method] [options]
       stele new sample <route or folder> <stem> [options]

page     A page with a title and a heading: <route>/index.mdx where that folder exists, else <route>.mdx.
         The section's navigation gets a link to it.
entity   An object (or method) on a page that exists, in each language of the site that does not have the id
         there yet, with names as the language writes them, and the descriptions it needs.
sample   _samples/<stem> beside the page, one file for each language of the site.

The languages are those of the site; where it has none yet, all that are built in.
What is written passes stele check, samples once a page shows them. Nothing that exists is overwritten, and
nothing is written by halves.
Nothing in the folder is executed.

Options:
  --content DIR      content folder (default: content)
  --title WORDS      title of the page (default: made from the route)
  --method           the entity is a method

Exit codes: 0 written, 2 the command line, no content folder, or a change that is refused.
`,
  async run(args) {
    const { values, positionals } = readArguments(args, {
      content: { type: 'string' },
      title: { type: 'string' },
      method: { type: 'boolean' },
    });
    const [kind, place, name, ...more] = positionals;
    if (kind === undefined || !Object.hasOwn(kinds, kind))
      throw new UsageError('stele new takes page, entity or sample.');
    if (place === undefined || more.length > 0 || (name === undefined) !== (kind === 'page'))
      throw new UsageError(kinds[kind as keyof typeof kinds]);
    refuseForeign(kind, values);
    const content = await openForEditing(values['content']);
    const route = routeFrom(place);
    const draft = draftOf(content, kind, route, name ?? '', values);
    if ('refusal' in draft) throw new UsageError(draft.refusal);
    const tried = tryDraft(content.compiled, content.compile, draft);
    if ('refusal' in tried) throw new UsageError(tried.refusal);
    await content.write(tried.texts);
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

function refuseForeign(kind: string, values: Readonly<Record<string, unknown>>): void {
  if (values['title'] !== undefined && kind !== 'page') throw new UsageError('--title is for stele new page.');
  if (values['method'] !== undefined && kind !== 'entity') throw new UsageError('--method is for stele new entity.');
}
