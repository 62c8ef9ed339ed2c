// The tools of the server over one built site. Each answers with text. Errors that the caller can correct are
// answers, too.

import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js';
import { z } from 'zod';
import { cutEntity } from './entity-section.ts';
import { findEntity, idOf, isEntity } from './find-entity.ts';
import { NotFound, type SiteReader } from './site-reader.ts';
import { cutPart } from './text-parts.ts';

const maxQuery = 500;
const language = z
  .string()
  .max(50)
  .optional()
  .describe('Id of a language, from list_languages; absent for the default');
const part = z.number().int().min(1).max(1000).optional().describe('Part of a long text, from 1');
const readOnly = { readOnlyHint: true, openWorldHint: false };

/** Made once: a server is made for each call over HTTP. */
const inputs = {
  search: {
    query: z.string().min(1).max(maxQuery),
    language,
    limit: z.number().int().min(1).max(50).optional(),
  },
  readPage: {
    route: z.string().max(1024).describe('Route of the page, such as reference/errors, or its address'),
    language,
    part,
  },
  readEntity: {
    name: z.string().min(1).max(maxQuery).describe('Its id, or its name in any language'),
    language,
    part,
  },
  listLanguages: { part },
  diff: {
    language: language.describe('Id of a language, to see only what its readers see; absent for all'),
    part,
  },
};

type Answer = { content: { type: 'text'; text: string }[]; isError?: boolean };

/**
 * Tells what the site changes for readers of a language, or of all, since another build.
 * @throws NotFound if either site cannot be compared
 */
export type CompareBuilds = (language: string | undefined) => Promise<string>;

/**
 * A server with the tools. Create one per connection; the reader is shared.
 * @param compare absent if there is no other build
 */
export function createServer(site: SiteReader, version: string, compare?: CompareBuilds): McpServer {
  const server = new McpServer({ name: 'stele', version });
  server.registerTool(
    'search',
    {
      description:
        'Finds documented names and pages. Names may have the spelling of any language, or small mistakes: ' +
        '`organizationId`, `connection.state`, `get connection`.',
      inputSchema: inputs.search,
      annotations: readOnly,
    },
    ({ query, language: id, limit = 10 }) => answer(() => search(site, query, id, limit)),
  );
  server.registerTool(
    'read_page',
    {
      description: 'Reads a page as Markdown, in one language.',
      inputSchema: inputs.readPage,
      annotations: readOnly,
    },
    ({ route, language: id, part: wanted }) =>
      answer(async () => {
        const { text, address } = await site.page(route, id);
        return withPlace(text, wanted, address);
      }),
  );
  server.registerTool(
    'read_entity',
    {
      description: 'Reads an object or a method in one language: its signature, samples and tables.',
      inputSchema: inputs.readEntity,
      annotations: readOnly,
    },
    ({ name, language: id, part: wanted }) => answer(() => readEntity(site, name, id, wanted)),
  );
  server.registerTool(
    'list_languages',
    {
      description: 'Lists the languages of the reference, and the objects and methods that each language lacks.',
      inputSchema: inputs.listLanguages,
      annotations: readOnly,
    },
    ({ part: wanted }) => answer(async () => withPlace(await listLanguages(site), wanted)),
  );
  if (compare !== undefined) {
    server.registerTool(
      'diff',
      {
        description:
          'Tells what this version of the reference changes since the one before: renamed, removed and added names, ' +
          'types, defaults, samples and texts, and whether they break code.',
        inputSchema: inputs.diff,
        annotations: readOnly,
      },
      ({ language: id, part: wanted }) =>
        answer(async () => {
          await site.checkLanguage(id);
          return withPlace(await compare(id), wanted, site.addressOf('', id));
        }),
    );
  }
  return server;
}

async function answer(make: () => Promise<string>): Promise<Answer> {
  try {
    return { content: [{ type: 'text', text: await make() }] };
  } catch (error) {
    if (!(error instanceof NotFound)) throw error;
    return { content: [{ type: 'text', text: error.message }], isError: true };
  }
}

async function search(site: SiteReader, query: string, id: string | undefined, limit: number): Promise<string> {
  const found = await site.search(query, id, limit);
  const only = (labels: readonly string[]): string => (labels.length === 0 ? '' : `, only in ${labels.join(', ')}`);
  const names = (found.symbols.length > 0 ? found.symbols : found.nearest).map(
    ({ symbol, pageTitle, href, onlyIn }) =>
      `- ${oneLine(symbol.name.shown)} (${symbol.kind}, on ${oneLine(pageTitle)}${only(onlyIn)}): ${href}`,
  );
  const pages = found.pages
    .slice(0, limit)
    .map(({ title, href, onlyIn }) => `- ${oneLine(title)}${only(onlyIn)}: ${href}`);
  const label = found.symbols.length > 0 ? 'Names:' : 'Nothing has this name. Similar names:';
  const lists = [...(names.length > 0 ? [[label, ...names]] : []), ...(pages.length > 0 ? [['Pages:', ...pages]] : [])];
  const sorted = found.isPageFirst ? lists.toReversed() : lists;
  return sorted.length === 0 ? `Nothing was found for ${JSON.stringify(query)}.` : sorted.flat().join('\n');
}

/** A name of the content cannot look like a line of the answer. */
export function oneLine(text: string): string {
  return text.replace(/[\u0000-\u001f\u007f-\u009f\u2028\u2029]+/g, ' ');
}

async function readEntity(
  site: SiteReader,
  name: string,
  id: string | undefined,
  wanted: number | undefined,
): Promise<string> {
  await site.checkLanguage(id);
  const { symbols, languages } = await site.symbols();
  const shown = id ?? languages[0]?.id ?? '';
  const entity = findEntity(symbols, name);
  if (entity === undefined)
    throw new NotFound(`There is no object or method ${JSON.stringify(name)}. Use search to find its name.`);
  const [route = '', anchor] = entity.at.split('#');
  if (entity.names[shown] === undefined) {
    const known = languages.filter((each) => entity.names[each.id] !== undefined).map((each) => each.id);
    throw new NotFound(`${JSON.stringify(name)} is not in ${shown}. It is in: ${known.join(', ')}.`);
  }
  const { text } = await site.page(route, id);
  return withPlace(cutEntity(text, entity.names[shown]), wanted, site.addressOf(route, id, anchor));
}

async function listLanguages(site: SiteReader): Promise<string> {
  const { languages, symbols } = await site.symbols();
  const entities = symbols.filter(isEntity);
  if (languages.length === 0) return 'The site has no languages.';
  return languages
    .map(({ id, label }) => {
      const lacking = entities.filter(({ names }) => names[id] === undefined).map(idOf);
      const gaps = lacking.length === 0 ? 'has all objects and methods' : `lacks ${lacking.join(', ')}`;
      return `- ${id} (${label}): ${gaps}`;
    })
    .join('\n');
}

/** One part of a text, with the address of its page for people, if it has one. */
function withPlace(text: string, wanted: number | undefined, address?: string): string {
  const { text: shown, part: number, parts } = cutPart(text, wanted);
  const more = number < parts ? ` Ask for part ${number + 1} to read on.` : '';
  const source = address === undefined ? [] : [`Source: ${address}`];
  const place = [...source, ...(parts === 1 ? [] : [`This is part ${number} of ${parts}.${more}`])].join(' ');
  return place === '' ? shown : `${place}\n\n${shown}`;
}
