// The places of names in the grammars' trees (`names` in `src/compiler/languages`): each place of each grammar finds
// names that no other place finds.

import { describe, expect, test } from 'vitest';
import { languages, type SampleGrammar } from '../../src/compiler/languages/index.ts';
import { parseTree } from '../../src/engines/grammars/tree-sitter.ts';
import { loadOnce } from '../../src/engines/grammars/load-once.ts';
import { findNames } from '../../src/engines/grammars/used-names.ts';

const script = `list({ limit: 5, 'after': 1, before });
const { name, id: owner } = page;
page.total + page['kind'];
limit = 5;
`;
const scriptNames = 'key limit, key after, key before, key name, key id, member total, key kind';

/** Code and its names, by grammar. */
const cases: Readonly<Record<string, readonly [code: string, names: string]>> = {
  bash: ['limit=5\nlist "$limit"\n', ''],
  javascript: [script, scriptNames],
  typescript: [script, scriptNames],
  tsx: [script, scriptNames],
  python: [
    'page = list(limit=5)\npage.total\nx = {"after": 1}\ny = page["kind"]\nlimit = 5\n',
    'argument limit, member total, key after, key kind',
  ],
  ruby: [
    `list(limit: 5, "after" => 1, :before => 2)
case page
in { name: }
end
page.total
page[:kind] + page["id"]
limit = 5
`,
    'argument limit, key after, key before, key name, member total, key kind, key id',
  ],
  go: [
    'package main\n\nfunc main() {\n\tx := List{Limit: 5}\n\ty := map[string]int{"after": 1}\n\tf(x.Total)\n}\n',
    'key Limit, member Total',
  ],
  php: [
    `<?php
list_doors(limit: 5, options: ['after' => 'x', "before" => 2]);
$page->total; $page?->kind; $page->load(); $page?->close();
$page['id']; $page["name"];
$limit = 5;
`,
    'argument limit, argument options, key after, key before, member total, member kind, member load, member close, ' +
      'key id, key name',
  ],
  java: ['class A {\n  void f() {\n    page.list();\n    limit = page.total;\n  }\n}\n', 'member list, member total'],
  'c-sharp': [
    'var x = new Page { Limit = 5 };\nf(x.Total, x?.Kind);\nLimit = 5;\n',
    'key Limit, member Total, member Kind',
  ],
  rust: [
    `fn f() {
    let x = Page::list(List { limit: 5, after });
    let Page { name, id: owner } = x;
    g(x.total);
    limit = 5;
}
`,
    'member list, key limit, key after, key name, key id, member total',
  ],
  kotlin: [
    'fun f() {\n    list(limit = 5)\n    g(page.total, page["kind"])\n    limit = 5\n}\n',
    'argument limit, member total, key kind',
  ],
  swift: ['list(limit: 5)\nlet x = page.total\nlet y = ["after": 1]\n', 'argument limit, member total, key after'],
  elixir: [
    'list(limit: 5)\nx = page.total\ny = page[:kind]\nz = page["id"]\nlimit = 5\n',
    'argument limit, member total, key kind, key id',
  ],
  dart: [
    `void f() {
  list(limit: 5);
  g(page.total, page?.kind);
  page..name = 1;
  var x = {'after': 1};
  var y = page['id'];
  limit = 5;
}
`,
    'argument limit, member total, member kind, member name, key after, key id',
  ],
  cpp: [
    'void f() {\n  list({.limit = 5});\n  g(page.total, harbor::load, page["kind"]);\n  limit = 5;\n}\n',
    'key limit, member total, member load, key kind',
  ],
};

async function namesIn(text: string, grammar: SampleGrammar): Promise<string> {
  const tree = await parseTree(text, grammar);
  try {
    return findNames(tree!, text, grammar)
      .names.map(({ role, name }) => `${role} ${name}`)
      .join(', ');
  } finally {
    tree!.delete();
  }
}

const grammars = languages.flatMap((language) => language.grammars);

describe.each(grammars)('$name', (grammar) => {
  test('finds arguments, members and keys', async () => {
    const [code, names] = cases[grammar.name] ?? ['', 'a case for each grammar'];
    expect(await namesIn(code, grammar)).toBe(names);
  });

  test.each(Object.keys(grammar.names))('finds none of the names at %s without it', async (place) => {
    const [code, names] = cases[grammar.name]!;
    const { [place]: _place, ...others } = grammar.names;
    expect(await namesIn(code, { ...grammar, names: others })).not.toBe(names);
  });
});

test('a place may name two nodes around it: a grammar may read arguments as assignments', async () => {
  const scala: SampleGrammar = {
    ...grammars.find(({ name }) => name === 'kotlin')!,
    name: 'scala',
    wasm: ['@cursorless/tree-sitter-wasms', 'out/tree-sitter-scala.wasm'],
    names: {
      'arguments/assignment_expression/left/identifier': 'argument',
      'field_expression/field/identifier': 'member',
    },
  };
  expect(await namesIn('val page = doors.list(limit = 5)\nlimit = 5\n', scala)).toBe('member list, argument limit');
});

test('a grammar that could not be read is read again, and one that was read is kept', async () => {
  let calls = 0;
  const load = loadOnce(async () => {
    if (++calls === 1) throw new Error('EMFILE');
    return calls;
  });
  await expect(load()).rejects.toThrow('EMFILE');
  expect([await load(), await load()]).toEqual([2, 2]);
});
