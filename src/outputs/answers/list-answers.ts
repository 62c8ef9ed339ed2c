// The resolved model → the answers that each page is drawn from. A question names a part of the model (`page a/b`). Its
// answer is a text with everything of that part that pages show. A page has to be drawn again if and only if one of its
// answers has changed. `build-memory.ts` stores the hash of each answer.

import {
  sectionOf,
  type NavigationLink,
  type ResolvedModel,
  type ResolvedPage,
  type ResolvedSection,
  type SiteConfig,
} from '../../compiler/model/index.ts';
import { outputFiles, feedName, pageDataName, routeFrom, twinNames } from '../../compiler/source/index.ts';
import {
  BranchWords,
  CodeLinker,
  dependsOnLanguage,
  SampleLinks,
  SiteNavigation,
  type LinkWords,
} from '../html/index.ts';
import { describeValue } from './describe-value.ts';

/** What pages ask of the model, and its answers. */
export interface SiteAnswers {
  /**
   * Questions that the pages of a route ask, in all trees: `site`, `style`, `description` of the site, `header`,
   * `section <path>`, or `branch <route>` in a large section, `packages` and `names <route>` for links in samples,
   * `page <route>`, `above <route>` for each page in the steps above it, `redirect <route>`, and `public <route>` if
   * files of `public` replace its page or the page's files for programs.
   * @param route a page's, a list's or an old route; `404` for the page of missing addresses
   */
  questionsOf(route: string): readonly string[];
  /** The answer to a question. */
  answer(question: string): string;
}

const texts = { hasTexts: true };

/**
 * Prepares the answers of a compiled site.
 * @param shorten makes a short text that differs for different texts; for parts of answers that occur often
 * @param linker of the site, which its views may share
 */
export function listAnswers(
  resolved: ResolvedModel,
  shorten: (text: string) => string = (text) => text,
  linker = new CodeLinker(resolved),
): SiteAnswers {
  const samples = new SampleLinks(resolved, linker);
  const { pages, redirects, sections, site } = resolved;
  const navigation = new SiteNavigation(resolved);
  const branches = new Map<string, BranchWords>();
  const linkWords: LinkWords = {
    describeLink: (link) => describeValue(link, texts),
    describePage: (route) => {
      const page = pages.get(route);
      return page === undefined ? '-' : describeLinked(page);
    },
    shorten,
  };
  const describeBranch = (route: string): string => {
    const tree = navigation.partOf(route);
    if (tree === undefined) return '';
    const { path } = tree.section;
    const words = branches.get(path) ?? new BranchWords(tree, linkWords);
    branches.set(path, words);
    return words.describe(route);
  };
  /** Pages above a page, whose canonical addresses it names for search engines. Without a `url` there are none. */
  const questionsAbove = (route: string): readonly string[] => {
    const steps = site.url === undefined || !pages.has(route) ? [] : navigation.trail(route);
    return steps.flatMap((step) => (step.route !== undefined && pages.has(step.route) ? [`above ${step.route}`] : []));
  };
  /** Of a page that shows all sections. */
  const ofAllSections = ['site', 'style', 'description', 'header', ...sections.map(({ path }) => `section ${path}`)];
  return {
    questionsOf(route) {
      const replaced = findReplaced(resolved, route).length > 0 ? [`public ${route}`] : [];
      if (route === '404') return [...ofAllSections, ...replaced];
      const page = pages.get(route);
      if (page === undefined && redirects.has(route)) return ['site', 'style', `redirect ${route}`];
      // A generated home page shows all sections.
      if (page === undefined && route === '') return [...ofAllSections, ...replaced];
      const section = sectionOf(sections, route);
      return [
        'site',
        'style',
        'header',
        ...(section === undefined ? [] : [navigation.partOf(route) ? `branch ${route}` : `section ${section.path}`]),
        ...(page?.blocks.some(({ panels }) => panels.length > 0) ? ['packages', `names ${route}`] : []),
        ...(page === undefined ? [] : [`page ${route}`]),
        ...questionsAbove(route),
        ...replaced,
      ];
    },
    answer(question) {
      const [kind, name = ''] = split(question);
      switch (kind) {
        case 'site':
          return describeSite(resolved);
        case 'style':
          return resolved.site.accent?.value ?? '';
        case 'header':
          return sections.map((section) => describeStart(resolved, section)).join('\n');
        case 'section': {
          const section = sections.find(({ path }) => path === name);
          return section === undefined ? '' : describeSection(resolved, section);
        }
        case 'branch':
          return describeBranch(name);
        case 'description':
          return resolved.site.description ?? '';
        case 'packages':
          return samples.describePackages();
        case 'names': {
          const page = pages.get(name);
          return page === undefined ? '' : samples.describePage(page);
        }
        case 'above': {
          const page = pages.get(name);
          return page === undefined ? '' : describeCanonical(page);
        }
        case 'public':
          return findReplaced(resolved, name).join('\n');
        case 'redirect':
          return describeValue(redirects.get(name), texts);
        default: {
          const page = pages.get(name);
          return page === undefined ? '' : describePage(page);
        }
      }
    },
  };
}

function split(question: string): readonly string[] {
  const space = question.indexOf(' ');
  return space < 0 ? [question] : [question.slice(0, space), question.slice(space + 1)];
}

/** The files of `public` that replace a file of a route, in any tree: page, twins, data; and the page's feed. */
function findReplaced({ site, model }: ResolvedModel, route: string): readonly string[] {
  const { publicFiles } = model;
  if (publicFiles.size === 0) return [];
  if (route === '404') return publicFiles.has(outputFiles.notFound) ? [outputFiles.notFound] : [];
  const page = route === '' ? outputFiles.page : `${route}/${outputFiles.page}`;
  const names = [page, ...twinNames(route, site.outputs.markdown)];
  const inTrees = site.languages.flatMap(({ id }) => names.map((name) => `${id}/${name}`));
  return [...names, pageDataName(route), feedName(route), ...inTrees].filter((name) => publicFiles.has(name));
}

/** Settings that no page shows, or that change other answers where a page shows them. */
const elsewhere: ReadonlySet<string> = new Set([
  'accent',
  'assetTypes',
  'budgets',
  'description',
  'flags',
  'icon',
  'imageHosts',
  'isConfigured',
  'mark',
  'redirects',
  'severities',
  'variants',
] satisfies (keyof SiteConfig)[]);

function describeSite({ site, pages }: ResolvedModel): string {
  const hasReference = [...pages.values()].some(({ entities }) => entities.length > 0);
  const shown = Object.fromEntries(Object.entries(site).filter(([key]) => !elsewhere.has(key)));
  return describeValue([shown, hasReference], texts);
}

/** A section in the header: its title, and everything that decides which page it leads to. */
function describeStart({ pages }: ResolvedModel, { title, path, links }: ResolvedSection): string {
  const first = (all: readonly NavigationLink[]): string | undefined => {
    for (const { url, links: below } of all) {
      const route = url && routeFrom(url.value);
      const found = route !== undefined && pages.has(route) ? route : first(below);
      if (found !== undefined) return found;
    }
    return undefined;
  };
  return JSON.stringify([title, path, pages.has(path), first(links)]);
}

/** A section's tree, with the facts that its links and breadcrumbs show of their pages. */
function describeSection(resolved: ResolvedModel, section: ResolvedSection): string {
  const facts: string[] = [];
  const visit = (links: readonly NavigationLink[]): void => {
    for (const { url, links: below } of links) {
      const page = url && resolved.pages.get(routeFrom(url.value));
      facts.push(page === undefined ? '-' : describeLinked(page));
      visit(below);
    }
  };
  visit(section.links);
  const own = resolved.pages.get(section.path);
  return [describeValue(section, texts), own === undefined ? '-' : describeLinked(own), ...facts].join('\n');
}

/** What links show of a page: the verb of its method, and whether it has an address in each language. */
function describeLinked(page: ResolvedPage): string {
  const { entities, languages } = page;
  const forms = entities.length === 1 ? [...entities[0]!.forms.values()] : [];
  const signatures = forms.map(({ source, kind, entity }) => [source, kind, entity.type?.value]);
  return JSON.stringify([languages && [...languages], signatures]);
}

/** Everything of a page that decides its canonical addresses. */
function describeCanonical(page: ResolvedPage): string {
  return JSON.stringify([page.languages && [...page.languages], dependsOnLanguage(page)]);
}

/** A page's own file, with everything that its names, texts, links and samples resolve to. */
function describePage(page: ResolvedPage): string {
  const { file } = page.page;
  return [file.path, file.text, describeValue({ ...page, page: undefined }, texts)].join('\n');
}
