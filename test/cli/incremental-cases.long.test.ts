// Builds after builds give the bytes of a build from nothing, after edits of words, settings, public files and records.

import { appendFileSync, existsSync, readFileSync, rmSync, statSync } from 'node:fs';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { readBootId } from '../../src/disk/index.ts';
import { setUpDoorsProject, settle } from './doors-project.ts';
import { compareTwin } from '../site/twins/compare-twin.ts';
import { doorsSite } from './doors-site.ts';

const { at, run, write, build, expectClean } = setUpDoorsProject();
afterEach(() => vi.unstubAllEnvs());

const page = 'dist/guides/open/index.html';
describe('a build after a build', () => {
  /** Builds the site, and returns the names of the stages. A build of edited pages alone has no stage `parse`. */
  const stages = async (): Promise<readonly string[]> => {
    vi.stubEnv('STELE_TIMINGS', at('timings.json'));
    await build();
    return Object.keys(JSON.parse(readFileSync(at('timings.json'), 'utf8')) as object);
  };

  test('compiles pages alone of which only words are edited', { timeout: 120_000 }, async () => {
    settle();
    write('content/guides/open.mdx', '# Open\n\nPush harder.\n\nOr pull.\n');
    expect(await stages()).toContain('parse');
    for (const words of ['Or do not pull.', 'Or do not.', 'Or push `again`, and *again*.']) {
      write('content/guides/open.mdx', `# Open\n\nPush harder.\n\n${words}\n`);
      expect(await stages()).not.toContain('parse');
      await expectClean();
    }
    // The first words of a page stand in lists of pages.
    write('content/guides/open.mdx', '# Open\n\nPush.\n\nOr pull.\n');
    expect(await stages()).not.toContain('parse');
    await expectClean();
    write('content/guides/open.mdx', '# Open\n\nPush.\n\nPull.\n');
    write('content/guides/close.mdx', `${doorsSite['content/guides/close.mdx']!}\nMore words.\n`);
    expect(await stages()).not.toContain('parse');
    await expectClean();
    write('content/site.yaml', `${doorsSite['content/site.yaml']!}accent: '#333333'\n`);
    expect(await stages()).not.toContain('parse');
    await expectClean();
  });

  test('compiles pages alone of which other files read nothing new', { timeout: 240_000 }, async () => {
    const settings = 'url: https://doors.example/\nsocialImages: pages\n';
    write('content/site.yaml', doorsSite['content/site.yaml']! + settings);
    write('public/favicon.ico', 'own');
    write('content/guides/images/plan.svg', '<svg xmlns="http://www.w3.org/2000/svg" width="4" height="2"/>\n');
    write(
      'content/reference/door.mdx',
      `${doorsSite['content/reference/door.mdx']!}\n![Plan](/guides/images/plan.svg)\n`,
    );
    settle();
    expect(await stages()).toContain('parse');
    const edit = async (path: string, text: string, isAlone = true): Promise<void> => {
      write(path, text);
      expect(!(await stages()).includes('parse'), text).toBe(isAlone);
      await expectClean();
    };
    const page = 'content/guides/open.mdx';
    await edit(page, '# Open it\n\nPush. [Close](/guides/close)\n');
    await edit(
      page,
      '---\ntitle: Opening\ndescription: How to open.\n---\n\n## Steps\n\n- Push.\n- Pull.\n\n> [!NOTE]\n> Or not.\n',
    );
    await edit(
      page,
      '---\ntitle: Opening\n---\n\n## Steps\n\n[Close](/guides/close#close)\n\n| a | b |\n|---|---|\n| 1 | 2 |\n',
    );
    await edit('content/reference/door.mdx', '# Door\n\n```js\nclose();\n```\n\n![A plan](/guides/images/plan.svg)\n');
    // Now a link leads to the heading.
    await edit('content/guides/close.mdx', '---\ntitle: Closing\n---\n\n# Close\n\nPull.\n\n## How\n');
    await edit(page, '# Open\n\n```js\nopen();\n```\n', false);
    await edit(page, '# Open\n\n![Plan](images/plan.svg)\n', false);
    await edit('content/site.yaml', `${doorsSite['content/site.yaml']!}${settings}accent: '#333333'\n`);
    expect(readFileSync(at('dist/favicon.ico'), 'utf8')).toBe('own');
  });

  test('compiles the pages, too, that show rows and texts of an edited page', { timeout: 240_000 }, async () => {
    const key = (type: string, id: string): string =>
      `---\ndescriptions:\n  door:\n    id: ${id}\nreference:\n  js:\n    - key: Door\n      id: door\n      properties:\n` +
      `        - key: id\n          type: ${type}\n          description: (door.id)\n---\n\n# Door\n`;
    const method =
      '---\nreference:\n  js:\n    - key: open\n      id: open\n      title: open()\n      parameters:\n        - (Door.id)\n' +
      '      returns:\n        - (Door)\n---\n\n# Open\n';
    write('content/reference/door.mdx', key('string', 'Its name.'));
    write('content/reference/open.mdx', method);
    settle();
    expect(await stages()).toContain('parse');
    for (const [type, id] of [
      ['number', 'Its name.'],
      ['number', 'Its number.'],
      ['boolean', 'Its [state](/guides/open).'],
    ] as const) {
      write('content/reference/door.mdx', key(type, id));
      expect(await stages()).not.toContain('parse');
      expect(readFileSync(at('dist/reference/open/index.html'), 'utf8')).toContain(type);
      await expectClean();
    }
    write('content/reference/open.mdx', method.replace('# Open', '# Open it'));
    expect(await stages()).not.toContain('parse');
    await expectClean();
  });

  test('replaces the tree beside pages if the title of a link is edited', { timeout: 120_000 }, async () => {
    const navigate = (title: string): void =>
      write(
        'content/guides/_navigation.mdx',
        `---\ntitle: Guides\nlinks:\n  - { title: ${title}, url: /guides/close }\n  - { title: Open, url: /guides/open }\n---\n`,
      );
    navigate('Close');
    settle();
    await build();
    navigate('Close & <lock>');
    // Only the home page, which shows all sections.
    expect(await build()).toContain(' 2 of 9 addresses drawn anew.');
    expect(readFileSync(at(page), 'utf8')).toContain('>Close &amp; &lt;lock&gt;</a>');
    await expectClean();
    write('content/site.yaml', `${doorsSite['content/site.yaml']!}accent: '#333333'\n`);
    navigate('Close again');
    await build();
    await expectClean();
  });

  test('changes the name of the style sheet inside of pages', { timeout: 120_000 }, async () => {
    const colour = (accent: string): void =>
      write('content/site.yaml', `${doorsSite['content/site.yaml']!}accent: '${accent}'\n`);
    colour('#333333');
    settle();
    await build();
    const { ino } = statSync(at(page));
    for (const accent of ['#444444', '#333333']) {
      colour(accent);
      expect(await build()).toContain(' 0 of 9 addresses drawn anew.');
      // The same file: the system tells when it has started.
      if (readBootId() !== undefined) expect(statSync(at(page)).ino).toBe(ino);
      await expectClean();
    }
  });

  test('reads pages that stay in place: servers of hosts need the home page', { timeout: 120_000 }, async () => {
    write('content/site.yaml', `${doorsSite['content/site.yaml']}hosts: [netlify]\n`);
    await build();
    write('content/guides/open.mdx', '# Open\n\nPush harder.\n');
    expect(await build()).toMatch(/ addresses drawn anew/);
    await expectClean();
  });

  test('leaves files of `public` as they are when edits are compiled alone', { timeout: 240_000 }, async () => {
    const navigation = (title: string): string =>
      `---\ntitle: Guides\nlinks:\n  - title: ${title}\n    url: /guides/open\n` +
      '  - title: Close\n    url: /guides/close\n---\n';
    write('content/guides/_navigation.mdx', navigation('Open'));
    for (const path of ['404.html', 'guides/open.md', 'js/guides/open.md', 'guides/open.json']) {
      write(`public/${path}`, `Own ${path}`);
    }
    settle();
    await build();
    for (const [path, text] of [
      ['content/guides/_navigation.mdx', navigation('Open it')],
      ['content/guides/open.mdx', '# Open\n\nPush. [Close](/guides/close)\n'],
      ['content/guides/open.mdx', '# Opening\n\nPush. [Close](/guides/close)\n'],
      ['content/site.yaml', `${doorsSite['content/site.yaml']!}accent: '#123456'\n`],
    ] as const) {
      write(path, text);
      expect(await stages(), path).not.toContain('parse');
      await expectClean();
    }
  });

  test('draws all pages for another font, and none for a public file', { timeout: 120_000 }, async () => {
    await build();
    write('content/site.yaml', doorsSite['content/site.yaml']!.replace('a.woff2', 'b.woff2'));
    expect(await build('--why', '/')).toContain(
      'The home page: drawn again, because settings of `site.yaml` that all pages show have changed.',
    );
    await expectClean();
    write('public/404.html', 'Own page');
    expect(await build('--why', '404')).toContain(
      '404: drawn again, because a file of `public` takes or took its place.',
    );
    expect(readFileSync(at('dist/404.html'), 'utf8')).toBe('Own page');
    await expectClean();
    write('public/js/guides/open.md', 'Own twin');
    await build();
    expect(readFileSync(at('dist/js/guides/open.md'), 'utf8')).toBe('Own twin');
    await expectClean();
    rmSync(at('public'), { recursive: true });
    await build();
    expect(readFileSync(at('dist/js/guides/open.md'), 'utf8')).toContain('# ');
    await expectClean();
  });
});

test('a twin gets parts and loses them again', { timeout: 240_000 }, async () => {
  const part = (number: number): boolean => existsSync(at(`dist/js/guides/open.part-${number}.md`));
  const writePage = (paragraphs: number): void => {
    const texts = Array.from({ length: paragraphs }, (_, i) => `Push ${i} times. Then \`push\` again\n`);
    write('content/guides/open.mdx', `# Open\n\n${texts.join('\n')}`);
  };
  writePage(20);
  settle();
  await build();
  expect(part(2)).toBe(false);
  writePage(5500);
  vi.stubEnv('STELE_TIMINGS', at('timings.json'));
  await build();
  expect(readFileSync(at('timings.json'), 'utf8')).not.toContain('"parse"');
  expect([part(2), part(3), part(4)]).toEqual([true, true, true]);
  expect(compareTwin(at('dist'), 'js/guides/open/')).toBe(undefined);
  await expectClean('--threads', '2');
  write('content/guides/close.mdx', '# Close\n\nPull harder.\n');
  await build();
  await expectClean();
  // The first build without a site keeps all pages in the cache, the second one takes them from there.
  rmSync(at('dist'), { recursive: true });
  await build();
  rmSync(at('dist'), { recursive: true });
  expect(await build()).toMatch(/ 0 of \d+ addresses drawn anew/);
  await expectClean();
  write('content/site.yaml', `${doorsSite['content/site.yaml']!}description: Doors.\n`);
  await build();
  await expectClean();
  writePage(2000);
  await build();
  expect([part(2), part(3), part(4)]).toEqual([true, false, false]);
  await expectClean();
  write('content/guides/open.mdx', '# Open\n\n## Else\n');
  await build();
  expect(part(2)).toBe(false);
  await expectClean();
});

test('`--verify` names files that differ from a build from nothing', { timeout: 120_000 }, async () => {
  await build();
  // A record that lies: the states of a damaged page, with the answers of the right one.
  const { BuildMemory } = await import('../../src/project/build-memory.ts');
  vi.stubEnv('INIT_CWD', at());
  const { version } = await import('../../src/cli/version.ts');
  appendFileSync(at(page), '<!-- stale -->');
  const memory = (await BuildMemory.open(
    at('content'),
    at('dist'),
    JSON.stringify(['content', '', false, false, version]),
  ))!;
  expect(memory.last).toBeDefined();
  await memory.keep({ routes: memory.last!.routes, report: memory.last!.report });
  const { code, stderr } = await run('build', '--verify');
  expect(stderr).toContain('A build from nothing gives another file:\n  guides/open/index.html\n');
  expect(code).toBe(70);
});
