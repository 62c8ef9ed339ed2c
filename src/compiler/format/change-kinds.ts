// The kinds of changes that `stele diff` reports: what each means, how it affects readers' code, and the kind that is
// reported if the two sides are swapped. `diff.impacts` in `site.yaml` changes the impacts.

/** How a change affects those who use what is documented, the worst first. */
export const impacts = ['breaking', 'risk', 'addition', 'text'] as const;
export type Impact = (typeof impacts)[number];

interface KindSpec {
  /** What has changed, as words for a list of kinds. */
  readonly about: string;
  readonly impact: Impact;
  /** Other impacts, by the id of the language. */
  readonly byLanguage?: Readonly<Record<string, Impact>>;
  /** The kinds of which one is reported if the sides are swapped; if absent, the kind itself. */
  readonly mirror?: readonly string[];
  /** Why swapped sides give no mirror; the kinds are then not reported in the other direction. */
  readonly oneWay?: string;
}

/** Languages whose callers usually pass arguments by their names. A renamed argument breaks them. */
const byName = ['python', 'ruby', 'php', 'dotnet', 'kotlin', 'swift'];
const of = (languages: readonly string[], impact: Impact): Readonly<Record<string, Impact>> =>
  Object.fromEntries(languages.map((language) => [language, impact]));

export const changeKinds = {
  'language-removed': { about: 'a language of the site is gone', impact: 'breaking', mirror: ['language-added'] },
  'language-added': { about: 'a language is new', impact: 'addition', mirror: ['language-removed'] },
  'page-removed': {
    about: 'a page is gone, and its address leads nowhere',
    impact: 'breaking',
    mirror: ['page-added'],
  },
  'page-redirected': {
    about: 'a page is gone, and its address leads to another page',
    impact: 'risk',
    mirror: ['page-added'],
  },
  'page-added': { about: 'a page is new', impact: 'addition', mirror: ['page-removed', 'page-redirected'] },
  'page-moved': {
    about: 'a page has another address, with a redirect',
    impact: 'risk',
    mirror: ['page-moved', 'page-lost-address'],
  },
  'page-lost-address': {
    about: 'a page has another address, without a redirect',
    impact: 'breaking',
    mirror: ['page-moved', 'page-lost-address'],
  },
  'redirect-removed': {
    about: 'an old address leads nowhere any more',
    impact: 'breaking',
    mirror: ['redirect-added'],
  },
  'redirect-added': { about: 'a redirect is new', impact: 'text', mirror: ['redirect-removed'] },
  'redirect-changed': { about: 'an old address leads to another place', impact: 'risk' },
  'entity-removed': { about: 'an entity is gone', impact: 'breaking', mirror: ['entity-added'] },
  'entity-added': { about: 'an entity is new', impact: 'addition', mirror: ['entity-removed', 'deprecated-removed'] },
  'entity-id-changed': { about: 'the `id` of an entity has changed, and with it its anchors', impact: 'breaking' },
  'entity-moved': { about: 'an entity stands on another page', impact: 'breaking' },
  'entity-kind-changed': { about: 'an object has become a method, or a method an object', impact: 'breaking' },
  'form-removed': { about: 'an entity has no form in a language any more', impact: 'breaking', mirror: ['form-added'] },
  'form-added': {
    about: 'an entity has a form in a further language',
    impact: 'addition',
    mirror: ['form-removed', 'deprecated-removed'],
  },
  'form-renamed': {
    about: 'the `key` of an entity has changed',
    impact: 'breaking',
    byLanguage: of(['curl', 'json'], 'text'),
  },
  'verb-changed': { about: 'the HTTP verb has changed', impact: 'breaking' },
  'path-changed': { about: 'the path of a request has changed', impact: 'breaking' },
  'path-parameter-renamed': { about: 'a parameter in the path of a request has another name', impact: 'text' },
  'deprecated-removed': {
    about: 'something is gone that was deprecated',
    impact: 'risk',
    mirror: ['entity-added', 'form-added', 'input-added', 'required-input-added', 'output-added'],
  },
  'input-removed': {
    about: 'a parameter or its member is gone',
    impact: 'breaking',
    mirror: ['input-added', 'required-input-added'],
  },
  'input-added': {
    about: 'an optional parameter or member is new',
    impact: 'addition',
    mirror: ['input-removed', 'deprecated-removed'],
  },
  'required-input-added': {
    about: 'a required parameter or member is new',
    impact: 'breaking',
    mirror: ['input-removed', 'deprecated-removed'],
  },
  'output-removed': { about: 'a property or a returned value is gone', impact: 'breaking', mirror: ['output-added'] },
  'output-added': {
    about: 'a property or a returned value is new',
    impact: 'addition',
    mirror: ['output-removed', 'deprecated-removed'],
  },
  'input-required': { about: 'an optional parameter is required now', impact: 'breaking', mirror: ['input-optional'] },
  'input-optional': { about: 'a required parameter is optional now', impact: 'addition', mirror: ['input-required'] },
  'output-optional': {
    about: 'a value that was always there may be absent',
    impact: 'risk',
    mirror: ['output-required'],
  },
  'output-required': {
    about: 'a value that could be absent is always there',
    impact: 'addition',
    mirror: ['output-optional'],
  },
  'argument-renamed': {
    about: 'a parameter that is passed on its own has another name',
    impact: 'text',
    byLanguage: of([...byName, 'curl', 'json'], 'breaking'),
  },
  'arguments-reordered': {
    about: 'parameters that are passed on their own have another order',
    impact: 'breaking',
    byLanguage: of(byName, 'risk'),
  },
  'input-renamed': { about: 'a member of a parameter has another name', impact: 'breaking' },
  'output-renamed': { about: 'a property has another name', impact: 'breaking' },
  'input-type-narrowed': {
    about: 'a parameter takes fewer values',
    impact: 'breaking',
    mirror: ['input-type-widened'],
  },
  'input-type-widened': { about: 'a parameter takes more values', impact: 'addition', mirror: ['input-type-narrowed'] },
  'output-type-widened': {
    about: 'a property may have more values',
    impact: 'breaking',
    mirror: ['output-type-narrowed'],
  },
  'output-type-narrowed': { about: 'a property has fewer values', impact: 'addition', mirror: ['output-type-widened'] },
  'type-replaced': { about: 'a value has another type, which excludes the old one', impact: 'breaking' },
  'type-changed': { about: 'a value has another type, and how the two relate is unknown', impact: 'risk' },
  'type-notation': { about: 'the same type is written in another way', impact: 'text' },
  'type-added': { about: 'a value has a type that had none', impact: 'text', mirror: ['type-lost'] },
  'type-lost': { about: 'a value has no type any more', impact: 'text', mirror: ['type-added'] },
  'enum-value-removed': {
    about: 'one of the possible values is gone',
    impact: 'breaking',
    mirror: ['input-enum-value-added', 'output-enum-value-added'],
  },
  'input-enum-value-added': {
    about: 'a parameter takes a further value',
    impact: 'addition',
    mirror: ['enum-value-removed'],
  },
  'output-enum-value-added': {
    about: 'a property may have a further value',
    impact: 'risk',
    mirror: ['enum-value-removed'],
  },
  'default-changed': { about: 'the default has changed', impact: 'risk' },
  'nesting-changed': { about: 'a value stands inside another container', impact: 'breaking' },
  'email-changed': { about: 'a call sends an e-mail, or sends none any more', impact: 'risk' },
  'anchor-lost': {
    about: 'an anchor is gone that links may lead to',
    impact: 'breaking',
    oneWay: 'a new anchor breaks no link; its heading is a change of the body',
  },
  'deprecation-set': { about: 'something is deprecated now', impact: 'addition', mirror: ['deprecation-cleared'] },
  'deprecation-cleared': {
    about: 'something is not deprecated any more',
    impact: 'addition',
    mirror: ['deprecation-set'],
  },
  'since-changed': { about: 'the version that brought it is another one', impact: 'text' },
  'sample-removed': { about: 'a sample is gone', impact: 'risk', mirror: ['sample-added'] },
  'sample-added': { about: 'a sample is new', impact: 'addition', mirror: ['sample-removed'] },
  'sample-changed': { about: 'the code of a sample has changed', impact: 'text' },
  'sample-outdated': {
    about: 'a sample still uses a name that is removed or renamed',
    impact: 'breaking',
    oneWay: 'swapped sides add the name, and the sample may use it',
  },
  'description-changed': { about: 'the words of a description have changed', impact: 'text' },
  'title-changed': { about: 'a title has changed', impact: 'text' },
  'body-changed': { about: 'the words of a page have changed', impact: 'text' },
} as const satisfies Readonly<Record<string, KindSpec>>;

export type ChangeKind = keyof typeof changeKinds;

export const changeKindNames = Object.keys(changeKinds) as readonly ChangeKind[];

/** The facts about a kind, with all optional ones. */
export function kindSpec(kind: ChangeKind): KindSpec {
  return changeKinds[kind];
}
