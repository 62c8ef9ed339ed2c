// The names that `site.yaml` accepts for parts of a page are exactly those of the site's components.

import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { partNames } from '../../src/compiler/decode/index.ts';
import { repository } from './run-stele.ts';

test('every component of the site can be replaced by its name', () => {
  const files = readdirSync(join(repository, 'src/site/components')).filter((name) => name.endsWith('.astro'));
  expect(partNames).toEqual(files.map((name) => name.slice(0, -'.astro'.length)).sort());
});
