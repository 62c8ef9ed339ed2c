// A route → a page with a placeholder text, and a link to it in the section's navigation.

import { endWhere, wordsOfName, capitalise } from '../../compiler/text/index.ts';
import { planNavigationLink } from './plan-navigation-link.ts';
import type { Compilation } from '../../compiler/model/index.ts';
import type { Draft } from './draft.ts';
import { attempt, refuse, type Refused } from './refusal.ts';
import { writeScalar } from './write-scalar.ts';

/**
 * Drafts a page: `<route>/index.mdx` if the folder exists, else `<route>.mdx`. The route `''` is the home page.
 * @param paths all files of the content folder
 */
export function draftPage(
  compiled: Compilation,
  paths: readonly string[],
  route: string,
  title = route === '' ? 'Home' : capitalise(wordsOfName(route.split('/').at(-1)!).join(' ')),
): Draft | Refused {
  return attempt(() => {
    refuseRoute(route, paths);
    if (title.trim() !== title || title === '' || /\p{Cc}/u.test(title))
      refuse('The title must be one line of text, without spaces at its ends.');
    const hasFolder = paths.some((path) => path.startsWith(`${route}/`));
    const path = route === '' ? 'index.mdx' : hasFolder ? `${route}/index.mdx` : `${route}.mdx`;
    const body = `# ${escapeMarkdown(title)}\n\nWrite the content of this page here.\n`;
    const text = `---\ntitle: ${writeScalar(title)}\n---\n\n${body}`;
    const link = planNavigationLink(compiled, route, title);
    return { created: new Map([[path, text]]), edits: link.edits, notes: link.notes };
  });
}

function refuseRoute(route: string, paths: readonly string[]): void {
  const isSound = route === '' || route.split('/').every((segment) => /^[A-Za-z0-9][A-Za-z0-9_.-]*$/.test(segment));
  if (!isSound)
    refuse(
      `\`${route}\` cannot be a route. Its parts consist of letters, digits, \`-\`, \`_\` and \`.\`, ` +
        'and begin with a letter or digit.',
    );
  if (/\.mdx?$/i.test(route)) refuse(`A route has no extension: write \`${route.replace(/\.mdx?$/i, '')}\`.`);
  if (/(?:^|\/)index$/i.test(route)) refuse('A route does not end with `index`: write the route of its folder.');
  if (route.split('/').includes('node_modules')) refuse('Stele does not read `node_modules`: choose another route.');
  const routes = paths.filter((path) => /\.mdx?$/.test(path));
  const existing = routes.find(
    (path) =>
      path
        .replace(/\.mdx?$/, '')
        .replace(/(^|\/)index$/, '')
        .toLowerCase() === route.toLowerCase(),
  );
  if (existing !== undefined) refuse(`The page \`/${route}\` exists already: ${existing}.`);
}

/** Escapes text so that Markdown and MDX show it unchanged. */
function escapeMarkdown(text: string): string {
  const escaped = text.replace(/[\\`*_{}[\]<>&~|]/g, (character) => `\\${character}`);
  const marks = endWhere(escaped, (code) => code === 0x23);
  return marks === '' ? escaped : `${escaped.slice(0, escaped.length - marks.length)}\\${marks}`;
}
