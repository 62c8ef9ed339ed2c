// The kinds of pages of a site, each with an address on the example site, for screenshots, benchmarks and accessibility
// tests.

/** A kind of page and the address of one, from the top of a language's tree, with `/` at its end. */
export interface PageKind {
  readonly name: 'home' | 'guide' | 'object' | 'method' | 'missing' | 'not-found';
  readonly route: string;
}

const everywhere: readonly PageKind[] = [
  { name: 'home', route: '' },
  { name: 'guide', route: 'guides/authoring/' },
  { name: 'object', route: 'reference/sso/connection/' },
  { name: 'method', route: 'reference/sso/connection/list/' },
  { name: 'not-found', route: 'reference/sso/conection/' },
];

/** Pages of the example that a language lacks, by language. */
const missing: Readonly<Record<string, string>> = {
  ruby: 'reference/session/authenticate/',
  dotnet: 'reference/directory-sync/directory-group/',
};

/** A language of the example that has a page of every kind. */
export const fullLanguage = 'ruby';

/** A page of each kind in a language's tree of the example; of kind `missing` only if the language lacks a page. */
export function pageKindsIn(language: string): readonly PageKind[] {
  const route = missing[language];
  return route === undefined ? everywhere : [...everywhere, { name: 'missing', route }];
}

/** Pages of the same kinds in the public corpus. */
export const corpusPages: readonly PageKind[] = [
  { name: 'home', route: '' },
  { name: 'guide', route: 'sso/launch-checklist/' },
  { name: 'object', route: 'reference/sso/connection/' },
  { name: 'method', route: 'reference/sso/connection/list/' },
  { name: 'missing', route: 'reference/domain-verification/get/' },
  { name: 'not-found', route: 'reference/sso/conection/' },
];
