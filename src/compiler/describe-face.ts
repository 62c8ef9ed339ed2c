// A page → its face: a text that changes with everything of it that other pages, lists of names and findings about
// other files may read. Anchors, titles and samples are no part of it; they are compared by whoever reads them.

import { NotKept } from './lazy.ts';
import {
  type Entity,
  type EntityForm,
  type FieldItem,
  type Item,
  type MarkdownText,
  type Page,
  type ResolvedItem,
  type ResolvedPage,
} from './model/index.ts';

/** The face of a page, and its own texts that belong to it, in order. Equal faces have equally many texts. */
export interface PageFace {
  readonly face: string;
  readonly texts: readonly MarkdownText[];
}

/**
 * Keys with places in files, with syntax trees, or with parts that are described elsewhere in the page. A short value
 * is described even under these names.
 */
const leftOut = new Set([
  'range',
  'keyRange',
  'languageRanges',
  'position',
  'node',
  'annotation',
  'page',
  'source',
  'entity',
]);

/**
 * Describes a page of a file.
 * @param isShownElsewhere whether other pages may show the rows of an entity; of other rows, only what names them and
 * where they are is described: not their types, defaults and notes
 * @throws NotKept if a value cannot be described
 */
export function describeFace(
  page: Page,
  resolved: ResolvedPage,
  isShownElsewhere: (entity: Entity) => boolean,
): PageFace {
  const texts: MarkdownText[] = [];
  const parts: string[] = [page.file.path];
  const visit = (inner: unknown): void => {
    if (inner === null || typeof inner !== 'object') parts.push(JSON.stringify(inner) ?? 'undefined');
    else if (Array.isArray(inner) || inner instanceof Set) {
      parts.push('[');
      for (const entry of inner) visit(entry);
      parts.push(']');
    } else if (inner instanceof Map) {
      parts.push('{');
      for (const [key, entry] of inner) {
        if (typeof key === 'string') parts.push(JSON.stringify(key));
        visit(entry);
      }
      parts.push('}');
    } else if (isText(inner)) {
      parts.push('text');
      if (inner.file === page.file) texts.push(inner);
    } else {
      // Getters of a class would not be seen.
      if (Object.getPrototypeOf(inner) !== Object.prototype) throw new NotKept('a value of a class');
      parts.push('(');
      for (const [key, entry] of Object.entries(inner)) {
        if (entry === undefined || isLeftOut(key, entry)) continue;
        parts.push(key);
        visit(entry);
      }
      parts.push(')');
    }
    parts.push(' ');
  };
  const { title: _title, description: _description, body, entities, ...written } = page;
  const rows = new Map(
    [...entities].map(([language, all]) => [
      language,
      all.map((entity) => withItems(entity, isShownElsewhere(entity))),
    ]),
  );
  visit([written, rows, body.syntax, body.isBroken]);
  const own = [...texts];
  const forms = resolved.entities.map(({ id, forms: all }) => [
    id,
    new Map([...all].map(([language, form]) => [language, isShownElsewhere(form.entity) ? form : withPlainRows(form)])),
  ]);
  visit([resolved.route, resolved.languages, resolved.breadcrumb, forms, resolved.shared]);
  return { face: parts.join(''), texts: own };
}

/** An entity with its items as plain objects, whose getters are values. */
function withItems(entity: Entity, isShownElsewhere: boolean): object {
  const describe = (items: readonly Item[] | undefined): readonly object[] | undefined =>
    items?.map((item) => (item.kind === 'field' ? describeField(item) : item));
  const describeField = (item: FieldItem): DescribedField => ({
    key: item.key.value,
    description: item.description,
    isBare: item.isBare,
    display: item.display,
    properties: describe(item.properties),
    ...(isShownElsewhere ? notesOf(item) : {}),
  });
  return {
    ...entity,
    properties: describe(entity.properties),
    parameters: describe(entity.parameters),
    returns: describe(entity.returns),
  };
}

/** What only its page shows of a row, if other pages cannot show the row. */
type Note = 'type' | 'optional' | 'default' | 'deprecated' | 'since' | 'title';

type DescribedField = Readonly<Record<Exclude<keyof FieldItem, Note | 'kind' | 'range'>, unknown>>;

function notesOf(item: FieldItem): Readonly<Record<Note, unknown>> {
  const { type, optional, default: preset, deprecated, since, title } = item;
  return { type, optional, default: preset, deprecated, since, title };
}

const plainRow = {
  isOptional: undefined,
  default: undefined,
  deprecated: undefined,
  since: undefined,
  title: undefined,
};

function withPlainRows({ source, kind, description, lists }: EntityForm): object {
  const plain = (items: readonly ResolvedItem[]): readonly object[] =>
    items.map((item) => ({
      ...item,
      ...plainRow,
      // The entities that a type names.
      type: (item.type ?? []).flatMap(({ target }) => target ?? []),
      children: plain(item.children),
    }));
  return { source, kind, description, lists: lists.map(({ name, items }) => [name, plain(items)]) };
}

function isLeftOut(key: string, value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return leftOut.has(key) || (key === 'file' && 'text' in value);
}

function isText(value: object): value is MarkdownText {
  return 'rangeOf' in value && 'tree' in value;
}
