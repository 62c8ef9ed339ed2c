// `stele build --why ROUTE`: a route → a sentence about whether its pages were drawn again, and for what reason.

import type { DrawingReason } from './draw-site.ts';

/** @param written the route as the user wrote it: slashes at its ends do not matter */
export function explainDrawing(written: string, reasonOf: (route: string) => DrawingReason): string {
  const route = written.replace(/^\/+|\/+$/g, '').normalize('NFC');
  return `${route === '' ? 'The home page' : route}: ${explain(reasonOf(route))}.`;
}

function explain(reason: DrawingReason): string {
  switch (reason.kind) {
    case 'unknown':
      return 'the site has no page with this route. Write it without a language, as in `reference/errors`';
    case 'same':
      return 'not drawn again: nothing that it shows has changed';
    case 'kept':
      return 'not drawn again: the cache had it, as an earlier build drew it from the same content';
    case 'own-code':
      return 'drawn again, as all pages: code of the site, or settings of Astro, may read anything';
    case 'no-record':
      return 'drawn, as all pages: there is no earlier build by this program with these options';
    case 'new':
      return 'drawn: the last site did not have it';
    case 'damaged':
      return 'drawn again: files of it in the output folder were not as the last build wrote them';
    case 'changed':
      return `drawn again, because ${reason.questions.map(nameQuestion).join(', and ')}`;
  }
}

/** What a question of `outputs/answers` is about, as a clause. */
function nameQuestion(question: string): string {
  const [kind, name] = question.split(/ (.*)/s);
  switch (kind) {
    case 'site':
      return 'settings of `site.yaml` that all pages show have changed';
    case 'style':
      return 'the colour of `site.yaml` has changed';
    case 'header':
      return 'the sections, or the pages that the header leads to, have changed';
    case 'section':
      return `the navigation of the section \`${name}\` has changed`;
    case 'branch':
      return 'links that the navigation beside it shows have changed';
    case 'above':
      return `the address of the page above it, \`${name}\`, for search engines has changed`;
    case 'description':
      return 'the `description` of `site.yaml` has changed';
    case 'packages':
      return 'packages of the reference, which its samples may name, have changed';
    case 'names':
      return 'names of the reference that its samples may link to have changed';
    case 'redirect':
      return 'the place that it leads to has changed';
    case 'public':
      return 'a file of `public` takes or took its place';
    default:
      return 'its own file, or the texts, samples and links that it shows, have changed';
  }
}
