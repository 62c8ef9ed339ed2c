// Anchors and links do not depend on the order of pages, of languages in a file, or of descriptions.

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { exportOf } from '../export/export-of.ts';
import type { ExportedItem } from '../corpus/exported.ts';

const languages = ['curl', 'json', 'js', 'ruby', 'go'] as const;
const keys = fc.constantFrom(
  'id',
  '_id',
  'ID',
  'userId',
  'user_id',
  '*',
  'options',
  'anonymous',
  'ctx',
  'name',
  'Name',
  'name?',
);
const description = fc.constantFrom('(t.id)', '(t.name)', '(go.ctx)', 'Text.');

interface Row {
  readonly key?: string;
  readonly reference?: string;
  readonly description: string;
  readonly display: string;
  readonly inside: readonly Row[];
}

const rows = fc.letrec<{ row: Row }>((tie) => ({
  row: fc.oneof(
    { depthSize: 'small', maxDepth: 2 },
    fc.record({ key: keys, description, display: fc.constant(''), inside: fc.constant([]) }),
    fc.record({
      reference: fc.constantFrom('User', 'User.id', 'limit'),
      description,
      display: fc.constant(''),
      inside: fc.constant([]),
    }),
    fc.record({
      key: keys,
      description,
      display: fc.constantFrom('', 'unwrap: true', 'expanded: true'),
      inside: fc.array(tie('row'), { minLength: 1, maxLength: 3 }),
    }),
  ),
})).row;

const write = (list: readonly Row[], by: string): string =>
  list
    .map(({ key, reference, description: text, display, inside }) => {
      if (reference !== undefined) return `${by}- (${reference})\n`;
      const flag = display === '' ? '' : `${by}  ${display}\n`;
      const below = inside.length === 0 ? '' : `${by}  properties:\n${write(inside, `${by}    `)}`;
      return `${by}- key: '${key}'\n${by}  type: User\n${by}  description: ${text}\n${flag}${below}`;
    })
    .join('');

const shared = (order: readonly string[]): string =>
  `---\ndescriptions:\n  t:\n    id: Id.\n    name: Name.\n  go:\n    ctx: Context.\nreference:\n${order
    .map(
      (id) =>
        `  ${id}:\n    - key: User\n      id: user\n      properties:\n        - key: id\n          type: t\n` +
        '          description: (t.id)\n          properties:\n            - key: host\n              type: t\n' +
        '              description: d\n    - key: limit\n      type: number\n      description: d\n',
    )
    .join('')}---\n# User\n`;

/** By the place of each row: its identity, anchor, type links and text. */
function readRows(files: Readonly<Record<string, string>>): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const { route, entities } of exportOf(files).pages) {
    for (const { id, forms } of entities) {
      for (const [language, form] of Object.entries(forms)) {
        const visit = (items: readonly ExportedItem[], place: string): void => {
          for (const [i, item] of items.entries()) {
            const { identity, anchor, isPlumbing, typeLinks, description: text } = item;
            const content = JSON.stringify([identity, anchor, isPlumbing, typeLinks, text?.text]);
            found.set(`${route} ${id} ${language} ${place}/${i}`, content);
            visit(item.items, `${place}/${i}`);
          }
        };
        for (const name of ['properties', 'parameters', 'returns'] as const) visit(form[name] ?? [], name);
      }
    }
  }
  return found;
}

test('the order does not change identity, anchors, links and texts; no rows of a language share an anchor', () => {
  const own = fc.uniqueArray(fc.constantFrom(...languages), { minLength: 1, maxLength: 4 });
  const lists = own.chain((ids) =>
    fc.tuple(fc.constant(ids), fc.tuple(...ids.map(() => fc.array(rows, { minLength: 1, maxLength: 4 })))),
  );
  fc.assert(
    fc.property(
      lists,
      fc.constantFrom('parameters', 'properties', 'returns'),
      fc.infiniteStream(fc.double({ min: 0, max: 1, noNaN: true })),
      ([ids, all], name, random) => {
        const shuffle = <T>(items: readonly T[]): T[] =>
          items
            .map((item) => [random.next().value, item] as const)
            .sort(([a], [b]) => a - b)
            .map(([, item]) => item);
        const entities = ids.map(
          (id, i) => `  ${id}:\n    - key: thing\n      id: thing\n      ${name}:\n${write(all[i]!, '        ')}`,
        );
        const site = ['site.yaml', 'title: Site\nlanguages: [curl, js, ruby, go]\n'] as const;
        const filesIn = (order: <T>(items: readonly T[]) => T[]): Readonly<Record<string, string>> =>
          Object.fromEntries(
            order([
              site,
              ['user.mdx', shared(order(languages))],
              ['x/other.mdx', shared(order(languages))],
              ['x/a.mdx', `---\nreference:\n${order(entities).join('')}---\n# A\n`],
            ] as const),
          );
        const before = readRows(filesIn((items) => [...items]));
        expect(readRows(filesIn(shuffle))).toEqual(before);
        const anchors = new Set<string>();
        for (const [place, content] of before) {
          const [, anchor] = JSON.parse(content) as (string | null)[];
          if (anchor === null) continue;
          const name = `${place.split(' ').slice(0, 3).join(' ')} ${anchor}`;
          expect(anchors.has(name), `${name} stands twice`).toBe(false);
          anchors.add(name);
        }
      },
    ),
    { numRuns: 60 },
  );
});
