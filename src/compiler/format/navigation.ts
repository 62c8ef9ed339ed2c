// The frontmatter of `_navigation.mdx`: the tree of one section (format.md 1.4).

import { bounds } from '../source/index.ts';
import { flag, ignored, key, list, map, prose, shape, text, type ListSpec } from './spec.ts';

const links: ListSpec = list(() => map(() => navigationLinkShape));

export const navigationShape = shape(
  'a navigation',
  'The frontmatter of `_navigation.mdx`, which is the navigation of its folder. Without the file, the navigation ' +
    'follows the folders.',
  {
    title: key(prose, 'The title of the section.', 'Reference'),
    links: key(links, 'The links and groups of the first level.', '[{ title: Door, url: /reference/door }]'),
    originalPath: key(ignored, 'A path that another tool left here; Stele does not read it.', 'docs/_navigation.mdx'),
  },
);

export const navigationLinkShape = shape(
  'a navigation link',
  'An entry of `links`: a link, a group of links, or both.',
  {
    title: key(prose, 'The words of the link or of the group.', 'Door'),
    url: key(text(), 'A page of the site, or an address elsewhere.', '/reference/door'),
    links: key(
      links,
      'The links of the next level; there may be four levels.',
      '[{ title: Door, url: /reference/door }]',
    ),
    featureFlag: key(text(), 'The link exists only if `flags` in `site.yaml` has this name.', 'door-events'),
    excludeFromSearch: key(
      flag,
      'Whether the search leaves out the page, and the pages of the links below it.',
      'true',
    ),
  },
  ['title'],
  { oneOf: ['url', 'links'], levels: { key: 'links', max: bounds.navigationDepth, code: 'navigation-too-deep' } },
);
