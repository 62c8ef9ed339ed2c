// Code blocks in a real browser under a strict policy: tabs, wrapping, folding, copying, finding and printing.

import { describe, expect, test } from 'vitest';
import { long, setUpCodeBlocks, shownCode, wide } from './code-block-site.ts';
import { closeContext } from './shared-browser.ts';

const open = setUpCodeBlocks();

describe.each([
  ['off', false],
  ['on', true],
])('with JavaScript %s', (_name, javaScriptEnabled) => {
  test('mouse and keyboard switch tabs', async () => {
    const page = await open({ javaScriptEnabled });
    expect(await shownCode(page)).toEqual(['app.get("/", answer);', 'line0();', wide, 'a();']);
    await page.getByText('app/page.tsx').click();
    expect((await shownCode(page))[0]).toBe('export default function Page() {}');
    await page.getByRole('radio', { name: 'app/page.tsx' }).press('ArrowRight');
    expect((await shownCode(page))[0]).toBe('{');
    expect(await page.getByRole('group', { name: 'Server' }).getByRole('radio', { checked: true }).count()).toBe(1);
    await closeContext(page.context());
  });

  test('long code is folded and opens with one click or key', async () => {
    const page = await open({ javaScriptEnabled });
    const last = page.getByText('line47();');
    expect(await last.isVisible()).toBe(false);
    await page.getByText('Show 28 more lines').click();
    expect(await last.isVisible()).toBe(true);
    await page.getByText('Show fewer lines').press('Enter');
    expect(await last.isVisible()).toBe(false);
    await closeContext(page.context());
  });
});

describe('copying', () => {
  test('gives the whole sample without marks and markers, also if a part is folded', async () => {
    const page = await open({ permissions: ['clipboard-read', 'clipboard-write'] });
    const copy = async (block: string): Promise<string> => {
      await page.locator('.code', { hasText: block }).locator('.copy:visible').click();
      return page.evaluate(() => navigator.clipboard.readText());
    };
    expect(await copy('Server')).toBe('app.get("/", answer);\n\nlisten(3000);');
    expect(await copy('Long')).toBe(long.join('\n'));
    expect(await copy('Marked')).toBe('a();\nb();');
    await page.getByText('Response').click();
    expect(await copy('Server')).toBe('{\n\t"a": "<&>"\n}');
    await closeContext(page.context());
  });
});
