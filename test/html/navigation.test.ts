// The navigation beside a page: complete for a small section, and limited to the part near the page for a large one.

import { describe, expect, test } from 'vitest';
import type { NavigationView, PageView, SectionFileLink } from '../../src/compiler/model/index.ts';
import { viewContent } from '../../src/outputs/index.ts';
import { compile, view } from '../compile.ts';

const plain = { highlight: () => [] };

/** A site with pages `ref/<name>.md` with titles, and the navigation of their section if it is given. */
function siteOf(names: readonly string[], navigation?: unknown) {
  const pages = names.map(
    (name) => [`ref/${name}.md`, `---\ntitle: Page ${name}\nshowNextPage: true\n---\n\nText.\n`] as const,
  );
  const tree =
    navigation === undefined
      ? []
      : [['ref/_navigation.mdx', `---\n${JSON.stringify({ title: 'Ref', links: navigation })}\n---\n`] as const];
  return compile(Object.fromEntries([['site.yaml', 'title: Site\nlanguages: [js, go]\n'], ...pages, ...tree]));
}

const numbers = (count: number, from = 0): readonly string[] =>
  Array.from({ length: count }, (_, i) => `p${String(i + from).padStart(4, '0')}`);
const link = (name: string, links: readonly unknown[] = []) => ({ title: `Page ${name}`, url: `/ref/${name}`, links });
const all = (links: readonly NavigationView[]): readonly NavigationView[] =>
  links.flatMap((one) => [one, ...all(one.links)]);
const titles = (links: readonly NavigationView[]): readonly string[] => all(links).map(({ title }) => title);

/** `count` groups of `size` pages each. A group has its own page if `hasPage` is true. */
function groups(count: number, size: number, hasPage: boolean) {
  const names = numbers(count).map((name) => ({
    name: `g${name}`,
    pages: numbers(size).map((page) => `g${name}-${page}`),
  }));
  const navigation = names.map(({ name, pages }) => ({
    title: `Group ${name}`,
    ...(hasPage ? { url: `/ref/${name}` } : {}),
    links: pages.map((page) => link(page)),
  }));
  return siteOf(
    names.flatMap(({ name, pages }) => [...(hasPage ? [name] : []), ...pages]),
    navigation,
  );
}

test('a section of 150 links is complete beside each of its pages', async () => {
  const page = await view(siteOf(numbers(150)), 'ref/p0007');
  expect(titles(page.navigation)).toHaveLength(150);
  expect(page.largeSection).toBeUndefined();
});

describe('a flat section of 1,000 pages', () => {
  const site = siteOf(numbers(1000));

  test.each([
    ['the first', 'ref/p0000', [959]],
    ['one in the middle', 'ref/p0500', [480, 479]],
    ['the last', 'ref/p0999', [959]],
  ])('shows %s with its neighbours, and the number of other pages', async (_name, route, expected) => {
    const { navigation } = await view(site, route);
    expect(navigation.filter(({ left }) => left !== undefined).map(({ left }) => left)).toEqual(expected);
    expect(navigation.filter(({ left }) => left === undefined)).toHaveLength(41);
    expect(navigation.filter(({ isCurrent }) => isCurrent).map(({ href }) => href)).toEqual([`../../${route}/`]);
  });

  test('links to all pages by letter, in every language, on pages that the sitemap lacks', async () => {
    const data = viewContent(site.resolved, plain);
    expect(data.lists).toEqual([
      { route: 'ref/_all' },
      { route: 'ref/_all', language: 'js' },
      { route: 'ref/_all', language: 'go' },
    ]);
    expect(data.addresses.some(({ route }) => route === 'ref/_all')).toBe(false);
    const page = await view(site, 'ref/_all', 'go');
    expect(page).toMatchObject({
      title: 'All pages of Ref',
      hasBody: false,
      breadcrumb: [{ title: 'Ref', href: '../../ref/p0000/' }],
      head: { isUnlisted: true },
    });
    expect(page.letters!.map(({ letter, links }) => [letter, links.length])).toEqual([['P', 1000]]);
    expect(page.letters![0]!.links[500]).toMatchObject({ title: 'Page p0500', href: '../../ref/p0500/' });
  });

  test('keeps previous and next at the ends of the shown part', async () => {
    expect((await view(site, 'ref/p0520')).next).toMatchObject({ href: '../../ref/p0521/' });
  });
});

describe.each([true, false])('a section of 50 groups (with pages of their own: %s)', (hasPage) => {
  const site = groups(50, 20, hasPage);

  test('shows its top level, and the links of the group that the page is in', async () => {
    const { navigation, largeSection } = await view(site, 'ref/gp0007-p0003');
    expect(navigation).toHaveLength(50);
    expect(navigation.filter(({ isClosed }) => isClosed)).toHaveLength(49);
    expect(navigation[7]!.links).toHaveLength(20);
    expect(largeSection).toMatchObject({
      file: '_navigation/ref.json',
      all: { href: '../../ref/_all/', isCurrent: false },
    });
  });

  test('links each closed group to a page that shows it open', async () => {
    const { navigation } = await view(site, 'ref/gp0007-p0003');
    for (const [i, { href, isClosed }] of navigation.entries()) {
      if (!isClosed) continue;
      const there = await view(site, /ref\/(.*)\/$/.exec(href!)![0].slice(0, -1));
      expect(there.navigation[i]!.links, href).toHaveLength(20);
    }
  });

  test('has each link in the section’s file, at the place that a closed group names', async () => {
    const data = viewContent(site.resolved, plain);
    const file = JSON.parse(data.writeNavigation().get('_navigation/ref.json')!) as readonly SectionFileLink[];
    const { navigation } = await view(site, 'ref/gp0007-p0003');
    for (const closed of navigation.filter(({ isClosed }) => isClosed)) {
      const [title, , , links] = file[Number(closed.at)]!;
      expect([title, links.length]).toEqual([closed.title, 20]);
    }
    expect([...viewContent(site.resolved, plain).writeNavigation()]).toEqual([...data.writeNavigation()]);
  });
});

test.each([
  ['flat', (count: number) => siteOf(numbers(count)), 'ref/p0050'],
  ['in few groups', (count: number) => groups(4, count / 4, true), 'ref/gp0002-p0020'],
  ['in many groups', (count: number) => groups(count / 2, 2, false), 'ref/gp0030-p0001'],
])('a large section, %s, adds at most 150 links to a page, whatever its size', async (_name, make, route) => {
  const counts = await Promise.all(
    [400, 2000].map(async (count) => all((await view(make(count), route)).navigation).length),
  );
  // 150 links, and the links in place of the rest of a level.
  expect(Math.max(...counts)).toBeLessThanOrEqual(152);
});

test('links lead from each page of a large section to all others', async () => {
  const site = groups(12, 60, false);
  const reached = new Set<string>();
  const open = ['ref/gp0003-p0030'];
  const follow = ({ navigation, largeSection, letters = [] }: PageView): void => {
    const links = [...all(navigation), ...letters.flatMap((letter) => letter.links), largeSection!.all];
    for (const { href } of links) {
      const route = href === undefined ? undefined : /ref\/.*(?=\/$)/.exec(href)?.[0];
      if (route !== undefined && !reached.has(route)) {
        reached.add(route);
        open.push(route);
      }
    }
  };
  for (let route = open.pop(); route !== undefined && reached.size < 721; route = open.pop())
    follow(await view(site, route));
  expect(reached.size).toBe(12 * 60 + 1);
});

test('nested levels share the limit of a page', async () => {
  const deep = numbers(100).map((name, i) =>
    link(
      name,
      i === 50
        ? numbers(200, 1000).map((inner, k) =>
            link(inner, k === 100 ? numbers(300, 2000).map((last) => link(last)) : []),
          )
        : [],
    ),
  );
  const site = siteOf([...numbers(100), ...numbers(200, 1000), ...numbers(300, 2000)], deep);
  const { navigation } = await view(site, 'ref/p2150');
  expect(all(navigation).length).toBeLessThanOrEqual(156);
  expect(all(navigation).filter(({ isCurrent }) => isCurrent)).toHaveLength(1);
});

test('the letters ignore accents and case; other characters come first', async () => {
  const names = numbers(160);
  const own = ['Émission', 'echo', 'Zoo', '404', '$ref', 'Ärger'];
  const navigation = [
    ...own.map((title, i) => ({ title, url: `/ref/${names[i]}` })),
    ...names.slice(6).map((name) => link(name)),
  ];
  const { letters } = await view(siteOf(names, navigation), 'ref/_all');
  expect(letters!.map(({ letter }) => letter)).toEqual(['#', 'A', 'E', 'P', 'Z']);
  expect(letters![2]!.links.map(({ title }) => title)).toEqual(['echo', 'Émission']);
  expect(letters!.map(({ anchor }) => anchor).every((anchor) => anchor.startsWith('-'))).toBe(true);
});

test('a page with all sections shows the first links of each if all links are too many', async () => {
  const sections = (await view(siteOf(numbers(1000)), '')).sections!;
  expect(sections[0]!.links).toHaveLength(151);
  expect(sections[0]!.links.at(-1)).toMatchObject({ left: 850, href: './ref/_all/' });
});
