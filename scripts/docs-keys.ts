// `npm run docs:keys`: writes the handbook's pages of keys and of attributes from the tables of the format.

import { writeFile } from 'node:fs/promises';
import { makeKeysPages } from './docs-keys/keys-page.ts';

for (const [name, text] of Object.entries(makeKeysPages())) {
  await writeFile(new URL(`../content/guides/${name}`, import.meta.url), text);
  console.log(`content/guides/${name} is written.`);
}
