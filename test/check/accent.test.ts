// The contrast of a site's accent colour with the backgrounds of both themes, mixed as in the stylesheet.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { check } from '../compile.ts';

const source = join(import.meta.dirname, '../../src');

async function findingOf(accent: string) {
  const { diagnostics } = await check({ 'site.yaml': `title: Site\naccent: '${accent}'\n`, 'index.md': '# Home\n' });
  return diagnostics.map(({ code, severity, message, hint }) => ({ code, severity, message, hint }));
}

describe('the contrast of an accent', () => {
  test.each(['#2c5bd0', '#0a7f6f', '#767676', '#111', '#B00020'])('is enough with %s', async (accent) => {
    expect(await findingOf(accent)).toEqual([]);
  });

  test.each([
    ['#fc0', 'light', '1.51'],
    ['#3b82f6', 'light', '3.67'],
    ['#777777', 'light', '4.47'],
    ['#FFFFFF', 'light', '1.00'],
    ['#000000', 'dark', '4.01'],
  ])('of %s is reported as too low in the %s theme, with the ratio %s:1', async (accent, theme, ratio) => {
    const [finding, ...others] = await findingOf(accent);
    expect(others).toEqual([]);
    expect(finding).toMatchObject({ code: 'unreadable-accent', severity: 'warning' });
    expect(finding!.message).toContain(`\`${accent}\``);
    expect(finding!.message).toContain(`${theme} theme`);
    expect(finding!.message).toContain(`${ratio}:1`);
    // The colour that the hint suggests has no finding.
    expect(await findingOf(/`(#[\da-f]{6})`/.exec(finding!.hint!)![1]!)).toEqual([]);
  });
});

test('the rule uses the backgrounds and the share of white of the stylesheet', () => {
  const rule = readFileSync(join(source, 'compiler/check/rules/accent.ts'), 'utf8');
  const [, dark] = /--ground: light-dark\(#fff, (#\w+)\)/.exec(
    readFileSync(join(source, 'site/styles/tokens.css'), 'utf8'),
  )!;
  expect(rule).toContain("light: '#ffffff'");
  expect(rule).toContain(`dark: '${dark}'`);
  const share = /\$\{accent\} (\d+)%, #fff/.exec(readFileSync(join(source, 'astro/own-style.ts'), 'utf8'))![1];
  expect(rule).toContain(`shareOnDark = 0.${share}`);
});
