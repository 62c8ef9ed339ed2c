// Colours of code, from the style sheets: they have enough contrast on each background of code, in both themes.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { toneTheme } from '../../src/engines/tones.ts';
import { repository } from './run-stele.ts';

const styles = ['tokens.css', 'code/tones.css']
  .map((name) => readFileSync(join(repository, 'src/site/styles', name), 'utf8').replace(/\/\*[^]*?\*\//g, ''))
  .join('\n');

/** Custom properties of `:root` in one of the themes. */
function readProperties(isDark: boolean): ReadonlyMap<string, string> {
  const [, body] = /:root \{([^}]*)\}/.exec(styles)!;
  return new Map(
    [...body!.matchAll(/(--[\w-]+): ([^;]+);/g)].map(([, name, value]) => {
      const [, light, dark] = /^light-dark\(([^,]+), ([^)]+)\)$/.exec(value!) ?? [value, value, value];
      return [name!, (isDark ? dark : light)!];
    }),
  );
}

/** Relative luminance of a colour `#rgb` or `#rrggbb` (WCAG 2). */
function luminance(colour: string): number {
  const hex = /^#[\da-f]{3}$/i.test(colour) ? colour.replace(/[\da-f]/gi, '$&$&') : colour;
  const [red, green, blue] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(a: string, b: string): number {
  const [light, dark] = [luminance(a), luminance(b)].sort((x, y) => y - x) as [number, number];
  return (light + 0.05) / (dark + 0.05);
}

const tones = toneTheme()
  .settings.flatMap(({ settings }) => settings.foreground)
  .filter((colour) => colour !== '#000000');
const grounds = ['--raised', '--mark', '--added', '--removed'];

test('the contrast of known colours is right', () => {
  expect(contrast('#fff', '#000')).toBeCloseTo(21);
  expect(contrast('#777777', '#ffffff')).toBeCloseTo(4.48, 2);
});

describe.each([
  ['light', false],
  ['dark', true],
])('in the %s theme', (theme, isDark) => {
  const properties = readProperties(isDark);
  const names = [...properties.keys()].filter((name) => name.startsWith('--t-'));

  test('every tone of the highlighter has a class and a colour', () => {
    expect(names).toHaveLength(tones.length);
    for (const name of names)
      expect(styles.replace(/\s+/g, ' ')).toContain(`.${name.slice(2)} { color: var(${name}); }`);
  });

  test('every colour has a contrast of at least 4.5 on every background of code', () => {
    const all = [...names, '--main', '--soft', '--faint'].flatMap((name) =>
      grounds.map((ground) => ({
        pair: `${name} on ${ground}`,
        value: contrast(properties.get(name)!, properties.get(ground)!),
      })),
    );
    const least = all.toSorted((a, b) => a.value - b.value)[0]!;
    console.log(`least contrast of code, ${theme}: ${least.value.toFixed(2)} (${least.pair})`);
    expect(all.filter(({ value }) => !(value >= 4.5))).toEqual([]);
  });
});
