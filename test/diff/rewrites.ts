// Random edits of a content folder that change nothing for readers. `stele diff` must report nothing.

import type { Random } from '../../scripts/bench/seeded-random.ts';
import { openPage, writePage, type OpenPage, type Site } from './semantic-edits.ts';

type Rewrite = (site: Site, page: OpenPage, random: Random) => boolean;

/** Each returns whether it has changed the page. */
export const rewrites: Readonly<Record<string, Rewrite>> = {
  'writes the frontmatter in another way': () => true,
  'changes the order of languages': (_site, { data }) => {
    if (data.reference === undefined) return false;
    data.reference = Object.fromEntries(Object.entries(data.reference).toReversed());
    return true;
  },
  'changes the order of keys': (_site, { data }) => {
    for (const entities of Object.values(data.reference ?? {}))
      for (const entity of entities) {
        const entries = Object.entries(entity).toReversed();
        for (const key of Object.keys(entity)) delete entity[key];
        Object.assign(entity, Object.fromEntries(entries));
      }
    return data.reference !== undefined;
  },
  'changes the order of properties': (_site, { data }, random) => {
    const objects = Object.values(data.reference ?? {})
      .flat()
      .filter(({ parameters, returns, properties }) => !parameters && !returns && (properties?.length ?? 0) > 1);
    if (objects.length === 0) return false;
    random.pick(objects).properties!.reverse();
    return true;
  },
  'moves the descriptions to another file': (site, { data, path }) => {
    if (data.descriptions === undefined) return false;
    const texts = JSON.stringify(data.descriptions);
    // A relative link depends on the file.
    if (/\]\(\.|\]\((?!\/|https?:|#)/.test(texts)) return false;
    const groups = Object.keys(data.descriptions);
    const target = [...site.keys()].find((other) => {
      const page = other.endsWith('.mdx') && other !== path ? openPage(site, other) : undefined;
      const own = Object.keys(page?.data.descriptions ?? {});
      return own.length > 0 && !own.some((group) => groups.includes(group));
    });
    if (target === undefined) return false;
    const other = openPage(site, target)!;
    other.data.descriptions = { ...other.data.descriptions, ...data.descriptions };
    writePage(site, other);
    delete data.descriptions;
    return true;
  },
  'renames the paths of descriptions': (site, page) => {
    const [group] = Object.keys(page.data.descriptions ?? {});
    if (group === undefined || typeof page.data.descriptions![group] !== 'object') return false;
    // A group in several files would be split, and an entity without a description has the text of its id.
    const owners = [...site].filter(([, text]) => new RegExp(`^ {2}${group}:`, 'm').test(text));
    const ids = [...site.values()].some((text) =>
      new RegExp(`^ +(?:- )?id: ${group.replaceAll('_', '[_-]')}$`, 'm').test(text),
    );
    if (owners.length !== 1 || ids) return false;
    page.data.descriptions = { zebra: page.data.descriptions![group], ...page.data.descriptions };
    delete page.data.descriptions[group];
    const text = (all: string): string => all.replaceAll(`(${group}.`, '(zebra.').replaceAll(`(${group})`, '(zebra)');
    for (const [path, old] of site) if (path.endsWith('.mdx')) site.set(path, text(old));
    const data = JSON.parse(text(JSON.stringify(page.data))) as OpenPage['data'];
    Object.assign(page.data, data);
    return true;
  },
  'breaks the lines of the body in another way': (_site, page) => {
    const before = page.body;
    // The lines of code have a meaning.
    const parts = page.body.split(/^(```[^]*?^```$)/m);
    const broken = parts.map((part) =>
      part.startsWith('```') ? part : part.replace(/^([A-Z][a-z]+) ([a-z]+ [^|`<>\n]+)$/gm, '$1\n$2'),
    );
    page.body = broken.join('');
    return page.body !== before;
  },
  'marks lists in another way': (_site, page) => {
    const before = page.body;
    if (/^(?:```|\s+-)/m.test(before)) return false;
    page.body = page.body.replace(/^- /gm, '* ');
    return page.body !== before;
  },
  'renames a sample': (site, page) => {
    const stem = /<CodeBlock[^>]*\bfile="([\w-]+)"/.exec(page.body)?.[1];
    if (stem === undefined) return false;
    const others = [...site].filter(([path, text]) => path !== page.path && text.includes(`"${stem}"`));
    const samples = [...site.keys()].filter((path) => new RegExp(`/_samples/${stem}\\.\\w+$`).test(path));
    const folders = new Set(samples.map((path) => path.slice(0, path.indexOf('/_samples/'))));
    if (others.length > 0 || samples.length === 0 || folders.size !== 1) return false;
    for (const path of samples) {
      site.set(path.replace(`/_samples/${stem}.`, '/_samples/zebra.'), site.get(path)!);
      site.delete(path);
    }
    page.body = page.body.replaceAll(`file="${stem}"`, 'file="zebra"');
    return true;
  },
};

export function rewriteAtRandom(site: Site, paths: readonly string[], random: Random): string | undefined {
  const name = random.pick(Object.keys(rewrites));
  const page = openPage(site, random.pick(paths));
  if (page === undefined || !rewrites[name]!(site, page, random)) return undefined;
  writePage(site, page);
  return `${name}: ${page.path}`;
}
