// Names in samples that link to the reference, and names that must not: a wrong link is worse than none.

import { describe, expect, test } from 'vitest';
import { viewContent } from '../../src/outputs/index.ts';
import { createShikiHighlighter } from '../../src/engines/index.ts';
import { strings } from '../../src/site/strings/en.ts';
import { CodeLinker } from '../../src/outputs/html/code-links/code-linker.ts';
import { compile } from '../compile.ts';

const reference = (language: string, entities: string): string =>
  `  ${language}:\n${entities.trimEnd().replace(/^(?=.)/gm, '    ')}\n`;

const page = (title: string, forms: Readonly<Record<string, string>>): string =>
  `---\nreference:\n${Object.entries(forms)
    .map(([language, entities]) => reference(language, entities))
    .join('')}---\n# ${title}\n`;

const properties = 'properties:\n    - key: id\n      type: string\n      description: The id.\n';
const thingForm = (keyword: string): string => `- key: Thing\n  id: thing\n  title: ${keyword} Thing\n  ${properties}`;

const pages: Readonly<Record<string, string>> = {
  'ref/thing.mdx': page('Thing', {
    js: thingForm('interface'),
    python: thingForm('class'),
    java: `${thingForm('class')}\n- key: Map\n  id: map\n  title: class Map\n  ${properties}`,
    dotnet: thingForm('class').replace('key: id', 'key: Id'),
  }),
  'ref/get.mdx': page('Get', {
    js:
      '- key: getThing\n  id: get_thing\n  title: things.getThing()\n  parameters:\n    - key: options\n' +
      '      type: object\n      unwrap: true\n      properties:\n        - key: limit\n          type: number\n' +
      '          description: How many.\n        - key: filter\n          type: object\n' +
      '          description: Which.\n          properties:\n            - key: colour\n              type: string\n' +
      '              description: Of that colour.\n  returns:\n    - (Thing)',
    python:
      '- key: get_thing\n  id: get_thing\n  title: things.get_thing()\n  parameters:\n    - key: limit\n' +
      '      type: int\n      description: How many.\n  returns:\n    - (Thing)',
    go:
      '- key: GetThing\n  id: get_thing\n  patternBefore: client.\n  title: things.GetThing()\n  parameters:\n' +
      '    - key: id\n      type: string\n      description: The id.',
  }),
  'other/send.mdx': page('Send', {
    js:
      '- key: send\n  id: send\n  title: mail.send()\n  parameters:\n    - key: to\n      type: string\n' +
      '      description: Whom.',
  }),
  'third/send.mdx': page('Send again', {
    js:
      '- key: send\n  id: send_again\n  title: mail.send()\n  parameters:\n    - key: from\n      type: string\n' +
      '      description: Who.',
    curl:
      '- key: getUser\n  id: get_user\n  title: /users/:id\n  type: GET\n- key: me\n  id: get_me\n' +
      '  title: /users/me\n  type: GET\n- key: createUser\n  id: create_user\n  title: /users\n  type: POST',
  }),
};

const siteFile =
  'title: Things\nlanguages:\n  - curl\n  - { id: js, package: { name: "@harbor/node" } }\n' +
  '  - { id: python, package: { name: harbor } }\n' +
  '  - { id: go, package: { name: github.com/harbor/harbor-go } }\n' +
  '  - { id: java, package: { name: com.harbor } }\n  - { id: dotnet, package: { name: Harbor } }\n';
const fenceOf = { curl: 'sh', js: 'js', python: 'python', go: 'go', java: 'java', dotnet: 'csharp' } as const;

const highlighter = createShikiHighlighter(['typescript', 'python', 'go', 'shellscript', 'java', 'csharp']);

/** The links in a fence of a page, each written as `name→route#anchor`. */
async function linked(language: keyof typeof fenceOf, code: string, shownIn: string = language, site = siteFile) {
  const body = `# Page\n\n\`\`\`${fenceOf[language]}\n${code}\n\`\`\`\n`;
  const { resolved } = compile({ 'site.yaml': site, ...pages, 'ref/page.mdx': body });
  const drawn = viewContent(resolved, await highlighter);
  const { html } = (await drawn.viewPage({ route: 'ref/page', language: shownIn }, strings.values)).blocks[0]!
    .panels[0]!.code!;
  const text = html
    .replace(/<a [^>]*href="([^"]*)">(.*?)<\/a>/g, (_, href: string, name: string) => {
      const { pathname, hash } = new URL(href, 'http://site/ref/page/');
      return `${name}→${pathname.slice(1, -1)}${hash} `;
    })
    .replace(/<[^>]+>/g, '')
    .replaceAll('&lt;', '<')
    .replaceAll('&amp;', '&');
  const names = [...text.matchAll(/(\S*?[^\s.({[:"']+)→(\S+)/g)].map(
    ([, name, target]) => `${name!.replace(/^.*[.({<]/, '')} ${target}`,
  );
  return { names, text, ambiguous: drawn.codeLinks().ambiguous };
}

const get = 'getThing ref/get#get_thing';

test.each([
  ['through what leads to it in its title', 'await harbor.things.getThing();', [get]],
  ['over a line break', 'await harbor.things\n  .getThing();', [get]],
  [
    'with its arguments, also nested ones',
    'things.getThing({ limit: 2, filter: { colour: "red" } });',
    [
      get,
      'limit ref/get#get_thing.parameters.limit',
      'filter ref/get#get_thing.parameters.filter',
      'colour ref/get#get_thing.parameters.filter.colour',
    ],
  ],
  ['and what it gives', 'const one = await things.getThing();\nuse(one.id);', [get, 'id ref/thing#thing.id']],
  [
    'a type that is imported from the package',
    "import { Thing } from '@harbor/node';\nlet x: Thing;",
    ['Thing ref/thing#thing', 'Thing ref/thing#thing'],
  ],
])('in JavaScript a method links %s', async (_name, code, names) => {
  expect((await linked('js', code)).names).toEqual(names);
});

test.each([
  ['a string', 'log("things.getThing()");'],
  ['a comment', '// things.getThing()\n/* things.getThing() */'],
  ['another receiver', 'harbor.stuff.getThing();'],
  ['no receiver', 'getThing();'],
  ['the end of a longer word', 'mythings.getThing();'],
  ['a longer name', 'things.getThings(); things.getThing2();'],
  ['another letter case', 'things.getthing();'],
  ['a type of another package', "import { Thing } from 'things';\nlet x: Thing;"],
  ['a type that is not imported', 'let x: Thing; new Thing();'],
  ['a type that the sample defines', "import { Other } from '@harbor/node';\nclass Thing {}\nnew Thing();"],
  ['a type after another receiver', 'three.Thing();'],
  ['a field of another value', 'other.id; other.limit;'],
  ['an argument of another call', 'list({ limit: 2 });'],
])('in JavaScript %s is not linked', async (_name, code) => {
  expect((await linked('js', code)).names).toEqual([]);
});

test.each([
  ['an argument of a nested call', 'things.getThing(list({ limit: 2 }));'],
  ['a key inside a value without fields', 'things.getThing({ limit: { limit: 2 } });'],
  ['a variable that is bound twice', 'let one = await things.getThing();\none = other();\nuse(one.id);'],
  ['a variable that a function hides', 'const one = await things.getThing();\nall.map((one) => one.id);'],
  ['a variable that a parameter hides', 'const one = await things.getThing();\nfunction f(one) { return one.id; }'],
  ['a field of a destructured variable', 'const { id } = await things.getThing();\nuse(id.id);'],
  ['a field that is not documented', 'const one = await things.getThing();\nuse(one.size);'],
])('in JavaScript %s is not linked, but the call is', async (_name, code) => {
  const { names } = await linked('js', code);
  expect([...new Set(names)].filter((name) => !name.startsWith('limit ref/get#get_thing.parameters.limit'))).toEqual([
    get,
  ]);
  expect(names.filter((name) => name.startsWith('limit')).length).toBeLessThanOrEqual(1);
});

test('a name of several documented things is not linked, but counted', async () => {
  const { names, ambiguous } = await linked('js', 'mail.send({ to: "x" });\nmail.send();');
  expect(names).toEqual([]);
  expect(ambiguous).toBe(2);
});

test('`patternBefore` replaces the title as the text before a name', async () => {
  expect((await linked('go', 'client.GetThing("1")')).names).toEqual(['GetThing ref/get#get_thing']);
  expect((await linked('go', 'things.GetThing("1")\nmyclient.GetThing("1")')).names).toEqual([]);
});

test('code of another language than the reader’s is not linked', async () => {
  expect((await linked('js', 'things.getThing();', 'go')).names).toEqual([]);
});

test('Python links keyword arguments, results and imported types', async () => {
  const code = 'from harbor.types import Thing\n\none = harbor.things.get_thing(limit=2)\nprint(one.id, Thing(id="x"))';
  expect((await linked('python', code)).names).toEqual([
    'Thing ref/thing#thing',
    'get_thing ref/get#get_thing',
    'limit ref/get#get_thing.parameters.limit',
    'id ref/thing#thing.id',
    'Thing ref/thing#thing',
    'id ref/thing#thing.id',
  ]);
  expect((await linked('python', 'from requests import Thing\nThing(id="x")')).names).toEqual([]);
});

const thing = 'Thing ref/thing#thing';

describe.each(['java', 'dotnet'] as const)('a documented type in %s, without an import', (language) => {
  test.each([
    ['a declaration', 'Thing thing = client.get();', 1],
    ['a declaration without a value', 'Thing thing;', 1],
    ['what is made', 'var x = new Thing();', 1],
    ['both', 'Thing thing = new Thing();', 2],
    ['a type argument', 'List<Thing> things = list();', 1],
    ['the second type argument', 'Dict<string, List<Thing>> things = list();', 1],
    ['an array', 'Thing[] things = list();', 1],
    ['parameters', 'void send(Thing first, string second, Thing third) { }', 2],
    ['a result', 'public Thing get() { return one; }', 1],
    ['a field', 'private readonly Thing thing;', 1],
    ['a cast', 'var thing = (Thing) one;', 1],
    ['a cast behind a sign', 'use(a, (Thing) one);', 1],
  ])('%s is linked', async (_name, code, count) => {
    expect((await linked(language, code)).names.filter((name) => name === thing)).toHaveLength(count);
  });

  test.each([
    ['a type that the sample defines', 'class Thing { }\nThing thing = new Thing();'],
    ['another letter case', 'thing Thing2 = x;'],
    ['a value', 'use(Thing);'],
    ['a call', 'Thing();'],
    ['a member', 'other.Thing thing;'],
    ['a string', 'use("Thing thing");'],
    ['a comparison', 'var x = a < Thing;'],
    ['a returned value', 'return Thing;'],
  ])('%s is not linked', async (_name, code) => {
    expect((await linked(language, code)).names).toEqual([]);
  });
});

test.each<[keyof typeof fenceOf, string, number]>([
  ['java', 'final Thing thing = get();', 1],
  ['java', 'for (Thing thing : things) { }', 1],
  ['java', 'if (one instanceof Thing thing) { }', 1],
  ['java', 'Class<?> type = Thing.class;', 1],
  ['java', 'things.map(Thing::getId);', 1],
  ['java', 'void send(Thing... things) { }', 1],
  ['java', 'import com.harbor.*;\nThing thing = get();', 1],
  ['java', 'import java.util.*;\nThing thing = get();', 1],
  ['java', 'import org.other.Thing;\nThing thing = get();', 0],
  ['java', 'import org.other.*;\nThing thing = get();', 0],
  ['java', 'Map map = get();', 0],
  ['java', 'import com.harbor.Map;\nMap map = get();', 1],
  ['dotnet', 'Thing? thing = Get();', 1],
  ['dotnet', 'foreach (Thing thing in things) { }', 1],
  ['dotnet', 'if (one is Thing) { }', 1],
  ['dotnet', 'var thing = one as Thing;', 1],
  ['dotnet', 'var type = typeof(Thing);', 1],
  ['dotnet', 'async Task<Thing> Get(Thing thing) { }', 2],
  ['dotnet', 'public required Thing Thing { get; init; }', 1],
  ['dotnet', 'using Other;\nThing thing = Get();', 0],
  ['dotnet', 'using System.Text;\nThing thing = Get();', 1],
  ['dotnet', 'using Thing = Other.Thing;\nThing thing = Get();', 0],
])('in %s types are linked at the places of types: %s', async (language, code, count) => {
  expect((await linked(language, code)).names.filter((name) => /^(?:Thing|Map) /.test(name))).toHaveLength(count);
});

test('members of a variable with a documented type are linked', async () => {
  expect((await linked('java', 'Thing thing = get();\nuse(thing.id());')).names).toEqual([
    thing,
    'id ref/thing#thing.id',
  ]);
  expect((await linked('dotnet', 'foreach (Thing thing in things) Use(thing.Id);')).names).toEqual([
    thing,
    'Id ref/thing#thing.id',
  ]);
  expect((await linked('dotnet', 'Thing thing = Get();\nthing = Other();\nUse(thing.Id);')).names).toEqual([thing]);
});

test.each([
  ['curl https://api.example/users/u_1', ['get_user']],
  ['curl "https://api.example/users/$ID?expand=1"', ['get_user']],
  ['curl https://api.example/users/me', ['get_me']],
  ['curl https://api.example/v1/users/me', ['get_me']],
  ['curl https://api.example/other/users/me', []],
  ['curl https://api.example/users \\\n  -d name=x', ['create_user']],
  ['curl -X POST https://api.example/users', ['create_user']],
  ["curl --json '{}' https://api.example/users", ['create_user']],
  ['curl https://api.example/users', []],
  ['curl -G https://api.example/users -d a=b', []],
  ['curl --request DELETE https://api.example/users/1', []],
  ['curl https://api.example/users/1/friends', []],
  ['wget https://api.example/users/1', []],
  ['# curl https://api.example/other\necho https://api.example/users/1', []],
  ['curl -d \'{\n  "name": "x"\n}\' https://api.example/users', ['create_user']],
  ['curl -H "Origin: https://api.example/users/2" https://api.example/other', []],
  ['curl -XPOST https://api.example/users > out.json', ['create_user']],
  ['curl https://api.example/users/1 | jq .id; curl https://api.example/users/me/', ['get_user', 'get_me']],
])('a command links to the method with its verb and path: %s', async (command, ids) => {
  const { names } = await linked('curl', command);
  expect(names.map((name) => name.replace(/^.*#/, ''))).toEqual(ids);
});

test('the text of linked code is the code', async () => {
  const code = 'const one = await things.getThing({ limit: a < b && c });\nuse(one.id, "<&>");';
  const { text } = await linked('js', code);
  expect(text.replace(/→\S+ /g, '')).toBe(code);
});

test.each([
  ['a chain', 'things.getThing.'.repeat(20_000)],
  ['functions', 'function '.repeat(30_000)],
  ['open brackets', 'things.getThing({ limit: ['.repeat(10_000)],
  ['imports', 'import {\n'.repeat(30_000)],
  ['commands', 'curl https://a/users/1 -d '.repeat(10_000)],
])('%s that never ends is read in time', (_name, code) => {
  const { resolved } = compile({ 'site.yaml': siteFile, ...pages });
  const linker = new CodeLinker(resolved);
  const lines = code.split('\n').map((text) => [{ text }]);
  const before = process.cpuUsage();
  for (const id of ['js', 'curl']) {
    const language = resolved.site.languages.find((one) => one.id === id)!;
    linker.find(code, lines, { route: 'ref/get', language, writtenIn: id, isJson: false, hasRequest: false });
  }
  linker.find(code, lines, {
    route: 'ref/get',
    language: resolved.site.languages[0]!,
    isJson: true,
    hasRequest: true,
    entity: 'get_thing',
  });
  // Processor time shows quadratic work, and does not grow on a busy machine.
  expect(process.cpuUsage(before).user / 1000).toBeLessThan(3000);
});

test.each([
  ['java', 'import com.other.Thing;\nThing thing = get();', 1],
  ['java', 'import com.other.*;\nList<Thing> things = get();', 1],
  ['java', 'import java.lang.foreign.Thing;\nThing thing = get();', 0],
  ['java', 'class Thing {}\nThing thing = get();', 0],
  ['dotnet', 'using Other;\nusing Other.Models;\nThing thing = Get();', 1],
  ['dotnet', 'using Thing = Other.Thing;\nThing thing = Get();', 0],
  ['js', "import { Thing } from 'other';\nlet x: Thing;", 0],
] as const)(
  'if site.yaml names no package, an import in %s does not hide a documented type: %j',
  async (language, code, links) => {
    const site = 'title: Things\nlanguages: [curl, js, python, go, java, dotnet]\n';
    expect((await linked(language, code, language, site)).names).toHaveLength(links);
  },
);
