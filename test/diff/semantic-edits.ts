// Random edits of a content folder whose meaning is known: each edit says which change `stele diff` must report. Pages
// are edited as data and written again, so every edit also formats its page in another way.

import { parse, stringify } from 'yaml';
import type { Random } from '../../scripts/bench/seeded-random.ts';

export type Site = Map<string, string>;

/** What an edit must be reported as: kind, languages, and the route of its page. */
export interface Expected {
  readonly kind: string;
  readonly languages: readonly string[];
  readonly route: string;
}

interface ItemData {
  key?: string;
  type?: string;
  optional?: boolean;
  description?: string;
  default?: unknown;
  deprecated?: unknown;
  since?: string;
  properties?: (ItemData | string)[];
  [key: string]: unknown;
}

interface EntityData extends ItemData {
  id?: string;
  title?: string;
  parameters?: (ItemData | string)[];
  returns?: (ItemData | string)[];
}

interface PageData {
  title?: string;
  descriptions?: Record<string, unknown>;
  reference?: Record<string, EntityData[]>;
}

/** A field that can be edited without another effect. */
interface Spot {
  readonly language: string;
  readonly entity: EntityData;
  readonly list: (ItemData | string)[];
  readonly item: ItemData;
  readonly direction: 'input' | 'output';
  /** Whether it is passed on its own. */
  readonly isArgument: boolean;
}

export interface OpenPage {
  readonly path: string;
  readonly route: string;
  readonly data: PageData;
  body: string;
}

export function openPage(site: Site, path: string): OpenPage | undefined {
  const match = /^---\n([^]*?)\n---\n([^]*)$/.exec(site.get(path)!);
  if (match === null) return undefined;
  const route = path.replace(/\.mdx?$/, '').replace(/(?:^|\/)index$/, '');
  return { path, route, data: parse(match[1]!) as PageData, body: match[2]! };
}

export function writePage(site: Site, { path, data, body }: OpenPage): void {
  site.set(path, `---\n${stringify(data, { aliasDuplicateObjects: false })}---\n${body}`);
}

/** Fields with a name, at the top of the lists of entities, which no reference shows. */
function spotsOf(site: Site, { data }: OpenPage): readonly Spot[] {
  const everything = [...site.values()].join('\n');
  const spots: Spot[] = [];
  for (const [language, entities] of Object.entries(data.reference ?? {})) {
    if (language === 'json') continue;
    for (const entity of entities) {
      if (entity.id === undefined || everything.includes(`(${entity.key}.`)) continue;
      const isMethod = entity.parameters !== undefined || entity.returns !== undefined;
      for (const name of ['properties', 'parameters', 'returns'] as const) {
        const list = entity[name] ?? [];
        if (isMethod && name === 'properties') continue;
        for (const item of list) {
          if (typeof item === 'string' || item.key === 'anonymous' || item.properties !== undefined) continue;
          if (list.length < 2 || /^(?:ctx|err|cancellationToken|builder\(\))$/.test(item.key!)) continue;
          const direction = name === 'parameters' ? 'input' : 'output';
          spots.push({ language, entity, list, item, direction, isArgument: direction === 'input' });
        }
      }
    }
  }
  return spots;
}

type Edit = (site: Site, page: OpenPage, random: Random) => Omit<Expected, 'route'> | undefined;

/** An edit of one field in one language. */
function ofField(edit: (spot: Spot, random: Random) => string | undefined): Edit {
  return (site, page, random) => {
    const spots = spotsOf(site, page);
    if (spots.length === 0) return undefined;
    const spot = random.pick(spots);
    const kind = edit(spot, random);
    return kind === undefined ? undefined : { kind, languages: [spot.language] };
  };
}

const basicTypes = /^(?:string|str|String|number|int|Integer|integer|boolean|bool|Boolean|float64|int64|long)$/;
const unions: Readonly<Record<string, (type: string) => string>> = {
  js: (type) => `${type} | null`,
  python: (type) => `Optional[${type}]`,
  php: (type) => `?${type}`,
  dotnet: (type) => `${type}?`,
};

const snippet = 'Words that an edit has added.';

export const edits: Readonly<Record<string, Edit>> = {
  'removes a field': ofField(({ list, item, direction }) => {
    list.splice(list.indexOf(item), 1);
    return item.deprecated === undefined ? `${direction}-removed` : 'deprecated-removed';
  }),
  'adds an optional field': ofField(({ list, item, direction }) => {
    list.push({ key: 'zebra', type: item.type ?? 'string', optional: true, description: snippet });
    return `${direction}-added`;
  }),
  'adds a required field': ofField(({ list, item, direction }) => {
    list.push({ key: 'zebra', type: item.type ?? 'string', description: snippet });
    return direction === 'input' ? 'required-input-added' : 'output-added';
  }),
  'makes a field required or optional': ofField(({ item, direction }) => {
    item.optional = !(item.optional ?? false);
    return `${direction}-${item.optional ? 'optional' : 'required'}`;
  }),
  'renames a field': ofField(({ item, isArgument }) => {
    if (item.description === undefined) return undefined;
    item.key = 'zebra';
    return isArgument ? 'argument-renamed' : 'output-renamed';
  }),
  'changes a default': ofField(({ item }) => {
    item.default = 42;
    return 'default-changed';
  }),
  'deprecates a field': ofField(({ item }) => {
    if (item.deprecated !== undefined) return undefined;
    item.deprecated = snippet;
    return 'deprecation-set';
  }),
  'changes the version of a field': ofField(({ item }) => {
    item.since = '99.1';
    return 'since-changed';
  }),
  'widens a type': ofField(({ item, language, direction }) => {
    const widen = unions[language];
    if (widen === undefined || !basicTypes.test(item.type ?? '')) return undefined;
    item.type = widen(item.type!);
    return `${direction}-type-widened`;
  }),
  'replaces a type': ofField(({ item, language }) => {
    if (language === 'curl' ? item.type !== 'string' : !/^(?:string|str|String)$/.test(item.type ?? ''))
      return undefined;
    item.type =
      { js: 'boolean', python: 'bool', ruby: 'Boolean', go: 'bool', php: 'bool', java: 'boolean' }[language] ??
      'boolean';
    if (language === 'dotnet') item.type = 'bool';
    return 'type-replaced';
  }),
  'writes a type in another way': ofField(({ item, language }) => {
    if (language !== 'js' || !/^\w+\[\]$/.test(item.type ?? '')) return undefined;
    item.type = `Array<${item.type!.slice(0, -2)}>`;
    return 'type-notation';
  }),
  'changes the order of arguments': ofField(({ list, item, direction, language }) => {
    const rest = list.filter((other) => typeof other !== 'string' && other !== item && other.properties === undefined);
    const other = rest[0] as ItemData | undefined;
    if (direction === 'output' || language === 'curl' || other === undefined) return undefined;
    const [a, b] = [list.indexOf(item), list.indexOf(other)];
    [list[a], list[b]] = [list[b]!, list[a]!];
    return 'arguments-reordered';
  }),
  'moves an argument into an options object': ofField(({ list, item, direction }) => {
    if (direction === 'output' || list.some((other) => typeof other !== 'string' && other.properties)) return undefined;
    list.splice(list.indexOf(item), 1, { key: 'options', type: 'ZebraOptions', properties: [item] });
    return 'nesting-changed';
  }),
  'changes words of a description': (_site, { data }, random) => {
    const texts: [Record<string, unknown>, string][] = [];
    const visit = (table: Record<string, unknown>): void => {
      for (const [key, value] of Object.entries(table)) {
        if (typeof value === 'string' && !/^\(.*\)$/.test(value)) texts.push([table, key]);
        else if (typeof value === 'object' && value !== null) visit(value as Record<string, unknown>);
      }
    };
    visit(data.descriptions ?? {});
    if (texts.length === 0) return undefined;
    const [table, key] = random.pick(texts);
    table[key] = `${String(table[key]).trimEnd()}\n\n${snippet}\n`;
    return { kind: 'description-changed', languages: ['*'] };
  },
  'removes a form': (_site, { data }, random) => {
    const languages = Object.keys(data.reference ?? {}).filter((id) => id !== 'json');
    if (data.reference?.['json'] || languages.length < 2) return undefined;
    const language = random.pick(languages);
    const forms = data.reference![language]!.filter(({ id }) => id !== undefined);
    const has = (entity: EntityData, id: string): boolean =>
      data.reference![id]!.some((other) => other.id === entity.id);
    const [form] = forms;
    if (form === undefined || !languages.some((id) => id !== language && has(form, id))) return undefined;
    data.reference![language] = data.reference![language]!.filter((other) => other !== form);
    return { kind: form.deprecated === undefined ? 'form-removed' : 'deprecated-removed', languages: [language] };
  },
  'changes the verb': (_site, { data }, random) => {
    const requests = (data.reference?.['curl'] ?? []).filter(({ type, id }) => id && /^[A-Z]+$/.test(type ?? ''));
    if (requests.length === 0) return undefined;
    const request = random.pick(requests);
    request.type = request.type === 'PUT' ? 'POST' : 'PUT';
    return { kind: 'verb-changed', languages: ['curl'] };
  },
  'changes a path': (_site, { data }, random) => {
    const requests = (data.reference?.['curl'] ?? []).filter(({ type, id }) => id && /^[A-Z]+$/.test(type ?? ''));
    if (requests.length === 0) return undefined;
    random.pick(requests).title += '/zebra';
    return { kind: 'path-changed', languages: ['curl'] };
  },
  'changes the title of a page': (_site, { data }) => {
    if (data.title === undefined) return undefined;
    data.title += ' and zebras';
    return { kind: 'title-changed', languages: [] };
  },
  'adds a paragraph': (_site, page) => {
    page.body += `\n${snippet}\n`;
    return { kind: 'body-changed', languages: [] };
  },
  'moves a page without a redirect': (site, page) => {
    if (page.data.reference === undefined || page.path.endsWith('index.mdx')) return undefined;
    if ([...site.values()].some((text) => text.includes(`/${page.route}`)) || page.body.includes('](.'))
      return undefined;
    site.delete(page.path);
    (page as { path: string }).path = page.path.replace(/\.mdx$/, '-zebra.mdx');
    return { kind: 'page-lost-address', languages: [] };
  },
};
