// The size of pages on whole sites: 100 and 1,000 entities in one section, with all of their pages.

import { expect, test } from 'vitest';
import { generateSite, writeSite } from '../../scripts/bench/write-site.ts';
import { measureObjects, maxBytes, mostElements } from './page-size.ts';
import { buildSite } from './build-site.ts';
import { removeFolder, temporaryFolder } from './run-stele.ts';
import { join } from 'node:path';

test.each([100, 1000])(
  'the pages of %i entities in one section are below the limits',
  { timeout: 900_000 },
  async (count) => {
    const site = generateSite(count, 1, count);
    const content = temporaryFolder();
    await writeSite(site, content);
    const { folder } = await buildSite(content, { args: ['--keep-going'] });
    const { elements, bytes } = measureObjects(folder, site);
    removeFolder(join(folder, '..'));
    removeFolder(content);
    expect(elements).toBeLessThanOrEqual(mostElements);
    expect(bytes).toBeLessThanOrEqual(maxBytes);
  },
);
