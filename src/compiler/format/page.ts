// The frontmatter of a page (format.md 2.2), without its entities.

import { entityShape } from './entity.ts';
import { noPrototype } from './text-rules.ts';
import {
  either,
  flag,
  ignored,
  key,
  list,
  map,
  markdown,
  prose,
  shape,
  table,
  text,
  verbatim,
  type TableSpec,
} from './spec.ts';

/** Markdown by name, at any depth: a text, or a group of texts. */
const descriptionTable: TableSpec = table('texts by name', { rules: [noPrototype] }, () =>
  either('text, or a map of texts', () => [markdown, descriptionTable]),
);

export const pageShape = shape('a page', 'The frontmatter of a page.', {
  title: key(prose, 'The title of the page.', 'Door', 'the first heading of the body'),
  description: key(
    prose,
    'One sentence of plain text for search engines and shared links.',
    'A door that people with a key can open.',
  ),
  descriptions: key(
    descriptionTable,
    'A table of Markdown texts. A `description` uses one by its path in parentheses, such as `(door.id)`.',
    '{ door: { id: The identifier of the door. } }',
  ),
  reference: key(
    table('lists of entities by language', { of: 'languages' }, () => list(() => map(() => entityShape))),
    'The objects, methods and shared parameters of the page, by language, in the order in which they are shown.',
    '{ ruby: [{ key: Door, id: door }] }',
  ),
  showNextPage: key(flag, 'Whether the page ends with links to the pages before and after it in the section.', 'true'),
  breadcrumb: key(
    map(() => breadcrumbShape),
    'The parent that is named above the title.',
    '{ title: Doors, url: /reference }',
    'the groups of the navigation that the page is in',
  ),
  icon: key(text(), 'The name of an icon for the page. Only `stele export` shows it.', 'door'),
  externalAssets: key(
    table('addresses by name', { rules: [noPrototype] }, () => verbatim()),
    'Addresses that the body uses as `externalAssets.name`.',
    '{ dashboard: https://dashboard.example.com }',
  ),
  hideCopyButton: key(flag, 'Whether code blocks of the page have no button that copies them.', 'true'),
  featureFlag: key(text(), 'The page exists only if `flags` in `site.yaml` has this name.', 'door-events'),
  originalPath: key(ignored, 'A path that another tool left here; Stele does not read it.', 'docs/door.mdx'),
});

export const breadcrumbShape = shape(
  '`breadcrumb`',
  'The parent that is named above the title of a page.',
  {
    title: key(prose, 'The words of the parent.', 'Doors'),
    url: key(text(), 'The page that the words lead to.', '/reference', 'words without a link'),
  },
  ['title'],
);
