// Every rule of `stele diff`, in both directions: an edit of a small site → the change that it is, and what it is if the
// sides are swapped. The JSON of each diff follows its schema.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import { expect, test } from 'vitest';
import { changeKindNames, kindSpec, type ChangeKind } from '../../src/compiler/format/index.ts';
import { formatJsonDiff, type Diff } from '../../src/outputs/diff/index.ts';
import { diffOf, short } from './diff-of.ts';
import { rules, site, siteWith, within } from './rules.ts';

const schema = readFileSync(join(import.meta.dirname, '../../docs/schemas/diff.schema.json'), 'utf8');
const validate = new Ajv({ allErrors: true }).compile(JSON.parse(schema) as object);
const side = { name: 'main', kind: 'revision', errors: 0 };

/** The kinds whose mirror is not among the changes of swapped sides. */
function withoutMirror({ changes }: Diff, swapped: Diff): readonly string[] {
  return changes
    .filter(({ kind }) => {
      const { mirror = [kind], oneWay } = kindSpec(kind);
      return oneWay === undefined && !swapped.changes.some((other) => mirror.includes(other.kind));
    })
    .map(short);
}

test.each(rules)('$name', ({ edit, forth, back, before }) => {
  const base = before === undefined ? site : siteWith(before);
  const head = siteWith(edit, base);
  const [there, swapped] = [diffOf(base, head), diffOf(head, base)];
  expect(there.changes.map(short)).toEqual(forth);
  expect(swapped.changes.map(short)).toEqual(back);
  expect([withoutMirror(there, swapped), withoutMirror(swapped, there)]).toEqual([[], []]);
  validate(JSON.parse(formatJsonDiff({ base: side, head: side, diff: there })));
  expect(validate.errors ?? []).toEqual([]);
});

test('every kind of change occurs', () => {
  const told = new Set(
    rules.flatMap(({ forth, back }) => [...forth, ...back]).map((line) => line.split(' ')[1] as ChangeKind),
  );
  expect(changeKindNames.filter((kind) => !told.has(kind))).toEqual([]);
});

test('mirrors name each other', () => {
  for (const kind of changeKindNames) {
    const { mirror = [kind], oneWay } = kindSpec(kind);
    if (oneWay !== undefined) continue;
    for (const other of mirror) expect(kindSpec(other as ChangeKind).mirror ?? [other]).toContain(kind);
  }
});

test('a wrapper of a returned value has a name that nobody writes', () => {
  const wrapped = (name: string) =>
    siteWith([
      within(
        'js',
        '      returns:\n        - (Door)\n',
        `      returns:\n        - key: ${name}\n          type: Result\n          unwrap: true\n          properties:\n            - { key: door, type: Door, description: The open door. }\n`,
      ),
    ]);
  const { changes } = diffOf(wrapped('Promise'), wrapped('anonymous'));
  expect(changes.map(short)).toEqual([]);
});

test('the same description that many fields get is one change', () => {
  const without = siteWith([
    within('js', ', description: The door to open.', ''),
    within('js', ', description: Whether to use force.', ''),
  ]);
  const head = siteWith(
    [
      within('js', 'key: doorId, type: string', 'key: doorId, type: string, description: See the guide.'),
      within('js', 'default: false', 'default: false, description: See the guide.'),
    ],
    without,
  );
  expect(diffOf(without, head).changes.map(({ kind, places }) => `${kind} ${places.length}`)).toEqual([
    'description-changed 2',
  ]);
});
