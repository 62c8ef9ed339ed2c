// An edited content folder, compiled page by page from the facts of its last state → how that differs from compiling all
// of it: views, answers, search, and the facts for the next edit.

import { isDeepStrictEqual } from 'node:util';
import { compileEdited, listFacts, renewPages, type EditedSite } from '../../src/compiler/index.ts';
import type { Address, Compilation, ResolvedSection, Sample, SiteFacts } from '../../src/compiler/model/index.ts';
import {
  changeHostFiles,
  changeLists,
  changeSearch,
  hasOtherCode,
  isListedTheSame,
  isSeenTheSame,
  listAnswers,
  listChangedCards,
  listChangedTrees,
  viewContent,
} from '../../src/outputs/index.ts';
import { deserialize, serialize } from 'node:v8';
import { strings } from '../../src/site/strings/en.ts';
import { contentOf } from '../../src/project/index.ts';
import { compileFiles, type ContentFiles } from './content-files.ts';

const highlighter = {
  highlight: (text: string, grammar: string) => text.split('\n').map((line) => [{ text: line, tone: grammar }]),
};

/** A state of a content folder, and what a build keeps of it. */
export interface KeptState {
  readonly files: ContentFiles;
  readonly whole: Compilation;
  readonly facts: SiteFacts;
  readonly search: unknown;
  readonly searchFiles: ReadonlyMap<string, string>;
}

/** Compiles all files. Everything kept goes through its form on the disk. */
export function keepState(files: ContentFiles): KeptState | undefined {
  const whole = compileFiles(files);
  const facts = listFacts(whole.resolved, whole.diagnostics);
  if (facts === undefined) return undefined;
  const data = viewContent(whole.resolved, highlighter);
  const searchFiles = data.writeSearch();
  const copy = <T>(value: T): T => deserialize(serialize(value)) as T;
  return { files: new Map(files), whole, facts: copy(facts), search: copy(data.keptSearch()), searchFiles };
}

const isSample = (path: string): boolean => /(?:^|\/)_samples\//.test(path);
const isOther = (path: string): boolean => /(?:^|\/)_navigation\.mdx$|^site\.yaml$/.test(path);
const isPage = (path: string): boolean => /^(?!\.\.)(?!.*(?:^|\/)_)[^]*\.mdx?$/.test(path);

/** Compiles the pages that differ; undefined if other files differ, or if the whole site has to be compiled. */
export function compileChange(before: KeptState, files: ContentFiles): EditedSite | undefined {
  if (before.files.size !== files.size) return undefined;
  const changed = [...files].flatMap(([path, text]) => (before.files.get(path) === text ? [] : path));
  const isKnown = (path: string): boolean =>
    before.files.has(path) && (isPage(path) || isSample(path) || isOther(path));
  if (changed.length === 0 || !changed.every(isKnown)) return undefined;
  const editOf = (path: string) => ({
    before: { path, text: before.files.get(path)! },
    after: { path, text: files.get(path)! },
  });
  const edits = changed.filter(isPage).map(editOf);
  const all = [...files].flatMap(([path, text]) => (isSample(path) ? { path, text } : []));
  const { content } = contentOf('content', all);
  const samples = new Map<string, Map<string, () => readonly Sample[]>>();
  for (const { folder, stem } of content.samples) {
    const stems = samples.get(folder) ?? new Map<string, () => readonly Sample[]>();
    samples.set(
      folder,
      stems.set(stem, () => content.samples.filter((other) => other.folder === folder && other.stem === stem)),
    );
  }
  const readPage = (path: string) => ({ path, text: files.get(path)! });
  const readSample = (path: string) => content.samples.find(({ file }) => file.path === path);
  const edited = compileEdited(
    before.facts,
    { pages: edits, samples: changed.filter(isSample), others: changed.filter(isOther).map(editOf) },
    { readPage, readSample, samples },
  );
  if (edited === undefined || !isSeenTheSame(edited.before, edited.resolved, edited.routes)) return undefined;
  // A page with its first sample asks more.
  const [old, now] = [before.whole.resolved, edited.resolved].map((resolved) => listAnswers(resolved));
  const hasSame = (route: string): boolean => isDeepStrictEqual(old!.questionsOf(route), now!.questionsOf(route));
  return edited.routes.every(hasSame) ? edited : undefined;
}

/** How the compiled pages differ from those of the whole site. */
export async function judgeChange(before: KeptState, after: KeptState, edited: EditedSite): Promise<readonly string[]> {
  const faults: string[] = [];
  const { routes } = edited;
  const hasSample = [...after.files].some(([path, text]) => isSample(path) && before.files.get(path) !== text);
  const expectSame = (what: string, now: unknown, wanted: unknown): void => {
    if (!isDeepStrictEqual(now, wanted)) faults.push(what);
  };
  const whole = viewContent(after.whole.resolved, highlighter);
  const [old, now] = [before.whole, after.whole].map(({ resolved }) => listAnswers(resolved));
  const around = [...after.whole.resolved.pages.keys()].filter((route) => {
    const questions = now!.questionsOf(route).filter((question) => isOfSite.test(question));
    return questions.some((question) => old!.answer(question) !== now!.answer(question));
  });
  const drawn = [...new Set([...routes, ...around])];
  const own = viewContent(edited.resolved, highlighter, undefined, drawn);
  const path = ({ language, route }: Address): string => `${language ?? ''}/${route}`;
  for (const address of own.addresses) {
    const [now, wanted] = [await own.viewPage(address, strings.values), await whole.viewPage(address, strings.values)];
    expectSame(`view ${path(address)}`, write(now), write(wanted));
  }
  const last = viewContent(before.whole.resolved, highlighter);
  const beside = around.filter((route) => !routes.includes(route));
  for (const { address, after: navigation } of [
    ...listChangedTrees(edited.before, edited.resolved, beside).values(),
  ].flat()) {
    const [kept, wanted] = [last, whole].map((data) => data.viewPage(address, strings.values));
    expectSame(`tree ${path(address)}`, write({ ...(await kept), navigation }), write(await wanted));
  }
  const part = listAnswers(edited.resolved);
  for (const address of whole.addresses) {
    const { route } = address;
    expectSame(`questions ${route}`, old!.questionsOf(route), now!.questionsOf(route));
    for (const question of now!.questionsOf(route)) {
      if (isOfSite.test(question) || (/^(?:page|names) /.test(question) && routes.includes(route)))
        expectSame(question, part.answer(question), now!.answer(question));
      else expectSame(question, old!.answer(question), now!.answer(question));
    }
  }
  const change = { before: edited.before, after: edited.resolved };
  const changes = changeSearch(before.search, change, routes, (file) => before.searchFiles.get(file)!);
  const searchFiles = new Map([...before.searchFiles, ...changes.files]);
  for (const file of changes.removed) searchFiles.delete(file);
  expectSame('search', new Map([...searchFiles].sort()), new Map([...after.searchFiles].sort()));
  expectSame('kept search', countsOf(changes.kept), countsOf(after.search));
  const pages = before.facts.pages.map((page) => edited.facts.get(page.route) ?? page);
  const isSiteEdited = before.files.get('site.yaml') !== after.files.get('site.yaml');
  const places = isSiteEdited ? { site: 0, collectedSite: 0, redirects: 0 } : {};
  const sections = edited.resolved.sections.map(withoutPlaces);
  // A link without a target that no finding tells of may be gone.
  const { hasDangling } = after.facts;
  if (hasDangling) expectSame('dangling links', before.facts.hasDangling, true);
  expectSame(
    'facts',
    withoutOrder({ ...before.facts, pages, sections, hasDangling, ...places }),
    withoutOrder({ ...after.facts, sections: after.facts.sections.map(withoutPlaces), ...places }),
  );
  expectSame('titles', renewPages(before.facts, [...edited.facts.values()]) !== undefined, true);
  const hostFiles = new Map(last.viewHostFiles().map(({ path: name, text }) => [name, text]));
  for (const [name, text] of changeHostFiles(change, routes, (file) => hostFiles.get(file)!)) hostFiles.set(name, text);
  const wantedFiles = whole.viewHostFiles().map(({ path: name, text }) => [name, text] as const);
  expectSame('host files', hostFiles, new Map(wantedFiles));
  expectSame('assets', last.assets, whole.assets);
  const cards = new Map(last.cards.map((card) => [card.path, card]));
  for (const card of listChangedCards(edited.before, edited.resolved, routes)) cards.set(card.path, card);
  expectSame('cards', [...cards.values()], whole.cards);
  const hasCode = hasOtherCode(before.whole.resolved, after.whole.resolved, [...before.whole.resolved.pages.keys()]);
  if (hasCode) expectSame('code', hasSample || hasOtherCode(edited.before, edited.resolved, routes), true);
  expectSame('navigation', [...own.writeNavigation()], [...whole.writeNavigation()]);
  expectSame('accent', edited.resolved.site.accent?.value, after.whole.resolved.site.accent?.value);
  const findings = after.whole.diagnostics.filter(({ file }) =>
    isSample(file)
      ? before.files.get(file) !== after.files.get(file)
      : routes.some((route) => pages.some((page) => page.route === route && page.path === file)),
  );
  expectSame('findings', findings, []);
  expectSame('number of findings', before.whole.diagnostics.length, after.whole.diagnostics.length);
  const lists = new Map(last.writeAgentFiles(String));
  if (!isListedTheSame(edited.before, edited.resolved, routes, hasSample || hasCode)) {
    const listed = changeLists(edited.resolved, routes, String, lists.keys(), (file) => lists.get(file)!);
    for (const [name, text] of listed.files) lists.set(name, text);
    for (const name of listed.removed) lists.delete(name);
  }
  expectSame('lists', lists, new Map(whole.writeAgentFiles(String)));
  return faults;
}

/** Questions about settings and navigation. */
const isOfSite = /^(?:site|style|header|section|branch)\b/;

function withoutPlaces(section: ResolvedSection): unknown {
  return write(section).replace(/"(?:file|range)":\{(?:[^{}"]|"(?:[^"\\]|\\.)*")*\},?/g, '');
}

function withoutOrder<T extends Pick<SiteFacts, 'pages'>>(facts: T): unknown {
  const pages = facts.pages.map((page) => ({ ...page, readElsewhere: page.readElsewhere.toSorted((a, b) => a - b) }));
  return { ...facts, pages };
}

/** Kept words, whose order in the kept form may differ. */
function countsOf(kept: unknown): unknown {
  const { words, counts, pages } = kept as { words: string; counts: Uint32Array; pages: Uint32Array };
  const all = words.split('\n');
  return [pages, [...counts].map((value, i) => (i % 2 === 0 ? all[value] : value))];
}

function write(value: unknown): string {
  return JSON.stringify(value, (_key, inner: unknown) =>
    inner instanceof Map || inner instanceof Set ? [...(inner as Iterable<unknown>)] : inner,
  );
}
