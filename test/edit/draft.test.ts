// Drafts of pages, entities and samples in memory: their content in each language, and their places.

import { describe, expect, test } from 'vitest';
import { draftEntity, draftPage, draftSamples } from '../../src/authoring/edit/index.ts';
import { compile, findings } from '../compile.ts';
import { write, type Files } from './in-memory.ts';

const site: Files = {
  'site.yaml': 'title: Site\nlanguages: [curl, js, go, { id: scala, extensions: [.scala], casing: camel }]\n',
};

const newPage = (files: Files, route: string, title?: string): Files | string =>
  write(files, (compiled) => draftPage(compiled, Object.keys(files), route, title));
const newEntity = (files: Files, route: string, id: string, kind: 'object' | 'method' = 'object'): Files | string =>
  write(files, (compiled) => draftEntity(compiled, compiled.resolved.site.languages, { id, kind, route }));
const newSamples = (files: Files, place: string, stem: string): Files | string =>
  write(files, (compiled) => draftSamples(compiled, Object.keys(files), compiled.resolved.site.languages, place, stem));

describe('a new page', () => {
  test('is a file, or the index of an existing folder', () => {
    const page = '---\ntitle: Get started\n---\n\n# Get started\n\nWrite the content of this page here.\n';
    expect(newPage(site, 'guides/get-started')).toEqual({ ...site, 'guides/get-started.mdx': page });
    const withFolder = { ...site, 'guides/get-started/one.mdx': '# One\n' };
    expect(newPage(withFolder, 'guides/get-started')).toEqual({ ...withFolder, 'guides/get-started/index.mdx': page });
    expect(newPage({}, '')).toHaveProperty(['index.mdx']);
  });

  test.each(["It's: a *b* {c} <d> # &amp; [e](f) `g` _h_", 'null', '- a', '(1) First', '# #', 'Ünïcode', 'a: b', 'C#'])(
    'shows the title %j unchanged',
    (title) => {
      const compiled = compile(newPage(site, 'a', title) as Files);
      expect(findings(compiled)).toEqual([]);
      const page = compiled.resolved.pages.get('a')!;
      expect(page.title).toBe(title);
      expect(page.titleHeading?.text).toBe(title.replace(/^\(1\) /, ''));
    },
  );

  test.each([
    ['a', 'b\nc', /one line/],
    ['a', ' ', /one line/],
    ['../a', undefined, /cannot be a route/],
    ['a//b', undefined, /cannot be a route/],
    ['_a', undefined, /cannot be a route/],
    ['a.mdx', undefined, /has no extension: write `a`/],
    ['a/index', undefined, /does not end with `index`/],
    ['js/a', undefined, /would not pass stele check: .*`js`/],
    ['404', undefined, /would not pass stele check/],
    ['one', undefined, 'The page `/one` exists already: one.md.'],
    ['ONE', undefined, /exists already/],
  ])('is refused for the route %s and the title %j', (route, title, message) => {
    expect(newPage({ ...site, 'one.md': '# One\n' }, route, title)).toMatch(message);
  });

  test.each([
    [
      'as the last link',
      'reference/new',
      'links:\n  - title: A\n    url: /reference/a\n',
      'links:\n  - title: A\n    url: /reference/a\n  - title: New\n    url: /reference/new\n',
    ],
    [
      'below the parent page, which has links',
      'reference/a/new',
      'links:\n- title: A\n  url: /reference/a\n  links:\n  - title: B # b\n' +
        '    url: /reference/a/b\n\n- title: C\n  url: /reference/c\n',
      'links:\n- title: A\n  url: /reference/a\n  links:\n  - title: B # b\n' +
        '    url: /reference/a/b\n  - title: New\n    url: /reference/a/new\n\n- title: C\n' +
        '  url: /reference/c\n',
    ],
    [
      'beside the parent page, which has no links',
      'reference/a/new',
      'links:\r\n  - title: G\r\n    links:\r\n      -   url: /reference/a/\r\n' +
        '          title: A\r\n  - title: C\r\n    url: /reference/c\r\n',
      'links:\r\n  - title: G\r\n    links:\r\n      -   url: /reference/a/\r\n' +
        '          title: A\r\n      -   title: New\r\n          url: /reference/a/new\r\n' +
        '  - title: C\r\n    url: /reference/c\r\n',
    ],
  ])('gets a link in the navigation %s', (_place, route, before, after) => {
    const lineBreak = before.includes('\r') ? '\r\n' : '\n';
    const files = (links: string): Files => ({
      ...site,
      'reference/_navigation.mdx': `---${lineBreak}${links}---${lineBreak}`,
      'reference/a.mdx': '# A\n',
      'reference/a/b.mdx': '# B\n',
      'reference/c.mdx': '# C\n',
    });
    expect((newPage(files(before), route) as Files)['reference/_navigation.mdx']).toBe(
      files(after)['reference/_navigation.mdx'],
    );
  });

  test('leaves a navigation that cannot be extended safely, and prints the lines to add', () => {
    const files = { ...site, 'reference/_navigation.mdx': '---\nlinks: []\n---\n' };
    const draft = draftPage(compile(files), Object.keys(files), 'reference/new');
    expect(draft).toMatchObject({
      edits: [],
      notes: ['Add to the links of reference/_navigation.mdx:\n  - title: New\n    url: /reference/new'],
    });
    expect(typeof newPage(files, 'reference/new')).toBe('object');
  });
});

describe('a new entity', () => {
  const page = { ...site, 'reference/thing.mdx': '---\ntitle: Thing\n---\n\n# Thing\n' };

  test('of kind object has each language’s own spelling', () => {
    const files = newEntity(page, 'reference/thing', 'sso_thing') as Files;
    expect(findings(compile(files))).toEqual([]);
    expect(files['reference/thing.mdx']).toBe(`---
title: Thing
descriptions:
  sso_thing:
    self: Describe in one sentence what a sso thing is.
    id: The unique identifier.
reference:
  curl:
    - key: sso_thing
      id: sso_thing
      url: /reference/thing
      title: sso_thing
      properties:
        - key: id
          type: string
          description: (sso_thing.id)
  js:
    - key: SsoThing
      id: sso_thing
      url: /reference/thing
      title: interface SsoThing
      properties:
        - key: id
          type: string
          description: (sso_thing.id)
  go:
    - key: SsoThing
      id: sso_thing
      url: /reference/thing
      title: SsoThing
      properties:
        - key: ID
          type: string
          description: (sso_thing.id)
  scala:
    - key: SsoThing
      id: sso_thing
      url: /reference/thing
      title: SsoThing
      properties:
        - key: id
          type: string
          description: (sso_thing.id)
---

# Thing
`);
  });

  test('of kind method keeps the indentation of the page', () => {
    const written = {
      ...page,
      'reference/thing.mdx':
        '---\ntitle: Thing\n\ndescriptions:\n    # all\n    thing:\n        x: X. # x\n# the rest\n' +
        'reference:\n    js:\n    -   key: Thing\n        id: thing\n        properties:\n' +
        '        -   key: x\n            type: string\n            description: (thing.x)\n' +
        '    # end\n---\n# Thing\n',
    };
    const files = newEntity(written, 'reference/thing', 'list-things', 'method') as Files;
    expect(findings(compile(files))).toEqual(findings(compile(written)));
    expect(files['reference/thing.mdx']).toContain(
      '        x: X. # x\n    list_things:\n        self: Describe in one sentence what list things does.\n',
    );
    expect(files['reference/thing.mdx']).toContain(
      '            description: (thing.x)\n    -   key: listThings\n        id: list-things\n',
    );
    expect(files['reference/thing.mdx']).toContain("        title: '/things/:id'\n        type: GET\n");
    expect(files['reference/thing.mdx']!.replace(/^.*(?:list|things).*\n/gm, '')).toContain('# the rest\nreference:\n');
  });

  test.each([
    ['no frontmatter', '# Thing\n'],
    ['empty frontmatter', '---\n---\n# Thing\n'],
    ['CRLF', '---\r\ntitle: Thing\r\n---\r\n\r\n---\r\n# Thing\r\n'],
    [
      'a description where the entity needs a group',
      '---\ndescriptions:\n  more: More.\n  thing: A thing.\nreference:\n  js:\n    - key: f\n' +
        '      description: (more)\n---\n# Thing\n',
    ],
    [
      'other descriptions',
      '---\ndescriptions:\n  a:\n    b: |+\n      B\n\ntitle: T\nreference:\n  curl:\n' +
        '    - key: a\n      id: a\n      properties:\n' +
        '        - { key: b, type: string, description: (a.b) }\n---\n# Thing\n',
    ],
  ])('on a page with %s', (_name, text) => {
    const before = { ...site, 'thing.mdx': text };
    const files = newEntity(before, 'thing', 'thing');
    if (text.includes('thing: A thing')) return expect(files).toMatch(/`thing` in thing\.mdx is not a group/);
    expect(typeof files).toBe('object');
    const compiled = compile(files as Files);
    expect(findings(compiled)).toEqual(findings(compile(before)));
    const forms = compiled.resolved.pages.get('thing')!.entities.find(({ id }) => id === 'thing')!.forms;
    expect([...forms.keys()]).toEqual(['curl', 'js', 'go', 'scala']);
    if (text.includes('\r\n')) expect((files as Files)['thing.mdx']!.replaceAll('\r\n', '')).not.toContain('\n');
    const left = (files as Files)['thing.mdx']!.split('\n');
    for (const line of text.split('\n')) expect(left).toContain(line);
  });

  test('is added only to languages that lack it, and refused if no language lacks it', () => {
    const some = {
      ...page,
      'reference/thing.mdx': (
        newEntity({ ...page, 'site.yaml': 'title: S\nlanguages: [js]\n' }, 'reference/thing', 'thing') as Files
      )['reference/thing.mdx']!,
    };
    const all = newEntity(some, 'reference/thing', 'thing') as Files;
    expect(all['reference/thing.mdx']!.match(/^ {6}id: thing$/gm)).toHaveLength(4);
    expect(all['reference/thing.mdx']!.match(/self:/g)).toHaveLength(1);
    expect(newEntity(all, 'reference/thing', 'thing')).toBe(
      'The entity `thing` exists already in reference/thing.mdx.',
    );
  });

  test.each([
    ['nowhere', 'thing', /There is no page `\/nowhere`: create it first/],
    ['reference/thing', '1x', /cannot be an id/],
    ['reference/thing', 'a.b', /cannot be an id/],
    ['flow', 'x', /not a list of its own|written with one/],
    ['broken', 'x', /has mistakes that hide a part of it/],
  ])('is refused on the page %s with the id %s', (route, id, message) => {
    const files = {
      ...page,
      'flow.mdx': '---\nreference: {js: []}\n---\n# F\n',
      'broken.mdx': '---\na: "\n---\n# F\n',
    };
    expect(newEntity(files, route, id)).toMatch(message);
  });
});

describe('new samples', () => {
  const page = { ...site, 'a/b.mdx': '# B\n' };

  test('are one per language, with the lines that the language requires', () => {
    expect(newSamples(page, 'a/b', 'get-b.v2')).toEqual({
      ...page,
      'a/_samples/get-b.v2.sh': '# Show get-b.v2 in cURL here.\n',
      'a/_samples/get-b.v2.js': '// Show get-b.v2 in JavaScript here.\n',
      'a/_samples/get-b.v2.go': 'package main\n\n// Show get-b.v2 in Go here.\n',
      'a/_samples/get-b.v2.scala': '// Show get-b.v2 in scala here.\n',
    });
    expect(newSamples(page, 'a', 'x')).toHaveProperty(['a/_samples/x.sh']);
  });

  test('are refused if one of them exists, also with another extension of its language', () => {
    const files = { ...page, 'a/_samples/x.ts': '\n' };
    expect(newSamples(files, 'a', 'x')).toBe('The sample a/_samples/x.ts exists already.');
    expect(newSamples(files, 'nowhere', 'x')).toMatch(/no page and no folder/);
    expect(newSamples(files, 'a', '../x')).toMatch(/cannot be a stem/);
  });
});
