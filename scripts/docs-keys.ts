// `npm run docs:keys`: writes the handbook's page of keys and attributes from the tables of the format.

import { writeFile } from 'node:fs/promises';
import { makeKeysPage } from './docs-keys/keys-page.ts';

await writeFile(new URL('../content/guides/keys.mdx', import.meta.url), makeKeysPage());
console.log('content/guides/keys.mdx is written.');
