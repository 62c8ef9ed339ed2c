// What a reader probably meant by an address that leads nowhere.

import { describe, expect, test } from 'vitest';
import { findNearest, type Route } from '../../src/site/client/nearest-routes.ts';

const languages = ['curl', 'js', 'python', 'go'];
const routes: readonly Route[] = [
  'guides/authoring',
  'guides/getting-started',
  'reference',
  'reference/errors',
  'reference/organization',
  'reference/organization/list',
  'reference/sso/connection',
  'reference/sso/connection/list',
].map((route) => [route, route.toUpperCase()]);
const first = (path: string) => {
  const { language, routes: found } = findNearest(path, routes, languages);
  return [language, found[0]?.[0]];
};

describe('the nearest route', () => {
  test.each([
    ['reference/sso/conection', undefined, 'reference/sso/connection'],
    ['go/reference/sso/conenction', 'go', 'reference/sso/connection'],
    ['reference/connection', undefined, 'reference/sso/connection'],
    ['api/organization/list', undefined, 'reference/organization/list'],
    ['guides/authoring/tables', undefined, 'guides/authoring'],
    ['python/Reference/Errors', 'python', 'reference/errors'],
    ['phyton/reference/errors', 'python', 'reference/errors'],
    ['kotlin/reference/errors', 'curl', 'reference/errors'],
    ['reference/sso/connection/lst', undefined, 'reference/sso/connection/list'],
    ['getting-startd', undefined, 'guides/getting-started'],
  ])('to %s in %s is %s', (path, language, route) => {
    expect(first(path)).toEqual([language, route]);
  });

  test.each(['wp-login.php', '', 'zzz/yyy', 'a'.repeat(3000), '/'.repeat(50)])('to %s is none', (path) => {
    expect(findNearest(path, routes, languages).routes).toEqual([]);
  });

  test('is one of few, and on a site without pages none', () => {
    const many = Array.from({ length: 50 }, (_, i): Route => [`reference/thing-${i}`, '']);
    expect(findNearest('reference/thing', many, []).routes).toHaveLength(5);
    expect(findNearest('reference/thing', [], []).routes).toEqual([]);
  });

  test('of thousands is found while a reader blinks', () => {
    const many = Array.from({ length: 10_000 }, (_, i): Route => [`reference/group-${i % 97}/thing-number-${i}`, '']);
    const start = performance.now();
    findNearest('reference/group-5/thing-nmber-4711', many, languages);
    expect(performance.now() - start).toBeLessThan(1000);
  });
});
