// Two states of a content folder → the addresses whose pages would be taken over although their views differ (a fault),
// and those that would be drawn although their views are equal (work for nothing).

import { createHash } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import type { Address } from '../../src/compiler/model/index.ts';
import { listAnswers, viewContent } from '../../src/outputs/index.ts';
import { wordsIn } from '../../src/site/index.ts';
import { compileFiles, type ContentFiles } from './content-files.ts';

/** What is drawn, and what it is drawn from. */
export interface DrawnState {
  /** Hash of the view by path, and of its twins. */
  readonly views: ReadonlyMap<string, string>;
  /** Route by path. */
  readonly routes: ReadonlyMap<string, string>;
  /** Answers by question, by route. */
  readonly answers: ReadonlyMap<string, ReadonlyMap<string, string>>;
}

/** Colours of the grammar, which shows if another grammar is asked for. */
const highlighter = {
  highlight: (text: string, grammar: string) => text.split('\n').map((line) => [{ text: line, tone: grammar }]),
};

/** Compiles a content folder and makes all of its views and their twins. */
export async function drawState(files: ContentFiles): Promise<DrawnState> {
  const { resolved } = compileFiles(files);
  const data = viewContent(resolved, highlighter);
  // Templates ask for these beside the views.
  const shared = [data.lang, data.fonts, data.accent];
  const views = new Map<string, string>();
  const routes = new Map<string, string>();
  const add = (path: string, route: string, view: unknown): void => {
    const isPublic = data.publicFiles.has(path);
    views.set(path, isPublic ? 'public' : hashOf(write([view, shared])));
    routes.set(path, route);
  };
  const fileOf = ({ language, route }: Address): string =>
    [language, route, 'index.html'].filter((part) => part !== undefined && part !== '').join('/');
  const words = wordsIn('en');
  for (const address of [...data.addresses, ...data.lists]) {
    const view = await data.viewPage(address, words.values);
    add(fileOf(address), address.route, [view, [...data.writeTwins(view, words)]]);
  }
  for (const redirect of data.redirects) add(fileOf(redirect.address), redirect.address.route, redirect);
  add('404.html', '404', data.viewNotFound(resolved.site.url ? new URL(resolved.site.url).pathname : '/'));
  const { questionsOf, answer } = listAnswers(resolved);
  const known = new Map<string, string>();
  const answerOnce = (question: string): string => {
    const found = known.get(question) ?? hashOf(answer(question));
    known.set(question, found);
    return found;
  };
  const answers = [...new Set(routes.values())].map((route): [string, ReadonlyMap<string, string>] => [
    route,
    new Map(questionsOf(route).map((question) => [question, answerOnce(question)])),
  ]);
  return { views, routes, answers: new Map(answers) };
}

export interface Verdict {
  /** Paths that would keep an old page. */
  readonly stale: readonly string[];
  /** Paths whose pages would be drawn again without need. */
  readonly needless: readonly string[];
  /** Paths whose views differ, or are new. */
  readonly changed: readonly string[];
}

/** Compares what a build would draw with what differs. */
export function judge(before: DrawnState, after: DrawnState): Verdict {
  const [stale, needless, changed]: string[][] = [[], [], []];
  for (const [path, view] of after.views) {
    const route = after.routes.get(path)!;
    const known = before.answers.get(route);
    const isTaken = known !== undefined && isDeepStrictEqual(known, after.answers.get(route)) && before.views.has(path);
    const isSame = before.views.get(path) === view;
    if (!isSame) changed!.push(path);
    if (isTaken && !isSame) stale!.push(path);
    if (!isTaken && isSame) needless!.push(path);
  }
  return { stale: stale!, needless: needless!, changed: changed! };
}

function hashOf(text: string): string {
  return createHash('sha1').update(text).digest('base64');
}

function write(value: unknown): string {
  return JSON.stringify(value, (_key, inner: unknown) =>
    inner instanceof Map || inner instanceof Set ? [...(inner as Iterable<unknown>)] : inner,
  );
}
