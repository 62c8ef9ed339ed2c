// The line about a field that the reader's language lacks: it shows a name of the field in another language.

import { expect, test } from 'vitest';
import { compile, page, view } from '../compile.ts';

const fields = (lines: string): string => `properties:\n${lines}`;
const field = (key: string, inside = ''): string =>
  `  - key: '${key}'\n    type: t\n    description: d\n` +
  `${inside === '' ? '' : `    properties:\n${inside.replace(/^/gm, '    ').trimEnd()}\n`}`;

const absentIn = async (entities: Readonly<Record<string, string>>, language: string) => {
  const site = 'title: Site\nlanguages: [curl, js, go, dotnet]\n';
  const {
    entities: [entity],
  } = await view(compile({ 'site.yaml': site, 'a.mdx': page(entities) }), 'a', language);
  return entity!.absent.map(
    ({ anchor, name, available }) => `${anchor}: ${name} (${available.map(({ language: id }) => id).join(', ')})`,
  );
};

test('shows the name in the first language that has the field, not the anchor', async () => {
  const entities = {
    curl: fields(field('*') + field('@type') + field('list metadata')),
    js: fields(field('*')),
    go: fields(field('CreatedAt')),
    dotnet: fields(field('Other')),
  };
  expect(await absentIn(entities, 'dotnet')).toEqual([
    'thing._: * (curl, js)',
    'thing._type: @type (curl)',
    'thing.list_metadata: list metadata (curl)',
    'thing.created_at: CreatedAt (go)',
  ]);
});

test('shows the names of outer fields in the reader’s language if it has them', async () => {
  const entities = {
    curl: fields(field('list_metadata', field('after', field('id')))),
    dotnet: fields(field('ListMetadata', field('Before'))),
  };
  expect(await absentIn(entities, 'dotnet')).toEqual([
    'thing.list_metadata.after: ListMetadata.after (curl)',
    'thing.list_metadata.after.id: ListMetadata.after.id (curl)',
  ]);
  expect(await absentIn(entities, 'curl')).toEqual(['thing.list_metadata.before: list_metadata.Before (dotnet)']);
});

test('shows the name of the list for an unnamed value and a wrapper', async () => {
  const entities = {
    curl: `parameters:\n${field('limit')}`,
    js: `returns:\n${field('anonymous')}`,
    go:
      'parameters:\n  - key: opts\n    type: t\n    expanded: true\n    properties:\n' +
      `    ${field('Limit').replaceAll('\n', '\n    ').trimEnd()}\n`,
  };
  expect(await absentIn(entities, 'js')).toEqual([
    'thing.parameters.limit: limit (curl, go)',
    'thing.parameters: parameters (go)',
  ]);
  expect(await absentIn(entities, 'curl')).toEqual(['thing.returns: returns (js)']);
});
