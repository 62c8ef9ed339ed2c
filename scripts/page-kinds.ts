// The kinds of page that a site has, each with the address of one on the example site: what pictures, measures and the
// accessibility tests go through.

/** A kind of page and where one is, from the top of a language's tree, with `/` at its end. */
export interface PageKind {
  readonly name: 'home' | 'guide' | 'object' | 'method' | 'missing' | 'not-found';
  readonly route: string;
}

/** On the example site, in any language but those of `missing`. */
export const pageKinds: readonly PageKind[] = [
  { name: 'home', route: '' },
  { name: 'guide', route: 'guides/authoring/' },
  { name: 'object', route: 'reference/sso/connection/' },
  { name: 'method', route: 'reference/sso/connection/list/' },
  { name: 'missing', route: 'reference/session/authenticate/' },
  { name: 'not-found', route: 'reference/sso/conection/' },
];

/** Language that the page of kind `missing` has no form in. */
export const missingLanguage = 'ruby';
