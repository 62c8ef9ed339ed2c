// The references of pages: collecting them keeps no pages in memory, and gives the paths that each page references
// alone.

import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { expect, test } from 'vitest';
import { pathsIn, References } from '../../src/project/references.ts';
import { createRandom } from '../../scripts/bench/seeded-random.ts';

test('the paths of large pages take little memory', () => {
  setFlagsFromString('--expose-gc');
  const collectGarbage = runInNewContext('gc') as () => void;
  const references = new References({ base: '/' });
  collectGarbage();
  const before = process.memoryUsage().heapUsed;
  for (let page = 0; page < 50; page++) {
    const link = `<a href="reference/page-number-${page}/">`;
    references.add('index.html', link + `${page} text `.repeat(100_000));
  }
  collectGarbage();
  expect(references.list().paths).toHaveLength(50);
  expect(process.memoryUsage().heapUsed - before).toBeLessThan(5_000_000);
});

test('random pages reference the paths that each of them references alone', () => {
  const random = createRandom(1);
  const names = ['a', 'b', 'c%20d', 'é'];
  const place = { base: '/docs/', url: 'https://x.example/docs/' };
  const starts = ['', '', './', '/docs/', '/', 'https://x.example/docs/', 'https://other.example/', '#', '?q', '..'];
  const ends = ['', '', '/', '/', '#h', '/#h', '?q#h', '/..', '/../..', '.css'];
  const pathOf = (most: number): string =>
    Array.from({ length: random.integer(most) }, () => random.pick(names)).join('/');
  for (let round = 0; round < 50; round++) {
    const references = new References(place);
    const alone = new Set<string>();
    for (let page = 0; page < 20; page++) {
      const file = `${pathOf(4)}/index.html`.replace(/^\//, '');
      const addresses = Array.from({ length: 10 }, () => {
        const up = '../'.repeat(random.integer(6));
        return (random.chance(0.8) ? up : random.pick(starts)) + pathOf(3) + random.pick(ends);
      });
      const html = addresses.map((address) => `<${random.pick(['a', 'link'])} href="${address}">x`).join('');
      references.add(file, html);
      for (const path of pathsIn(file, html, place)) alone.add(path);
    }
    expect([...references.list().paths].sort()).toEqual([...alone].sort());
  }
});
