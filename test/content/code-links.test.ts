// Links from names in the example's samples to the reference, in every language. No link leads to a wrong place.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import type { LanguageId, PageView, SiteData } from '../../src/compiler/model/index.ts';
import { openProject, openSite } from '../../src/project/index.ts';
import { strings } from '../../src/site/strings/en.ts';
import { repository } from '../site/run-stele.ts';

const languages = ['curl', 'js', 'python', 'ruby', 'go', 'php', 'java', 'dotnet'];

let site: SiteData;
const views = new Map<string, PageView>();

beforeAll(async () => {
  site = await openSite(await openProject(join(repository, 'content')));
  for (const address of site.addresses) {
    if (address.language)
      views.set(`${address.language} ${address.route}`, await site.viewPage(address, strings.values));
  }
});

/** The lines of a panel, as HTML. */
function linesOf(view: PageView, block: number, panel: number): readonly string[] {
  const code = view.blocks[block]?.panels[panel]?.code;
  return `${code?.html ?? ''}${code?.rest ? `\n${code.rest.html}` : ''}`.split('\n');
}

const link = /<a [^>]*href="([^"]*)">([^<]*)<\/a>/g;

/** The target of a link on a page: its route in the same language, and the anchor. */
function targetOf(route: string, href: string): string {
  const { pathname, hash } = new URL(href, new URL(route === '' ? '' : `${route}/`, 'http://site/'));
  return pathname.slice(1, -1) + decodeURIComponent(hash);
}

const rows = readFileSync(join(repository, 'test/fixtures/code-links/hand-checked.tsv'), 'utf8')
  .split('\n')
  .filter((line) => line !== '' && !line.startsWith('#'))
  .map((line) => line.split('\t') as [LanguageId, string, string, string, string, string]);

test('the list checked by hand has at least 50 links, and every language', () => {
  expect(rows.filter(([, , , , , target]) => target !== '-').length).toBeGreaterThanOrEqual(50);
  expect(new Set(rows.map(([language]) => language))).toEqual(new Set(languages));
});

test.each(rows)('%s %s %s:%s %s → %s', (language, route, place, line, name, target) => {
  const [block, panel] = place.split('.').map(Number) as [number, number];
  const html = linesOf(views.get(`${language} ${route}`)!, block, panel)[Number(line) - 1]!;
  const found = [...html.matchAll(link)]
    .filter(([, , text]) => text === name)
    .map(([, href]) => targetOf(route, href!));
  expect(html.replace(/<[^>]+>/g, '')).toContain(name);
  expect(found).toEqual(target === '-' ? [] : [target]);
});

describe.each(languages)('%s', (language) => {
  const pages = () => [...views].filter(([key]) => key.startsWith(`${language} `)).map(([, view]) => view);

  test('at least nine of ten method pages have a link from a sample to the reference', () => {
    const methods = pages().filter(({ blocks }) => blocks.some(({ entity }) => entity?.kind === 'method'));
    const linked = methods.filter(({ blocks }) =>
      blocks.some(({ panels }) => panels.some(({ label, code }) => label !== 'JSON' && code?.html.includes('<a '))),
    );
    expect(methods.length).toBeGreaterThan(10);
    expect(linked.length / methods.length).toBeGreaterThanOrEqual(0.9);
  });

  test('every link has a relative address and leads to an anchor that exists in that language', () => {
    const wrong = pages().flatMap((view) =>
      view.blocks.flatMap(({ panels }, block) =>
        panels.flatMap((_, panel) =>
          linesOf(view, block, panel).flatMap((line) =>
            [...line.matchAll(link)]
              .filter(([, href]) => {
                const [route, anchor] = targetOf(view.address.route, href!).split('#') as [string, string];
                const page = views.get(`${language} ${route}`);
                return /^[/a-z]/.test(href!) || page === undefined || !anchorsOf(page).has(anchor);
              })
              .map(([whole]) => `${view.address.route}: ${whole}`),
          ),
        ),
      ),
    );
    expect(wrong).toEqual([]);
  });
});

test('a build prints the number of links that the pages have', () => {
  const drawn = [...views.values()].flatMap((view) =>
    view.blocks.flatMap(({ panels }, block) => panels.flatMap((_, panel) => linesOf(view, block, panel))),
  );
  const { linked, ambiguous } = site.codeLinks();
  console.log(`code links: ${linked} linked, ${ambiguous} ambiguous`);
  expect(linked).toBe(drawn.join('\n').match(link)!.length);
  expect(ambiguous).toBe(0);
});

function anchorsOf({ blocks, entities }: PageView): ReadonlySet<string> {
  const anchors = new Set<string>();
  const visit = (row: { anchor?: string | undefined; children: readonly unknown[] }): void => {
    if (row.anchor !== undefined) anchors.add(row.anchor);
    for (const child of row.children) visit(child as never);
  };
  for (const entity of [...blocks.flatMap((block) => block.entity ?? []), ...entities]) {
    anchors.add(entity.anchor);
    for (const list of entity.lists) {
      if (list.anchor !== undefined) anchors.add(list.anchor);
      list.rows.forEach(visit);
    }
  }
  return anchors;
}
