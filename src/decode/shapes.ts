// The keys of every map of the content format, in one place: what decoders accept and messages suggest.

import type { Shape } from './map-reader.ts';

/** Gives a shape its keys as a type. */
function shape<K extends string>(where: string, keys: Shape<K>['keys']): Shape<K> {
  return { where, keys };
}

/** format.md 2. */
export const pageShape = shape('a page', {
  title: 'text',
  description: 'any',
  descriptions: 'any',
  reference: 'map',
  showNextPage: 'boolean',
  breadcrumb: 'map',
  icon: 'text',
  externalAssets: 'map',
  hideCopyButton: 'boolean',
  featureFlag: 'text',
  originalPath: 'ignored',
});

export const breadcrumbShape = shape('`breadcrumb`', { title: 'text', url: 'text' });

/** format.md 4, entities. */
export const entityShape = shape('an entity', {
  key: 'text',
  id: 'text',
  url: 'text',
  title: 'text',
  type: 'text',
  properties: 'list',
  parameters: 'list',
  returns: 'list',
  patternBefore: 'text',
  sendsEmail: 'boolean',
  description: 'any',
  optional: 'boolean',
  deprecated: 'any',
  since: 'text',
});

/** format.md 4, items. */
export const itemShape = shape('an item', {
  key: 'text',
  type: 'text',
  description: 'any',
  optional: 'boolean',
  properties: 'list',
  unwrap: 'boolean',
  expanded: 'boolean',
  title: 'text',
  default: 'text',
  deprecated: 'any',
  since: 'text',
});

/** format.md 1, `_navigation.mdx`. */
export const navigationShape = shape('a navigation', { title: 'text', links: 'list', originalPath: 'ignored' });

export const navigationLinkShape = shape('a navigation link', {
  title: 'text',
  url: 'text',
  links: 'list',
  featureFlag: 'text',
  excludeFromSearch: 'boolean',
});

/** format.md 8. What is not supported yet is accepted with a warning, so that a site's file stays valid. */
export const siteShape = shape('site.yaml', {
  format: 'any',
  title: 'text',
  description: 'text',
  logo: 'unsupported',
  accent: 'unsupported',
  footer: 'text',
  url: 'text',
  languages: 'list',
  sections: 'list',
  header: 'list',
  edit: 'text',
  variants: 'list',
  components: 'unsupported',
  mdx: 'unsupported',
  flags: 'list',
  severities: 'map',
  redirects: 'unsupported',
  budgets: 'unsupported',
});

export const languageShape = shape('a language', {
  id: 'text',
  label: 'text',
  extensions: 'list',
  grammar: 'text',
  package: 'map',
  casing: 'unsupported',
});

export const packageShape = shape('`package`', { name: 'text', version: 'text', install: 'text', url: 'text' });

export const sectionShape = shape('a section', { title: 'text', path: 'text' });

export const headerLinkShape = shape('a header link', { title: 'text', url: 'text' });
