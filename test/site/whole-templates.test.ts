// Compiled templates with a missing file are not kept: the next build would lack it too.

import { expect, test } from 'vitest';
import type { Templates } from '../../src/astro/templates/templates.ts';
import { isWhole } from '../../src/astro/templates/whole-templates.ts';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

const whole: Templates = {
  entry: 'entry.abc.mjs',
  server: new Map([
    [
      'entry.abc.mjs',
      bytes('import { page } from "./chunks/page.mjs"; const load = () => import("./chunks/late.mjs");'),
    ],
    ['chunks/page.mjs', bytes('import "./late.mjs"; export const page = "/_stele/main.abc.js";')],
    ['chunks/late.mjs', bytes('export const style = "/docs/_stele/site.abc.css";')],
  ]),
  client: new Map([
    ['_stele/main.abc.js', bytes('')],
    ['_stele/site.abc.css', bytes('')],
    ['_stele/Chart.abc.css', bytes('')],
  ]),
  pages: [['page', { styles: [{ sheet: { type: 'external', src: '_stele/Chart.abc.css' } }] }]],
  scripts: [],
};

test('templates with all files that they name are whole', () => {
  expect(isWhole(whole)).toBe(true);
});

test.each(['_stele/main.abc.js', '_stele/site.abc.css', '_stele/Chart.abc.css'])('a page lacks %s', (path) => {
  expect(isWhole({ ...whole, client: new Map([...whole.client].filter(([name]) => name !== path)) })).toBe(false);
});

test.each(['entry.abc.mjs', 'chunks/page.mjs', 'chunks/late.mjs'])('the program lacks %s', (path) => {
  expect(isWhole({ ...whole, server: new Map([...whole.server].filter(([name]) => name !== path)) })).toBe(false);
});
