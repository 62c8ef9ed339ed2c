// Every key of an entity and of an item has an effect: on the page, in the export, on the answers that decide which
// other pages are drawn again, and on the comparison of entities with the same key. A key that a stage forgets fails.

import { describe, expect, test, vi } from 'vitest';
import { parse, stringify } from 'yaml';
import { entityShape, itemShape } from '../../src/compiler/format/index.ts';
import type { Compilation } from '../../src/compiler/model/index.ts';
import { listAnswers } from '../../src/outputs/answers/index.ts';
import { exportReference } from '../../src/outputs/export/index.ts';
import { drawRows } from '../../src/site/components/draw-rows.ts';
import { compile, findings, view } from '../compile.ts';

// The words in the language of a site come from a module that Astro makes.
vi.mock('../../src/site/strings/index.ts', () => import('../../src/site/strings/en.ts'));

type Values = Readonly<Record<string, unknown>>;

/** A map that may have the key, the language of its entity, and a reference to it from another page. */
interface Place {
  readonly language: string;
  /** The map without the key. */
  readonly values: Values;
  readonly entityWith: (values: Values) => Values;
  readonly reference: string;
}

const inner = [{ key: 'id', type: 'String', description: 'The identifier.' }];
const item = { key: 'opened_at', type: 'Time', description: 'When it opened.' };
const object = { key: 'Door', id: 'door', title: 'class Door' };

const entityPlaces: readonly Place[] = [
  { values: { ...object, properties: [item] }, reference: '(Door)' },
  { values: { ...object, parameters: [item], returns: [item] }, reference: '(Door)' },
  { values: { key: 'Door', type: 'Integer', description: 'How many.' }, reference: '(Door)' },
].map((place) => ({ ...place, language: 'ruby', entityWith: (values) => values }));

/**
 * An item with items inside, since some keys need them, and an item without a name, in place of which `title` stands.
 */
const itemPlaces: readonly Place[] = [
  {
    language: 'ruby',
    values: { key: 'anonymous', type: 'Door', description: 'The door.' },
    entityWith: (values) => ({ ...object, returns: [values] }),
    reference: '(Door)',
  },
  {
    language: 'ruby',
    values: { ...item, properties: inner },
    entityWith: (values) => ({ ...object, properties: [values] }),
    reference: '(Door.opened_at)',
  },
];

/** Keys without which there is no entity or item. They are compared with another value. */
const otherValues: Readonly<Record<string, unknown>> = { key: 'other' };

function compileWith({ language, entityWith, reference }: Place, values: Values): Compilation {
  const page = (front: Values): string => `---\n${stringify(front)}---\n\n# Page\n`;
  const use = { key: 'use', id: 'use', parameters: [reference] };
  return compile({
    'site.yaml': stringify({ title: 'Latchkey', languages: [language] }),
    'reference/door.mdx': page({
      descriptions: { door: { id: 'The identifier.' } },
      reference: { [language]: [entityWith(values)] },
    }),
    'use/limit.mdx': page({ reference: { [language]: [{ key: 'limit', type: 'Integer', description: 'How many.' }] } }),
    'use.mdx': `${page({ reference: { [language]: [use] } })}\n\`\`\`${language}\nDoor.new\n\`\`\`\n`,
  });
}

/** The export, without places in files. */
function exportOf({ resolved }: Compilation): string {
  return JSON.stringify(exportReference(resolved, []), (key, value: unknown) => (key === 'origin' ? undefined : value));
}

/** The views of the entities of a page, with rows as HTML. */
async function viewOf(compilation: Compilation, route: string, language: string): Promise<string> {
  const { entities } = await view(compilation, route, language);
  return JSON.stringify(entities.map(({ lists, ...others }) => [others, lists.map(({ rows }) => drawRows(rows))]));
}

/** The answers that another page is drawn from, without the text of its own file. */
function answersOf({ resolved }: Compilation): string {
  const answers = listAnswers(resolved);
  return answers.questionsOf('use').map(answers.answer).join('\n');
}

describe.each([
  ['entity', entityShape, entityPlaces],
  ['item', itemShape, itemPlaces],
] as const)('the key of an %s', (_name, { keys }, places) => {
  const cases = Object.entries(keys).map(([name, { example }]) => {
    const value = (parse(`value: ${example}`) as { value: unknown }).value;
    return { name, value };
  });

  /** Two maps that differ in the key alone. */
  const pairOf = ({ values }: Place, name: string, value: unknown): readonly [Values, Values] => {
    const { [name]: _own, ...others } = values;
    return [
      { ...others, ...(name in otherValues ? { [name]: otherValues[name] } : {}) },
      { ...others, [name]: value },
    ];
  };

  /** Keys that the page of the entity does not show. */
  const unseen: Readonly<Record<string, string>> = {
    url: 'A check compares it with the route of the page.',
    patternBefore: 'It decides which names in samples are links to the entity.',
  };

  /** Keys that no other page shows or asks for. */
  const unasked: Readonly<Record<string, string>> = {
    url: 'A check compares it with the route of the page.',
    sendsEmail: 'The page of the entity shows it.',
  };

  test.each(cases)('$name changes the view, the export, and the answers of pages that refer to it', async (key) => {
    const effects = await Promise.all(
      places.map(async (place) => {
        const [before, after] = pairOf(place, key.name, key.value).map((values) => compileWith(place, values));
        const isChanged = async (route: string): Promise<boolean> =>
          (await viewOf(before!, route, place.language)) !== (await viewOf(after!, route, place.language));
        const [isShownThere, isShownElsewhere] = [await isChanged('reference/door'), await isChanged('use')];
        const isShown = isShownThere || isShownElsewhere;
        const isExported = exportOf(before!) !== exportOf(after!);
        const isAnswered = answersOf(before!) !== answersOf(after!);
        return { isShown, isExported, isAnswered, isShownElsewhere };
      }),
    );
    expect(effects.some(({ isShown }) => isShown)).toBe(!(key.name in unseen));
    expect(effects.some(({ isExported }) => isExported)).toBe(true);
    expect(effects.some(({ isAnswered }) => isAnswered)).toBe(!(key.name in unasked));
    expect(effects.filter(({ isShownElsewhere, isAnswered }) => isShownElsewhere && !isAnswered)).toEqual([]);
  });

  /** Keys whose values may differ between entities that are the same. */
  const uncompared: Readonly<Record<string, string>> = {
    key: 'A reference finds entities by their key.',
    url: 'It is the route of the page, and each of the two has its own.',
  };

  test.each(cases.filter(({ name }) => !(name in uncompared)))(
    '$name tells entities of the same key apart, so that a reference to them is ambiguous',
    ({ name, value }) => {
      const isAmbiguous = (place: Place, both: readonly Values[]): boolean => {
        const [a, b] = both.map((values) => stringify({ reference: { ruby: [place.entityWith(values)] } }));
        const use = { key: 'use', id: 'use', parameters: ['(Door)'] };
        return findings(
          compile({
            'site.yaml': 'title: Latchkey\nlanguages: [ruby]\n',
            'a/door.mdx': `---\ndescriptions: { door: { id: Text. } }\n${a}---\n# Door\n`,
            'b/door.mdx': `---\n${b}---\n# Door\n`,
            'use.mdx': `---\n${stringify({ reference: { ruby: [use] } })}---\n# Use\n`,
          }),
        ).some((finding) => finding.includes('ambiguous-reference'));
      };
      expect(places.some((place) => isAmbiguous(place, pairOf(place, name, value)))).toBe(true);
      for (const place of places) expect(isAmbiguous(place, [place.values, place.values])).toBe(false);
    },
  );
});
