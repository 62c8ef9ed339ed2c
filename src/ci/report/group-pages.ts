// Addresses of pages → pages with the languages in which they changed.

import type { Report } from './report.ts';

/** One page in the trees in which it changed. The language of the default tree is ''. */
export interface PageGroup {
  readonly route: string;
  readonly trees: readonly {
    readonly language: string;
    readonly path: string;
    readonly kind: 'changed' | 'added' | 'removed';
  }[];
}

/** Groups the changed pages of a report by their route, in the order of their first address. */
export function groupByPage({ changed, added, removed }: Report['pages'], languages: Report['languages']): PageGroup[] {
  const groups = new Map<string, PageGroup['trees'][number][]>();
  for (const [kind, { shown }] of [
    ['changed', changed],
    ['added', added],
    ['removed', removed],
  ] as const) {
    for (const path of shown) {
      const language = languageOf(path, languages);
      const route = language === '' ? path : path.slice(language.length + 1);
      const trees = groups.get(route) ?? [];
      trees.push({ language, path, kind });
      groups.set(route, trees);
    }
  }
  const order = ['', ...languages];
  return [...groups]
    .map(([route, trees]) => ({
      route,
      trees: trees.sort((a, b) => order.indexOf(a.language) - order.indexOf(b.language)),
    }))
    .sort((a, b) => (a.route < b.route ? -1 : 1));
}

/** The languages of addresses, without the default tree. */
export function languagesIn(paths: readonly string[], languages: Report['languages']): readonly string[] {
  return [...new Set(paths.map((path) => languageOf(path, languages)))].filter((language) => language !== '');
}

function languageOf(path: string, languages: Report['languages']): string {
  const first = path.split('/')[0] ?? '';
  return languages.includes(first) ? first : '';
}
