// The size of the page of an object: its HTML does not grow with the size of its section.

import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { generateSite, writeSite } from '../../scripts/bench/write-site.ts';
import { measureObjects, maxBytes, mostElements } from './page-size.ts';
import { buildSite } from './build-site.ts';
import { removeFolder, temporaryFolder } from './run-stele.ts';

/** A site with few pages, and with the navigation of a large section. */
const site = generateSite(6, 1, 6);
let content: string;

beforeAll(async () => {
  content = temporaryFolder();
  await writeSite(site, content);
});

afterAll(() => removeFolder(content));

test.each([100, 1000])(
  'the page of an object in a section with %i links is below the limits',
  { timeout: 120_000 },
  async (count) => {
    const own = site.entities.map(({ route, id }) => ({ title: id, url: `/${route}` }));
    const others = Array.from({ length: count - own.length }, (_, i) => ({
      title: `Billing scheduled reservation ${i}`,
      url: `https://example.com/billing/scheduled_reservation_${i}`,
    }));
    const topic = site.entities[0]!.topic;
    const navigation = JSON.stringify({ title: topic, links: [...others.slice(0, 40), ...own, ...others.slice(40)] });
    writeFileSync(join(content, `${topic}/_navigation.mdx`), `---\n${navigation}\n---\n`);
    const { folder } = await buildSite(content);
    const { elements, bytes } = measureObjects(folder, site);
    removeFolder(join(folder, '..'));
    expect(elements).toBeLessThanOrEqual(mostElements);
    expect(bytes).toBeLessThanOrEqual(maxBytes);
  },
);
