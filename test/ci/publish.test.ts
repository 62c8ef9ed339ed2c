// Publishing to a real git repository on the disk: no pages of others are lost, and hostile files and names are
// refused.

import { rm, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse, type DefaultTreeAdapterMap } from 'parse5';
import { describe, expect, test } from 'vitest';
import { markPreview } from '../../src/ci/publish/mark-preview.ts';
import { readSite } from '../../src/ci/publish/read-site.ts';
import { ci } from '../../src/cli/ci.ts';
import { run, temporaryFolder } from '../scripts/run-script.ts';
import { cpuTime } from '../cpu-time.ts';
import {
  sha,
  page,
  makeRemote,
  git,
  ask,
  readBranch,
  writeSite,
  publishPreview,
  publishSite,
  removePreview,
  expectDone,
} from './publish-steps.ts';

describe('the branch', () => {
  test('contains the site and all previews after updates and removals', async () => {
    const remote = await makeRemote();
    const pages = { 'index.html': page, 'old/index.html': page };
    const first = await writeSite({ ...pages, '_stele/site.css': 'a{}', 'a.md': '# A' });
    const main = await writeSite({ 'index.html': page, 'guide/index.html': page, '.stele.json': '{}' });
    const second = await writeSite({ 'index.html': page, 'new/index.html': page });

    expectDone(await publishPreview({ remote, site: first, pr: 7 }));
    expect([...(await readBranch(remote)).keys()]).toEqual([
      '.nojekyll',
      'pr-7/_stele/site.css',
      'pr-7/a.md',
      'pr-7/index.html',
      'pr-7/old/index.html',
    ]);
    expectDone(await publishSite(remote, main));
    expectDone(await publishPreview({ remote, site: first, pr: 12 }));
    expectDone(await publishPreview({ remote, site: second, pr: 7 }));
    expect([...(await readBranch(remote)).keys()]).toEqual([
      '.nojekyll',
      '.stele.json',
      'guide/index.html',
      'index.html',
      'pr-12/_stele/site.css',
      'pr-12/a.md',
      'pr-12/index.html',
      'pr-12/old/index.html',
      'pr-7/index.html',
      'pr-7/new/index.html',
    ]);
    expectDone(await publishSite(remote, second));
    expectDone(await removePreview(remote, 12));
    expect([...(await readBranch(remote)).keys()]).toEqual([
      '.nojekyll',
      'index.html',
      'new/index.html',
      'pr-7/index.html',
      'pr-7/new/index.html',
    ]);
    expect((await ask(remote, 'rev-list', '--count', 'gh-pages')).trim()).toBe('6');
  });

  test('gets no commit if nothing has changed', async () => {
    const remote = await makeRemote();
    const site = await writeSite({ 'index.html': page });
    expectDone(await publishSite(remote, site));
    expectDone(await publishSite(remote, site));
    expectDone(await removePreview(remote, 3));
    expect((await ask(remote, 'rev-list', '--count', 'gh-pages')).trim()).toBe('1');
  });

  test('is not created by a removal', async () => {
    const remote = await makeRemote();
    expectDone(await removePreview(remote, 3));
    expect(await ask(remote, 'for-each-ref')).toBe('');
  });

  test('keeps its CNAME unless the site has one', async () => {
    const remote = await makeRemote();
    expectDone(await publishSite(remote, await writeSite({ 'index.html': page, CNAME: 'docs.example.com\n' })));
    expectDone(await publishSite(remote, await writeSite({ 'index.html': page })));
    expect((await readBranch(remote)).get('CNAME')).toBe('docs.example.com\n');
    expectDone(await publishSite(remote, await writeSite({ 'index.html': page, CNAME: 'new.example.com\n' })));
    expect((await readBranch(remote)).get('CNAME')).toBe('new.example.com\n');
  });

  test('contains the files unchanged, whatever the attributes and settings of git are', async () => {
    const remote = await makeRemote();
    const text = 'one\r\ntwo\n';
    expectDone(await publishSite(remote, await writeSite({ 'index.html': page, 'crlf.txt': text })));
    const branch = await readBranch(remote);
    expect(branch.get('crlf.txt')).toBe(text);
    expect(branch.get('index.html')).toBe(page);
  });

  test('is unchanged if each push is refused', async () => {
    const remote = await makeRemote();
    const hook = join(remote.slice('file://'.length), 'hooks', 'pre-receive');
    await writeFile(hook, '#!/bin/sh\necho "this branch is protected"\nexit 1\n', { mode: 0o755 });
    const { code, stderr } = await publishSite(remote, await writeSite({ 'index.html': page }));
    expect(code).toBe(1);
    expect(stderr).toContain('this branch is protected');
  });
});

test('other names on the branch stay unchanged, even if they are not UTF-8', async () => {
  const remote = await makeRemote();
  const folder = remote.slice('file://'.length);
  const blob = (await run('sh', ['-c', `echo x | git -C ${folder} hash-object -w --stdin`])).stdout.trim();
  const make = `printf '100644 blob ${blob}\\tpr-5\\n100644 blob ${blob}\\tCNAME\\n' | git -C ${folder} mktree`;
  const tree = (await run('sh', ['-c', make])).stdout.trim();
  const odd = (
    await run('sh', [
      '-c',
      `printf '040000 tree ${tree}\\tpr-9\\000100644 blob ${blob}\\tcaf\\351\\000' | git -C ${folder} mktree -z`,
    ])
  ).stdout.trim();
  const author = ['-c', 'user.name=A', '-c', 'user.email=a@example.com'];
  const commit = (await git([...author, '-C', folder, 'commit-tree', odd, '-m', 'x'])).trim();
  await git(['-C', folder, 'update-ref', 'refs/heads/gh-pages', commit]);
  expectDone(await publishPreview({ remote, site: await writeSite({ 'index.html': page }), pr: 1 }));
  const listed = await run('sh', ['-c', `git -C ${folder} ls-tree -z --name-only gh-pages | od -An -c | tr -d ' \\n'`]);
  expect(listed.stdout).toContain('caf351');
});

describe('a preview', () => {
  test('has a mark on each page, and the site of main has none', async () => {
    const remote = await makeRemote();
    const site = await writeSite({ 'index.html': page, 'a/index.html': page, 'feed.xml': '<head><body>' });
    expectDone(await publishSite(remote, site));
    expectDone(await publishPreview({ remote, site, pr: 5, ref: 'feature/tabs' }));
    const branch = await readBranch(remote);
    for (const path of ['pr-5/index.html', 'pr-5/a/index.html']) {
      expect(branch.get(path)).toBe(
        '<!doctype html><html lang="en"><head><meta name="robots" content="noindex"><title>T</title></head>' +
          '<body class="x"><aside class="preview-banner" aria-label="Preview">Preview of branch ' +
          '<code>feature/tabs</code> at commit <code>1a2b3c4</code></aside><p>Text</p></body></html>',
      );
    }
    expect(branch.get('index.html')).toBe(page);
    expect(branch.get('pr-5/feed.xml')).toBe('<head><body>');
  });

  test('shows a hostile branch name as text', async () => {
    const remote = await makeRemote();
    const ref = `x"'><img/src=x/onerror=alert(1)>$(touch\${IFS}owned)&amp;\u202egnp.exe\n-->${'long'.repeat(100)}`;
    expectDone(await publishPreview({ remote, site: await writeSite({ 'index.html': page }), pr: 5, ref }));
    const [banner] = findAll(parse((await readBranch(remote)).get('pr-5/index.html') ?? ''), 'aside');
    const words = textOf(banner);
    expect(findAll(banner, 'img')).toEqual([]);
    expect(words).toContain(`x"'><img/src=x/onerror=alert(1)>$(touch\${IFS}owned)&amp;\\u{202e}gnp.exe\\u{a}-->`);
    expect(words).toMatch(/…( at commit 1a2b3c4)$/);
    expect(words.length).toBeLessThan(160);
  });

  test('needs a number, a commit and a plain branch', async () => {
    const site = await writeSite({ 'index.html': page });
    const good = { site, remote: 'file:///nowhere', pr: '5', 'head-sha': sha, 'head-branch': 'topic' };
    const numbers = ['../5', '0'].map((pr) => ({ pr }));
    const branches = ['--force', 'a:b'].map((name) => ({ 'pages-branch': name }));
    for (const change of [...numbers, ...branches, { 'head-sha': 'main' }, { 'head-branch': '' }]) {
      const options = Object.entries({ ...good, ...change }).map(([name, value]) => `--${name}=${value}`);
      await expect(ci.run(['publish', ...options])).rejects.toThrow(
        new RegExp(`^--${Object.keys(change)[0]} is (not|missing)`),
      );
    }
  });
});

describe('a site is refused', () => {
  const refusal = async (site: string): Promise<string> => {
    const remote = await makeRemote();
    const { code, stderr } = await publishPreview({ remote, site, pr: 1 });
    expect(code).toBe(1);
    expect(await ask(remote, 'for-each-ref')).toBe('');
    return stderr.trim();
  };

  test('for a link to a file or folder', async () => {
    const site = await writeSite({ 'index.html': page });
    await symlink('/etc/passwd', join(site, 'secret.txt'));
    expect(await refusal(site)).toBe('"secret.txt" is not a plain file.');
    await rm(join(site, 'secret.txt'));
    await symlink('/etc', join(site, 'etc'));
    expect(await refusal(site)).toBe('"etc" is not a plain file.');
  });

  const gits = ['.git/config', 'a/.GIT/config', 'a/git~1', '.g\u200cit/x', '.git./x', '.gitattributes', '.gitmodules'];
  test.each(gits)('for a name that git uses: %j', async (path) => {
    expect(await refusal(await writeSite({ 'index.html': page, [path]: 'x' }))).toContain('belongs to git');
  });

  test.each(['.git:x', 'a/.git::$INDEX_ALLOCATION', 'git~1:x', '.git .:y'])(
    'for a stream of a name that git uses: %j',
    async (path) => {
      expect(await refusal(await writeSite({ 'index.html': page, [path]: 'x' }))).toContain('belongs to git');
    },
  );

  test('for a name that is not UTF-8', async () => {
    const site = await writeSite({ 'index.html': page, 'a/b.txt': 'x' });
    await writeFile(Buffer.concat([Buffer.from(join(site, 'a/')), Buffer.of(0x63, 0xff, 0xe9)]), 'x');
    expect(await refusal(site)).toBe('"a/cÿé" has a name that is not UTF-8.');
  });

  test('for a name with a line break', async () => {
    const message = await refusal(await writeSite({ 'index.html': page, 'a\nb.html': 'x' }));
    expect(message).toBe('"a\\nb.html" has a character that no address has.');
  });

  test('for an empty folder', async () => {
    expect(await refusal(await temporaryFolder())).toMatch(/ has no index\.html\.$/);
  });

  test('for more files or bytes than the bound, but not at the bound', async () => {
    const site = await writeSite({ 'index.html': '12345', 'a.txt': '12345' });
    expect(await readSite(site, { files: 2, bytes: 10, fileBytes: 5 })).toHaveLength(2);
    await expect(readSite(site, { files: 1, bytes: 10, fileBytes: 5 })).rejects.toThrow('more than 1 files');
    await expect(readSite(site, { files: 2, bytes: 9, fileBytes: 5 })).rejects.toThrow('more than 9 bytes');
    await expect(readSite(site, { files: 2, bytes: 10, fileBytes: 4 })).rejects.toThrow('has more than 4 bytes');
  });

  test('for a folder at its top that is named like a preview', async () => {
    const remote = await makeRemote();
    const site = await writeSite({ 'index.html': page, 'pr-5/index.html': page });
    const { code, stderr } = await publishSite(remote, site);
    expect(code).toBe(1);
    expect(stderr).toContain('The site has pr-5 at its root');
  });
});

describe('markPreview', () => {
  const origin = { ref: 'topic', sha };

  test.each([
    ['comments', '<!doctype html><!-- <head> <body> --><html><head></head><body>x</body></html>'],
    ['scripts and titles', '<html><head><title><body></title><script>"<body>"</script></head><body>x</body></html>'],
    ['attributes', '<html><head data-x="a>b"></head><body data-x=\'<body>\'>x</body></html>'],
    ['capitals and line breaks', '<HTML><HEAD\n></HEAD><BODY\nCLASS="a">x</BODY></HTML>'],
    ['a header', '<html><head></head><body><header>x</header></body></html>'],
  ])('finds head and body in a page with %s', (_, html) => {
    const document = parse(markPreview(html, origin));
    const [head] = findAll(document, 'head');
    const [body] = findAll(document, 'body');
    expect(findAll(head, 'meta')).toHaveLength(1);
    expect(body?.childNodes[0]?.nodeName).toBe('aside');
    expect(findAll(document, 'aside')).toHaveLength(1);
    expect(textOf(body)).toContain('x');
  });

  test.each([
    ['nothing', ''],
    ['only text', 'x'],
    ['a part of a page', '<p>x</p>'],
    ['only a document type', '\ufeff<!DOCTYPE html>\n<title>T</title><p>x'],
    ['a head that does not end', '<!doctype html><head><title>T</title>x'],
    ['a tag that does not end', '<head'],
    ['two tags that do not end', '<head><body'],
    ['tags in a comment that does not end', '<!-- <head><body>'],
    ['tags in the wrong order', '<body>x<head>'],
    ['tags in raw text', '<xmp><head><body></xmp>x'],
    ['tags in a template', '<template><head><body></template>x'],
    ['frames', '<html><frameset><frame src="a.html"></frameset></html>'],
  ])('marks a page with %s', (_what, html) => {
    // A browser takes the byte order mark off before it parses.
    const document = parse(markPreview(html, origin).replace(/^\ufeff/, ''));
    const [body] = findAll(document, 'body');
    expect(findAll(document, 'meta')).toHaveLength(1);
    expect(findAll(findAll(document, 'head')[0], 'meta')).toHaveLength(1);
    expect(body?.childNodes[0]?.nodeName).toBe('aside');
    const before = parse(html.replace(/^\ufeff/, '')) as DefaultTreeAdapterMap['document'] & { mode: string };
    expect((document as typeof before).mode).toBe(before.mode);
    if (html.includes('x')) expect(textOf(body)).toContain('x');
  });

  test('takes a time that is linear in the size of a hostile page', () => {
    const length = 200_000;
    const pages = ['<!--', '<head ', '<script>', '<head a="', '<head><body '].map((part) => part.repeat(length));
    expect(cpuTime(() => pages.forEach((html) => markPreview(html, origin)))).toBeLessThan(5000);
  });
});

type Node = DefaultTreeAdapterMap['node'];
type Element = DefaultTreeAdapterMap['element'];

function findAll(node: Node | undefined, name: string): readonly Element[] {
  if (node === undefined || !('childNodes' in node)) return [];
  const children = node.childNodes.flatMap((child) => findAll(child, name));
  return node.nodeName === name ? [node as Element, ...children] : children;
}

function textOf(node: Node | undefined): string {
  if (node === undefined) return '';
  if ('value' in node) return node.value;
  return 'childNodes' in node ? node.childNodes.map(textOf).join('') : '';
}
