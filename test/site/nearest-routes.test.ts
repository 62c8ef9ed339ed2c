// The page that a reader probably meant by an unknown address.

import { describe, expect, test } from 'vitest';
import type { Route } from '../../src/site/client/compare-routes.ts';
import type { KnownLanguage } from '../../src/site/client/guess-language.ts';
import { findNearestRoutes } from '../../src/site/client/nearest-routes.ts';

const languages: readonly KnownLanguage[] = [
  { id: 'curl', names: ['cURL', 'shellscript', 'latchkey'] },
  { id: 'js', names: ['JavaScript', 'typescript', 'ts', 'node'] },
  { id: 'python', names: ['Python', 'latchkey'] },
  { id: 'go', names: ['Go'] },
  { id: 'dotnet', names: ['.NET', 'csharp', 'C#'] },
];
const titles: Readonly<Record<string, string>> = {
  'reference/organization/list': 'List organizations',
  'reference/sso/connection': 'Connection',
  'reference/sso/connection/list': 'List connections',
};
const routes: readonly Route[] = [
  '',
  'guides/authoring',
  'guides/getting-started',
  'reference',
  'reference/errors',
  'reference/organization',
  'reference/organization/list',
  'reference/sso/connection',
  'reference/sso/connection/list',
].map((route) => [route, titles[route] ?? route.toUpperCase()]);
const first = async (path: string) => {
  const { language, routes: found } = await findNearestRoutes(path, routes, languages);
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
    ['Python', 'python', ''],
    ['go/', 'go', ''],
    ['go/index.html', 'go', ''],
    ['/'.repeat(50), undefined, ''],
  ])('to %s in %s is %s', async (path, language, route) => {
    expect(await first(path)).toEqual([language, route]);
  });

  test.each(['wp-login.php', 'zzz', 'zzz/yyy', 'a'.repeat(3000)])('to %s does not exist', async (path) => {
    expect((await findNearestRoutes(path, routes, languages)).routes).toEqual([]);
  });

  test.each([
    ['javascript/reference/errors', 'js'],
    ['TypeScript/reference/errors', 'js'],
    ['java-script/reference/errors', 'js'],
    ['javascrpt/reference/errors', 'js'],
    ['node/reference/errors', 'js'],
    ['csharp/reference/errors', 'dotnet'],
    ['c#/reference/errors', 'dotnet'],
    ['.net/reference/errors', 'dotnet'],
    ['c/reference/errors', 'go'],
    ['get/reference/errors', 'go'],
    ['rust/reference/errors', 'go'],
    ['rust/reference/erors', 'go'],
    // Two languages have this name.
    ['latchkey/reference/errors', 'go'],
  ])('to %s is in the language %s', async (path, language) => {
    const found = await findNearestRoutes(path, routes, languages, 'go');
    expect([found.language, found.routes[0]?.[0]]).toEqual([language, 'reference/errors']);
  });

  test.each([
    'reference/sso/list-connections',
    'ruby/reference/list_connections',
    'reference/listConnections',
    'python/reference/sso/connections/list-connection',
  ])('to %s is that of the page with the title', async (path) => {
    expect((await findNearestRoutes(path, routes, languages)).routes[0]?.[0]).toBe('reference/sso/connection/list');
  });

  test.each(['reference/sso/connection.html', 'js/reference/sso/connection.htm', 'reference/sso/connection/index.htm'])(
    'to %s is that of this page, and of no page near it',
    async (path) => {
      const around = [...routes, ['reference/sso', 'Single sign-on'] as const];
      expect((await findNearestRoutes(path, around, languages)).routes).toEqual([
        ['reference/sso/connection', 'Connection'],
      ]);
    },
  );

  test('to an address with a misspelt folder has no language', async () => {
    const more = [...routes, ['sso/checklist', 'Checklist'] as const];
    expect(await findNearestRoutes('refrence/sso/conection', more, languages)).toMatchObject({
      routes: [['reference/sso/connection', 'Connection']],
    });
    expect((await findNearestRoutes('refrence/sso/conection', more, languages)).language).toBeUndefined();
  });

  test('is one of a few, and does not exist on a site without pages', async () => {
    const many = Array.from({ length: 50 }, (_, i): Route => [`reference/thing-${i}`, '']);
    expect((await findNearestRoutes('reference/thing', many, [])).routes).toHaveLength(5);
    expect((await findNearestRoutes('reference/thing', [], [])).routes).toEqual([]);
  });

  test('among thousands is searched with pauses, so that the page reacts to its reader', async () => {
    const many = Array.from({ length: 10_000 }, (_, i): Route => [
      `reference/group-${i % 97}/thing-number-${i}`,
      `The thing called ${i}`,
    ]);
    let turns = 0;
    const timer = setInterval(() => turns++);
    const { routes: found } = await findNearestRoutes('reference/group-55/thing-nmber-4711', many, languages);
    clearInterval(timer);
    expect(found[0]?.[0]).toBe('reference/group-55/thing-number-4711');
    expect(turns).toBeGreaterThan(10);
  });
});
