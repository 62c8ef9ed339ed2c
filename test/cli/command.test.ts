// The command from outside: its output, streams and exit codes.

import { chmod, mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { removeFolder, runStele, temporaryFolder } from '../site/run-stele.ts';
import { runWarm } from '../site/run-warm.ts';

let folder: string;
beforeEach(() => void (folder = temporaryFolder()));
afterEach(() => removeFolder(folder));

async function write(files: Readonly<Record<string, string | Uint8Array>>): Promise<void> {
  for (const [path, text] of Object.entries(files)) {
    await mkdir(join(folder, path, '..'), { recursive: true });
    await writeFile(join(folder, path), text);
  }
}

const run = (...args: readonly string[]): ReturnType<typeof runWarm> => runWarm(args, { cwd: folder });
const runProcess = (...args: readonly string[]): ReturnType<typeof runStele> => runStele(args, { cwd: folder });

describe('output and exit codes', () => {
  test.each([
    [['--help'], 0, 'stdout', /Usage: stele <command>/],
    [['build', '--help'], 0, 'stdout', /--keep-going/],
    [['--version'], 0, 'stdout', /^\d+\.\d+\.\d+\n$/],
    [[], 2, 'stderr', /Usage: stele/],
    [['biuld'], 2, 'stderr', /Did you mean build\?/],
    [['check', '--fromat', 'json'], 2, 'stderr', /There is no option --fromat\. Did you mean --format\?/],
    [['check', '--format', 'xml'], 2, 'stderr', /There is no format xml: use pretty, json, github, sarif\./],
    [['build', '--base', 'docs'], 2, 'stderr', /--base must be a path/],
    [['check', '--content', 'nowhere'], 2, 'stderr', /There is no folder .*nowhere/],
    [['explain', 'unknown-placeholdr'], 2, 'stderr', /Did you mean unknown-placeholder\?/],
    [['preview', '--out', 'nowhere'], 2, 'stderr', /is not a site/],
  ] as const)('stele %j ends with %i and explains it on %s', async (args, code, stream, text) => {
    const ended = await run(...args);
    expect(ended.code).toBe(code);
    expect(ended[stream]).toMatch(text);
    expect(ended[stream === 'stdout' ? 'stderr' : 'stdout']).toBe('');
  });

  test('check refuses an empty content folder', async () => {
    await mkdir(join(folder, 'content'));
    const ended = await runProcess('check');
    expect([ended.code, ended.stdout]).toEqual([2, '']);
    expect(ended.stderr).toMatch(/has no pages/);
  });
});

test('explain prints the page of a code, and lists all codes without one', async () => {
  const page = await run('explain', 'unknown-placeholder');
  expect(page.code).toBe(0);
  expect(page.stdout).toMatch(/^# unknown-placeholder\n\nSeverity: error\n[^]*## ✗\n[^]*## ✓\n/);
  const lines = (await run('explain')).stdout.trimEnd().split('\n');
  // Each code has a sentence, and the columns are aligned.
  const [column] = lines.map((line) => line.search(/(?:error|warning|advice) /));
  for (const line of lines) expect(line).toMatch(/^[a-z0-9-]+ +(?:error  |warning|advice )  \S.*[.]$/);
  for (const line of lines) expect(line.slice(column)).toMatch(/^(?:error|warning|advice) /);
  expect(lines.find((line) => line.startsWith('foreign-type '))).toContain(
    'A type has the name that another language uses for it.',
  );
});

test('explain --json prints the same as data', async () => {
  const all = JSON.parse((await run('explain', '--json')).stdout) as {
    code: string;
    severity: string;
    title: string;
  }[];
  expect(all.length).toBeGreaterThan(50);
  expect(all.find(({ code }) => code === 'foreign-type')).toEqual({
    code: 'foreign-type',
    severity: 'advice',
    title: 'A type has the name that another language uses for it.',
  });
  const one = JSON.parse((await run('explain', 'foreign-type', '--json')).stdout) as { page: string };
  expect(one.page).toBe((await run('explain', 'foreign-type')).stdout);
});

describe('check', () => {
  const broken = '---\ntitel: A\n---\n# A\n';

  test('as text: findings on stderr, nothing on stdout', async () => {
    await write({ 'content/a.mdx': broken });
    const ended = await runProcess('check');
    expect([ended.code, ended.stdout]).toEqual([1, '']);
    expect(ended.stderr).toBe(`content/a.mdx:2:1 error unknown-key
  \`titel\` is not a key of a page.
    1 | ---
    2 | titel: A
      | ^^^^^
  → Did you mean \`title\`?

1 page checked: 1 error.
`);
  });

  test('as JSON: one document on stdout', async () => {
    await write({ 'content/a.mdx': broken });
    const ended = await run('check', '--json');
    expect(ended.code).toBe(1);
    expect((await run('check', '--json', '--format', 'sarif')).stderr).toContain('ask for two formats');
    expect(JSON.parse(ended.stdout)).toEqual({
      version: 1,
      summary: { errors: 1, warnings: 0, advice: 0 },
      diagnostics: [
        {
          code: 'unknown-key',
          severity: 'error',
          message: '`titel` is not a key of a page.',
          hint: 'Did you mean `title`?',
          file: 'a.mdx',
          range: { start: { line: 2, column: 1 }, end: { line: 2, column: 6 } },
          related: [],
        },
      ],
    });
  });

  test('for GitHub: one line per finding, with the path from the working folder', async () => {
    await write({ 'docs/content/a.mdx': broken });
    const ended = await run('check', '--content', 'docs/content', '--format', 'github');
    expect(ended.stdout).toBe(
      '::error file=docs/content/a.mdx,line=2,endLine=2,col=1,endColumn=6,title=unknown-key::' +
        '`titel` is not a key of a page. Did you mean `title`?\n',
    );
  });

  test('a site with an address, or without twins, gets no note about relative links', async () => {
    for (const setting of ['url: https://example.com/', 'outputs: { markdown: off }']) {
      await write({ 'content/a.mdx': '# A\n', 'content/site.yaml': `title: T\n${setting}\n` });
      // The second call reads the cache.
      for (let i = 0; i < 2; i++) expect((await run('check')).stderr).toBe('1 page checked: no findings.\n');
    }
  });

  test('--max-problems lists the most severe findings and counts all, as text and as JSON', async () => {
    await write({ 'content/a.mdx': '# A\n\n<Wdget />\n', 'content/b.mdx': broken, 'content/site.yaml': 'title: T\n' });
    const asText = await run('check', '--max-problems', '1');
    expect(asText.stderr).toMatch(
      /^content\/b\.mdx:2:1 error [^]*\n1 more finding is not listed\.\n\n2 pages checked: 1 error, 1 warning\. Links in the Markdown of pages are relative: site\.yaml has no url\.\n$/,
    );
    const data = JSON.parse((await run('check', '--max-problems', '1', '--format', 'json')).stdout) as object;
    expect(data).toMatchObject({
      summary: { errors: 1, warnings: 1, advice: 0 },
      omitted: 1,
      diagnostics: [{ file: 'b.mdx' }],
    });
    expect((await run('check', '--max-problems', '-1')).code).toBe(2);
  });

  test('severities of site.yaml change which findings are reported and the exit code; errors stay errors', async () => {
    const site = (severities: string): string => `title: T\nseverities: { ${severities} }\n`;
    await write({ 'content/a.mdx': '# A\n\n<Wdget />\n', 'content/site.yaml': site('unknown-component: off') });
    expect(await run('check')).toMatchObject({
      code: 0,
      stderr: expect.stringMatching(/^1 page checked: no findings\. /),
    });
    await write({ 'content/site.yaml': site('unknown-component: error') });
    expect(await run('check')).toMatchObject({
      code: 1,
      stderr: expect.stringMatching(/error unknown-component/) as string,
    });
    await write({ 'content/a.mdx': broken, 'content/site.yaml': site('unknown-key: off') });
    const ended = await run('check');
    expect(ended.code).toBe(1);
    expect(ended.stderr).toMatch(/error unknown-key[^]*error severity-of-error/);
  });

  test('as SARIF: one document on stdout, with paths from the working folder', async () => {
    await write({ 'docs/content/a.mdx': broken });
    const ended = await run('check', '--content', 'docs/content', '--format', 'sarif');
    const { version, runs } = JSON.parse(ended.stdout) as {
      version: string;
      runs: readonly [{ results: readonly object[] }];
    };
    expect([ended.code, version]).toEqual([1, '2.1.0']);
    expect(runs[0].results).toMatchObject([
      {
        ruleId: 'unknown-key',
        level: 'error',
        locations: [
          { physicalLocation: { artifactLocation: { uri: 'docs/content/a.mdx' }, region: { startLine: 2 } } },
        ],
      },
    ]);
  });

  test('reports all findings of all files in one run, also of files that cannot be read', async () => {
    await write({
      'content/a.mdx': broken,
      'content/b.mdx': new Uint8Array([35, 32, 0xff, 10]),
      'content/c.mdx': `# ${'x'.repeat(1024 * 1024)}`,
      'content/d.mdx': '---\nbreadcrumb: [a]\n---\n# D\n',
    });
    const { stdout } = await run('check', '--format', 'json');
    const { diagnostics } = JSON.parse(stdout) as { diagnostics: readonly { code: string; file: string }[] };
    expect(diagnostics.map(({ code, file }) => `${file} ${code}`)).toEqual([
      'a.mdx unknown-key',
      'b.mdx not-utf8',
      'c.mdx file-too-large',
      'd.mdx wrong-type',
    ]);
  });

  test('reports a file without permission to read it', async (context) => {
    context.skip(process.getuid?.() === 0, 'root may read every file');
    await write({ 'content/a.mdx': '# A\n', 'content/b.mdx': '# B\n' });
    await chmod(join(folder, 'content/b.mdx'), 0);
    expect((await run('check')).stderr).toMatch(
      /b\.mdx error unreadable-file\n {2}The file cannot be read: you have no permission to read it/,
    );
  });
});

describe('build', () => {
  const good = '# Door\n\nA door.\n';
  const bad = '---\ntitel: A\n---\n# A\n';

  test('writes nothing if the content has errors, and keeps the last site', async () => {
    await write({ 'content/door.mdx': good });
    expect((await run('build')).code).toBe(0);
    const before = await readFile(join(folder, 'dist/door/index.html'), 'utf8');
    await write({ 'content/door.mdx': bad });
    const ended = await run('build');
    expect(ended.code).toBe(1);
    expect(ended.stderr).toMatch(/Nothing was written: 1 error\./);
    expect(await readFile(join(folder, 'dist/door/index.html'), 'utf8')).toBe(before);
    expect((await readdir(folder)).sort()).toEqual(['content', 'dist']);
  });

  test('--keep-going writes the site despite errors, and ends with 1', async () => {
    await write({ 'content/door.mdx': bad });
    const ended = await run('build', '--keep-going');
    expect(ended.code).toBe(1);
    expect(ended.stderr).toMatch(/Built 1 page, .* with 1 error/);
    expect(await readdir(join(folder, 'dist'))).toContain('door');
  });

  test('only the 404 page uses --base, or the path of the site’s url', async () => {
    await write({ 'content/door.mdx': good, 'content/site.yaml': 'title: Site\nurl: https://example.com/docs/\n' });
    const notFound = async (...args: readonly string[]): Promise<string> => {
      expect((await run('build', ...args)).code).toBe(0);
      expect(await readFile(join(folder, 'dist/door/index.html'), 'utf8')).not.toMatch(/(?:href|src)="\//);
      return readFile(join(folder, 'dist/404.html'), 'utf8');
    };
    expect(await notFound()).toMatch(/href="\/docs\/_stele\/site\.[^"]+\.css"/);
    expect(await notFound('--base', '/x/y')).toMatch(/href="\/x\/y\/_stele\/site\.[^"]+\.css"/);
  });

  test('refuses a folder with other files, and leaves it unchanged', async () => {
    await write({ 'content/door.mdx': good, 'out/thesis.txt': 'mine' });
    const ended = await run('build', '--out', 'out');
    expect(ended.code).toBe(2);
    expect(ended.stderr).toMatch(/contains files that are not part of a site built by Stele/);
    expect(await readdir(join(folder, 'out'))).toEqual(['thesis.txt']);
  });

  test('leaves the last site complete if it is killed', async () => {
    await write({ 'content/door.mdx': good });
    await run('build');
    const before = await readFile(join(folder, 'dist/door/index.html'), 'utf8');
    await write({ 'content/door.mdx': '# Another\n' });
    for (const delay of [300, 600, 900]) {
      const killed = runStele(['build'], { cwd: folder, killAfter: delay });
      await killed;
      const now = await readFile(join(folder, 'dist/door/index.html'), 'utf8');
      expect(now === before || now.includes('Another')).toBe(true);
      expect(await readdir(join(folder, 'dist'))).toContain('404.html');
    }
    expect((await run('build')).code).toBe(0);
    expect((await readdir(folder)).sort()).toEqual(['content', 'dist']);
  });
});
