// `stele new` as a command, on the example.

import { expect, test } from 'vitest';
import { copyExample } from '../site/copy-example.ts';
import { setUpNewFolder } from './new-folder.ts';

const { at, write, makeSamples } = setUpNewFolder();

test('adds to a copy of the example', async () => {
  await copyExample(at('content'));
  expect(await write('page', 'reference/sso/thing')).toBe(
    'Wrote content/reference/sso/thing.mdx\nAdded to content/reference/_navigation.mdx\n',
  );
  await write('entity', 'reference/sso/thing', 'thing');
  await write('entity', 'reference/sso/connection', 'rename_connection', '--method');
  await write('entity', 'guides/authoring', 'thing', '--method');
  await makeSamples('content/reference/sso/thing.mdx', 'reference/sso/thing', 'get-thing-request');
});
