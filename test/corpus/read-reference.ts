// A content folder → every row of every entity in every language, exactly as format.md 3.3 and 4.5 describe them. The
// code is simple and slow. Tests compare the export with its results, cell by cell.

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { itemsAt, readFrontmatter, stringAt, type MapValue, type Place, type Value } from './read-yaml.ts';

/** One cell of a table: a field in one language. Absent keys have the value undefined. */
export interface Row {
  readonly name: string | undefined;
  readonly type: string | undefined;
  readonly optional: boolean;
  readonly text: Text | undefined;
  readonly deprecated: true | Text | undefined;
  readonly since: string | undefined;
  readonly default: string | undefined;
  readonly title: string | undefined;
  readonly display: 'folded' | 'unwrap' | 'expanded';
  /** The entity that the row refers to. */
  readonly target: { readonly route: string; readonly id: string } | undefined;
  readonly place: Place;
  readonly items: readonly Row[];
  /** Facts that identity needs. Readers do not see them. */
  readonly trait: Trait;
}

export interface Trait {
  /** The key, also if it is `anonymous`. */
  readonly key: string;
  /** The path of its own description, or of the description of a reference's target. */
  readonly path: string | undefined;
  readonly isReference: boolean;
}

/** A text and its place. */
export interface Text {
  readonly text: string;
  readonly place: Place;
}

export interface Form {
  readonly route: string;
  readonly id: string;
  readonly language: string;
  /** `json` if that replaces a missing form. */
  readonly source: string;
  readonly kind: 'object' | 'method';
  readonly key: string;
  readonly title: string | undefined;
  readonly type: string | undefined;
  readonly lists: Readonly<Record<string, readonly Row[]>>;
}

/** Counts of placeholders and references, each as often as it is written. */
export interface Counts {
  /** Values of `description` that are placeholders. */
  placeholders: number;
  /** Placeholders without a text: `file:line:column path`. */
  readonly unresolvedPlaceholders: string[];
  /** Items that are references. */
  references: number;
  readonly unresolvedReferences: string[];
}

interface Page {
  readonly route: string;
  readonly folder: string;
  readonly frontmatter: MapValue;
}

interface Entity {
  readonly page: Page;
  readonly language: string;
  readonly map: MapValue;
  readonly key: string;
  readonly id: string | undefined;
}

/** format.md 8.2: without `site.yaml`, the languages found, in this order. */
const languageOrder = ['curl', 'js', 'python', 'ruby', 'go', 'php', 'java', 'dotnet'];

/**
 * Reads the whole reference.
 * @param flags feature flags that are on
 */
export function readReference(
  contentFolder: string,
  flags: readonly string[] = [],
): { readonly forms: readonly Form[]; readonly counts: Counts } {
  const pages = readPages(contentFolder, flags);
  const tree = mergeDescriptions(pages);
  const entities = pages.flatMap(entitiesOf);
  const counts: Counts = { placeholders: 0, unresolvedPlaceholders: [], references: 0, unresolvedReferences: [] };
  const reader = new RowReader(tree, entities, counts);
  const languages = languageOrder.filter((id) => entities.some(({ language }) => language === id));
  const forms: Form[] = [];
  for (const page of pages) {
    const own = entities.filter((entity) => entity.page === page && entity.id !== undefined);
    const read = new Map(own.map((entity) => [entity, reader.formOf(entity)]));
    for (const id of new Set(own.map((entity) => entity.id!))) {
      for (const language of languages) {
        const written =
          own.find((entity) => entity.id === id && entity.language === language) ??
          own.find((entity) => entity.id === id && entity.language === 'json');
        if (written) forms.push({ route: page.route, id, language, ...read.get(written)! });
      }
    }
  }
  // Shared parameters without references have texts too, which no form shows.
  for (const { map } of entities) reader.textOf(map);
  return { forms, counts };
}

/** format.md 1.2 and 2.5: pages in path order, without names that begin with `_` and pages whose flag is off. */
function readPages(folder: string, flags: readonly string[]): readonly Page[] {
  const paths = readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((path) => path.replaceAll('\\', '/'));
  return paths
    .filter((path) => /\.mdx?$/.test(path) && !path.split('/').some((segment) => segment.startsWith('_')))
    .sort((a, b) => (a < b ? -1 : 1))
    .flatMap((path) => {
      const frontmatter = readFrontmatter(path, readFileSync(join(folder, path), 'utf8'));
      if (frontmatter === undefined) return [];
      const flag = stringAt(frontmatter, 'featureFlag');
      if (flag !== undefined && !flags.includes(flag)) return [];
      const route = path.replace(/\.mdx?$/, '').replace(/(?:^|\/)index$/, '');
      return [{ route, folder: path.split('/').slice(0, -1).join('/'), frontmatter }];
    });
}

function entitiesOf(page: Page): readonly Entity[] {
  const reference = page.frontmatter.entries.get('reference');
  if (reference?.kind !== 'map') return [];
  return [...reference.entries].flatMap(([language, list]) =>
    (list.kind === 'list' ? list.items : []).flatMap((map) => {
      if (map.kind !== 'map') return [];
      const { key } = readKey(map);
      return [{ page, language, map, key, id: stringAt(map, 'id') }];
    }),
  );
}

/** format.md 4.4: the key without its suffixes. */
function readKey(map: MapValue): {
  readonly key: string;
  readonly isDeprecated: boolean;
  readonly isOptional: boolean;
} {
  const written = stringAt(map, 'key') ?? '';
  const isDeprecated = written.endsWith(' [Deprecated]');
  const current = isDeprecated ? written.slice(0, -' [Deprecated]'.length) : written;
  const isOptional = current.endsWith('?');
  return { key: isOptional ? current.slice(0, -1) : current, isDeprecated, isOptional };
}

type Tree = Map<string, Tree | Value>;

/** format.md 3.4: one tree, merged from all pages. The first definition of a path counts. */
function mergeDescriptions(pages: readonly Page[]): Tree {
  const tree: Tree = new Map();
  const merge = (into: Tree, table: MapValue): void => {
    for (const [key, value] of table.entries) {
      const there = into.get(key);
      if (value.kind === 'map') {
        const branch: Tree = there instanceof Map ? there : new Map(there === undefined ? [] : [['self', there]]);
        into.set(key, branch);
        merge(branch, value);
      } else if (there === undefined) into.set(key, value);
      else if (there instanceof Map && !there.has('self')) there.set('self', value);
    }
  };
  for (const { frontmatter } of pages) {
    const table = frontmatter.entries.get('descriptions');
    if (table?.kind === 'map') merge(tree, table);
  }
  return tree;
}

/** The leaf at a path: each level uses the longest key that exists. A map means its `self`. */
function lookUp(tree: Tree, segments: readonly string[]): Value | undefined {
  if (segments.length === 0) {
    const self = tree.get('self');
    return self instanceof Map ? undefined : self;
  }
  for (let length = segments.length; length > 0; length--) {
    const node = tree.get(segments.slice(0, length).join('.'));
    if (node instanceof Map) return lookUp(node, segments.slice(length));
    if (node !== undefined) return length === segments.length ? node : undefined;
  }
  return undefined;
}

class RowReader {
  readonly #tree: Tree;
  readonly #entities: readonly Entity[];
  readonly #counts: Counts;

  constructor(tree: Tree, entities: readonly Entity[], counts: Counts) {
    this.#tree = tree;
    this.#entities = entities;
    this.#counts = counts;
  }

  formOf(entity: Entity): Omit<Form, 'route' | 'id' | 'language'> {
    const { map, language, key } = entity;
    // An empty list counts as absent.
    const [properties, parameters, returns] = ['properties', 'parameters', 'returns'].map((name) => {
      const items = itemsAt(map, name);
      return items?.length === 0 ? undefined : items;
    });
    const rows = (items: readonly Value[], isResponse: boolean): readonly Row[] =>
      items.map((item) => this.#rowOf(item, entity.page, language, isResponse));
    // An object has `properties`. A method has `parameters`, `returns` or no lists; its `properties` are parameters.
    const isObject = properties !== undefined && parameters === undefined && returns === undefined;
    const requested = [...(parameters ?? []), ...(properties ?? [])];
    const lists: Record<string, readonly Row[]> = isObject
      ? { properties: rows(properties, false) }
      : {
          ...(parameters || properties ? { parameters: rows(requested, false) } : {}),
          ...(returns ? { returns: rows(returns, true) } : {}),
        };
    const [title, type] = [stringAt(map, 'title'), stringAt(map, 'type')];
    return { source: language, kind: isObject ? 'object' : 'method', key, title, type, lists };
  }

  #rowOf(item: Value, page: Page, language: string, isResponse: boolean): Row {
    if (item.kind === 'map') return this.#fieldRow(item, page, language, isResponse);
    const reference = /^\((\w+)(?:\.(\w+))?\)$/.exec(item.kind === 'scalar' ? String(item.value).trim() : '');
    if (reference === null) throw new Error(`${item.place.file}:${item.place.line}: neither an item nor a reference`);
    this.#counts.references += this.#isNew(item) ? 1 : 0;
    const [, key, member] = reference as unknown as [string, string, string | undefined];
    const entity = this.#findEntity(page, language, key);
    const items = entity && member !== undefined ? (itemsAt(entity.map, 'properties') ?? []) : [];
    const found = items.find((other): other is MapValue => other.kind === 'map' && readKey(other).key === member);
    if (entity === undefined || (member !== undefined && found === undefined)) {
      this.#counts.unresolvedReferences.push(describePlace(item.place));
      const name = member ?? key;
      return { ...emptyRow, name, place: item.place, trait: { key: name, path: undefined, isReference: true } };
    }
    const row = found
      ? this.#fieldRow(found, entity.page, language, isResponse)
      : this.#entityRow(entity, language, isResponse);
    return { ...row, place: item.place, trait: { ...row.trait, isReference: true } };
  }

  #fieldRow(map: MapValue, page: Page, language: string, isResponse: boolean): Row {
    const { key, isDeprecated, isOptional } = readKey(map);
    const has = (name: string): boolean => isTrue(map.entries.get(name));
    const items = itemsAt(map, 'properties');
    return {
      name: key === 'anonymous' ? undefined : key,
      type: stringAt(map, 'type'),
      optional: map.entries.has('optional') ? has('optional') : isOptional,
      text: this.textOf(map),
      deprecated: this.#deprecatedOf(map, isDeprecated),
      since: stringAt(map, 'since'),
      default: stringAt(map, 'default'),
      title: stringAt(map, 'title'),
      display: items === undefined ? 'folded' : has('unwrap') ? 'unwrap' : has('expanded') ? 'expanded' : 'folded',
      target: undefined,
      place: map.place,
      items: (items ?? []).map((item) => this.#rowOf(item, page, language, isResponse)),
      trait: { key, path: pathIn(map), isReference: false },
    };
  }

  /** The row of `(Entity)`: for an entity with an id, its name, text and link; for a shared parameter, its own keys. */
  #entityRow({ page, map, key, id }: Entity, language: string, isResponse: boolean): Row {
    const { isDeprecated } = readKey(map);
    const own = this.textOf(map);
    const selfPath = id === undefined ? [] : [id.replaceAll('-', '_'), 'self'];
    const self = id === undefined ? undefined : lookUp(this.#tree, selfPath);
    const isByItsId = !map.entries.has('description') && self !== undefined;
    return {
      ...emptyRow,
      name: key,
      type: id === undefined ? stringAt(map, 'type') : undefined,
      optional: !isResponse && isTrue(map.entries.get('optional')),
      text: own ?? this.#resolve(self),
      deprecated: this.#deprecatedOf(map, isDeprecated),
      since: stringAt(map, 'since'),
      target: id === undefined ? undefined : { route: page.route, id },
      place: map.place,
      items:
        id === undefined
          ? (itemsAt(map, 'properties') ?? []).map((item) => this.#rowOf(item, page, language, isResponse))
          : [],
      trait: { key, path: isByItsId ? selfPath.join('.') : pathIn(map), isReference: true },
    };
  }

  #deprecatedOf(map: MapValue, isInKey: boolean): true | Text | undefined {
    const value = map.entries.get('deprecated');
    if (value?.kind === 'scalar' && typeof value.value === 'string') {
      return { text: value.value.trim(), place: value.place };
    }
    return value === undefined ? isInKey || undefined : isTrue(value) || undefined;
  }

  /** By key in the same language. Of several, the one whose folder is nearest to the page. */
  #findEntity(page: Page, language: string, key: string): Entity | undefined {
    const found = this.#entities.filter((entity) => entity.language === language && entity.key === key);
    const common = (entity: Entity): number => {
      const [own, other] = [page.folder.split('/'), entity.page.folder.split('/')];
      const differs = own.findIndex((segment, i) => segment !== other[i]);
      return differs < 0 ? own.length : differs;
    };
    const most = Math.max(...found.map(common));
    return found.find((entity) => common(entity) === most);
  }

  /** The text of a map's `description`. */
  textOf(map: MapValue): Text | undefined {
    const value = map.entries.get('description');
    const text = this.#resolve(value);
    const path = pathIn(map);
    if (value === undefined || path === undefined || !this.#isNew(value)) return text;
    this.#counts.placeholders++;
    if (text === undefined) this.#counts.unresolvedPlaceholders.push(`${describePlace(value.place)} ${path}`);
    return text;
  }

  /** format.md 3.2: Markdown, or the text that a placeholder leads to. */
  #resolve(value: Value | undefined): Text | undefined {
    if (value?.kind !== 'scalar' || value.value === null) return undefined;
    const path = placeholderIn(value);
    if (path !== undefined) return this.#resolve(lookUp(this.#tree, path.split('.')));
    return { text: String(value.value).trim(), place: value.place };
  }

  readonly #seen = new Set<Value>();

  /** Whether a value is read for the first time. A value that several rows show counts once. */
  #isNew(value: Value): boolean {
    const isNew = !this.#seen.has(value);
    this.#seen.add(value);
    return isNew;
  }
}

/** The path in a map's `description`, if that is a placeholder. */
function pathIn(map: MapValue): string | undefined {
  const value = map.entries.get('description');
  return value && placeholderIn(value);
}

/** The path in a scalar that is a placeholder as a whole. */
function placeholderIn(value: Value): string | undefined {
  if (value.kind !== 'scalar' || typeof value.value !== 'string') return undefined;
  return /^\(([A-Za-z_]\w*(?:\.\w+)*)\)$/.exec(value.value.trim())?.[1];
}

function describePlace({ file, line, column }: Place): string {
  return `${file}:${line}:${column}`;
}

function isTrue(value: Value | undefined): boolean {
  return value?.kind === 'scalar' && value.value === true;
}

const emptyRow: Omit<Row, 'name' | 'place' | 'trait'> = {
  type: undefined,
  optional: false,
  text: undefined,
  deprecated: undefined,
  since: undefined,
  default: undefined,
  title: undefined,
  display: 'folded',
  target: undefined,
  items: [],
};
