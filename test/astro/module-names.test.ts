// Names of modules on each system.

import { expect, test } from 'vitest';
import { moduleAt, moduleOf } from '../../src/astro/module-names.ts';

test('the module of a file has slashes on Windows; elsewhere a backslash is part of a name', () => {
  expect(moduleOf('C:\\docs\\content\\_parts\\Brand.astro', '\\')).toBe('C:/docs/content/_parts/Brand.astro');
  expect(moduleOf('/docs/a\\b.astro', '/')).toBe('/docs/a\\b.astro');
});

test('the module at an address of Vite', () => {
  expect(moduleAt('/@fs/home/docs/a.astro')).toBe('/home/docs/a.astro');
  expect(moduleAt('/@fs/C:/docs/a.astro')).toBe('C:/docs/a.astro');
  expect(moduleAt('/src/a.astro')).toBeUndefined();
});
