// Which pages an edit draws again: all whose views differ, and few others. Random edits of more sites:
// answers.long.test.ts.

import { describe, expect, test } from 'vitest';
import { createRandom } from '../../scripts/bench/seeded-random.ts';
import type { ContentFiles } from '../edits/content-files.ts';
import { editedSites } from '../edits/edited-sites.ts';
import { drawState, judge } from '../edits/judge-answers.ts';
import { editAtRandom } from '../edits/random-edits.ts';

test('after 30 random edits, no page keeps an old view', { timeout: 120_000 }, async () => {
  const random = createRandom(5);
  const files = editedSites['doors']!();
  let before = await drawState(files);
  for (let step = 0; step < 30; step++) {
    const { kind, place } = editAtRandom(files, random);
    const after = await drawState(files);
    expect(judge(before, after).stale, `edit ${step}, ${kind}: ${place}`).toEqual([]);
    before = after;
  }
});

/** The routes that are drawn after an edit, and those whose views differ. */
async function routesAfter(edit: (files: ContentFiles) => void, site = 'doors') {
  const files = editedSites[site]!();
  const before = await drawState(files);
  edit(files);
  const after = await drawState(files);
  const { stale, needless, changed } = judge(before, after);
  expect(stale).toEqual([]);
  const routesOf = (paths: readonly string[]): readonly string[] =>
    [...new Set(paths.map((path) => after.routes.get(path)!))].sort();
  return {
    drawn: routesOf([...needless, ...changed]),
    changed: routesOf(changed),
    all: routesOf([...after.routes.keys()]),
  };
}

function replace(path: string, from: string | RegExp, to: string): (files: ContentFiles) => void {
  return (files) => {
    const text = files.get(path)!;
    const edited = text.replace(from, to);
    expect(edited).not.toBe(text);
    files.set(path, edited);
  };
}

describe('an edit draws', () => {
  test('of a description: its page, and the pages that show the description', async () => {
    const { drawn, changed } = await routesAfter(
      replace('reference/door/index.mdx', 'id: The identifier', 'id: The only identifier'),
    );
    expect(drawn).toEqual(['reference/door', 'reference/door/open', 'reference/lock']);
    expect(changed).toEqual(drawn);
  });

  test('of a description that only its page shows: this page', async () => {
    const { drawn } = await routesAfter(replace('reference/door/open.mdx', 'Push hard.', 'Push harder.'));
    expect(drawn).toEqual(['reference/door/open']);
  });

  test('of text: its page', async () => {
    expect((await routesAfter(replace('guides/close.mdx', 'Push.', 'Pull.'))).drawn).toEqual(['guides/close']);
  });

  test('of a sample: the page that shows it', async () => {
    const { drawn } = await routesAfter(replace('guides/_samples/close-door.js', 'door.state', 'door.id'));
    expect(drawn).toEqual(['guides/close']);
  });

  test('of a heading that other pages link to: its page, and these', async () => {
    const { drawn, changed } = await routesAfter(replace('guides/close.mdx', '## How', '## In which way'));
    expect(changed).toEqual(['guides/close', 'reference/door']);
    expect(drawn).toEqual(changed);
  });

  test('that makes the first page of a section the same in all languages: the pages below it, which name its address', async () => {
    const { drawn, changed } = await routesAfter(
      replace('guides/close.mdx', '<CodeBlock title="Close" file="close-door" />', 'As hard as you can.'),
    );
    expect(changed).toContain('guides/open');
    expect(drawn).toEqual(changed);
  });

  test('of a navigation entry: the pages of its section, and those that show all sections', async () => {
    const { drawn } = await routesAfter(replace('reference/_navigation.mdx', 'title: Lock', 'title: The lock'));
    expect(drawn).toEqual(['404', 'reference/door', 'reference/door/open', 'reference/lock', 'reference/night']);
  });

  test('of a redirect: the old address', async () => {
    const { drawn } = await routesAfter(
      replace('site.yaml', '/far: https://far.example/', '/far: https://else.example/'),
    );
    expect(drawn).toEqual(['far']);
  });

  test('of a picture’s size: the pages that show the picture', async () => {
    const { drawn } = await routesAfter(replace('images/door.svg', 'width="4"', 'width="6"'));
    expect(drawn).toEqual(['guides/inner/yard', 'guides/open', 'reference/door/open']);
  });

  test('of the name of a property: its page, and the pages with samples that link to it', async () => {
    const { drawn, changed } = await routesAfter(replace('reference/lock.mdx', '- key: kind', '- key: sort'));
    expect(changed).toContain('guides/open');
    for (const route of ['guides/inner/yard', 'guides/night']) expect(drawn).not.toContain(route);
  });

  test('of a new property whose name no sample has: its page', async () => {
    const { drawn } = await routesAfter(
      replace('reference/lock.mdx', '- key: kind', '- key: colour\n          type: string\n        - key: kind'),
    );
    expect(drawn).toEqual(['reference/lock']);
  });

  test('of a new property whose name a sample has that cannot reach it: not the page of the sample', async () => {
    const { drawn } = await routesAfter(
      replace('reference/lock.mdx', '- key: kind', '- key: force\n          type: string\n        - key: kind'),
    );
    expect(drawn).toContain('reference/lock');
    expect(drawn).not.toContain('guides/close');
  });

  test('of a new method that no sample calls: no page outside of its section', async () => {
    const method = '    - key: turn\n      id: turn\n      title: /locks/:id/turn\n      type: POST\n';
    const { drawn } = await routesAfter(
      replace('reference/lock.mdx', 'reference:\n', `reference:\n  curl:\n${method}`),
    );
    expect(drawn).toContain('reference/lock');
    expect(drawn).not.toContain('guides/close');
  });

  test('of the address of a method: its page, and the pages with commands that call it', async () => {
    const { drawn, changed } = await routesAfter(
      replace('reference/door/open.mdx', '/doors/:id/open', '/doors/:id/up'),
    );
    expect(changed).toEqual(['reference/door/open']);
    expect(drawn).toEqual(changed);
  });

  test('of a type whose values have the same members: its page', async () => {
    for (const to of ['type: integer', 'type: string[]']) {
      const { drawn } = await routesAfter(replace('reference/lock.mdx', /(?<=key: kind\n +)type: string/, to));
      expect(drawn).toEqual(['reference/lock']);
    }
  });

  test('of a type whose values have other members: its page, and the pages with samples that link to them', async () => {
    const { drawn, changed } = await routesAfter(
      replace('reference/door/index.mdx', /(?<=js:[^]*?key: lock\n +)type: Lock/, 'type: Lock[]'),
    );
    expect(changed).toEqual(['guides/open', 'reference/door', 'reference/door/open']);
    expect(drawn).toEqual(changed);
  });

  test('of the description of the site: the page of missing addresses', async () => {
    const { drawn } = await routesAfter(replace('site.yaml', 'who may open', 'who can open'));
    expect(drawn).toEqual(['404']);
  });

  test('of the page of missing addresses in `public`: this page', async () => {
    const add = (files: ContentFiles): unknown => files.set('../public/404.html', 'Own');
    expect((await routesAfter(add)).drawn).toEqual(['404']);
  });

  test('of colours, fonts and languages: every page', async () => {
    for (const [from, to] of [
      ["'#0a7f6f'", "'#333333'"],
      ['own.woff2', 'other.woff2'],
      ['  - curl\n', ''],
    ] as const) {
      const { drawn, all } = await routesAfter(replace('site.yaml', from, to));
      expect(drawn).toEqual(all);
    }
  });

  test('of nothing that pages show: no page', async () => {
    const { drawn } = await routesAfter((files) => {
      files.set('site.yaml', `${files.get('site.yaml')}budgets: { pageBytes: 1000000 }\nvariants: [plain]\n`);
      files.set('guides/_samples/unused.js', 'x();\n');
      files.set('../public/robots.txt', 'User-agent: x\n');
    });
    expect(drawn).toEqual([]);
  });

  test('of a large section’s list: its pages', async () => {
    const { drawn } = await routesAfter(replace('notes/deep/last.mdx', 'title: Last', 'title: The last'), 'notes');
    expect(drawn).toEqual(['notes/deep/last']);
    const added = await routesAfter(replace('notes/_navigation.mdx', 'title: Note 0 0', 'title: Note 0 zero'), 'notes');
    expect(added.drawn).toContain('notes/_all');
    // The links beside the last page begin with a later one.
    for (const route of ['plain/first', 'notes/deep/last']) expect(added.drawn).not.toContain(route);
  });
});
