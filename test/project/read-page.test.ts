// Tags of the usual form are read in a quicker way. It must find what the reader of all tags finds.

import { expect, test } from 'vitest';
import { readPage } from '../../src/project/read-page.ts';
import { createRandom } from '../../scripts/bench/seeded-random.ts';

/** Parts of a drawn page. */
const page = `<!DOCTYPE html><html lang="en" data-root="../../"><head><meta charset="utf-8"><script>{let e="<a href='x'>"}
</script><meta name="viewport" content="width=device-width"><meta property="og:image" content="https://x.example/a.png">
<link rel="icon" href="../../favicon.ico" sizes="32x32"><script type="module" src="../../_stele/main.js"></script></head>
<body><a class="skip" href="#-main">Skip</a><!-- <a href="../comment/"> --><nav aria-label="Sections">
<a href="../../billing/" aria-current="true">Billing</a><a class="brand" href="../"><img src="../logo.svg" alt=""></a>
<a class="absent" href="../../go/?a=1&amp;b=2#x" data-language="go">Go<span class="sr-only"> edition</span></a></nav>
<pre tabindex="0"><code>a <span class="t-o">=</span> <a class="t-f" href="#list">list</a>(<span class="t-s">"x"</span>)
<span class="t-p">"</span>href="../in-text/"<span class="t-p">"</span></code></pre><input type="radio" class="sr-only" checked>
<button class="copy" type="button" hidden>Copy</button><section data-routes="../_routes.json" class="not-found"></section>
<video poster="a.png" src="b.mp4"></video><a rel="prev" href="../list/" title="A > B, 'C'"><span>Back</span></a></body>`;

const oddities = [
  ...'<>"\'=#/ \n&aA',
  '<!--',
  '-->',
  '</script',
  '<a ',
  '<b ',
  '<A HREF="../upper/">',
  ' href="../more/"',
  ' href="',
  " title='",
  ' data-href="x"',
  ' src="y"',
  ' download',
  ' = ',
  '<a href=../bare/ class="x">',
  '<span title="<a href=">',
  '<style>',
];

function find(html: string, readPlain?: () => number): readonly string[] {
  const found: string[] = [];
  readPage(html, (address, isLink = false) => found.push(`${address} ${isLink}`), readPlain);
  // Addresses of places in the same page need no file, and may be left out.
  return found.filter((address) => !address.startsWith('#'));
}

test('a page references what its tags name', () => {
  expect(find(page)).toEqual([
    'https://x.example/a.png false',
    '../../favicon.ico false',
    '../../_stele/main.js false',
    '../../billing/ true',
    '../ true',
    '../logo.svg false',
    '../../go/?a=1&b=2#x true',
    '../_routes.json false',
    'a.png false',
    'b.mp4 false',
    '../list/ true',
  ]);
});

test('tags of the usual form are read like all others, however a page is spoilt', () => {
  const random = createRandom(3);
  for (let round = 0; round < 3000; round++) {
    let html = page;
    for (let change = random.integer(8); change >= 0; change--) {
      const at = random.integer(html.length);
      html = html.slice(0, at) + random.pick(oddities) + html.slice(at + random.pick([0, 0, 1, 5, 40]));
    }
    const all = find(html, () => -1);
    expect(find(html), html).toEqual(all);
  }
});
