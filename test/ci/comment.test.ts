// The comment on a pull request: one, kept up to date, short, and without effects of a stranger's text.

import { chmod, writeFile } from 'node:fs/promises';
import { delimiter, join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { commentRun, formatComment, readReport, type CommentedRun } from '../../src/ci/index.ts';
import { root, run } from '../scripts/run-script.ts';
import {
  fakeGitHub,
  fork,
  headSha,
  newFolder,
  plainReport,
  removeWorld,
  repository,
  writeArtifact,
} from './preview-world.ts';

afterAll(removeWorld);

const pull = { number: 7, sha: headSha, ref: 'topic', from: fork };
const links = { preview: 'https://docs.example.com/pr-7/', run: 'https://host/acme/docs/actions/runs/1' };

interface Write {
  readonly method: string;
  readonly path: string;
  readonly content?: { readonly body: string };
}

/** Comments on a run, with these comments on the pull request. */
async function comment(
  change: Partial<CommentedRun> = {},
  report: object = plainReport,
  comments: readonly object[] = [],
) {
  const writes: Write[] = [];
  const words = await commentRun(fakeGitHub([pull], { comments, writes }), {
    artifact: await writeArtifact(undefined, report),
    repository,
    headRepository: fork,
    headBranch: 'topic',
    headSha,
    isPublished: true,
    refusal: undefined,
    removed: [],
    runAddress: links.run,
    siteAddress: undefined,
    ...change,
  });
  return { words, writes };
}

const mine = { id: 11, body: '<!-- stele:preview -->\nx', user: { type: 'Bot' } };
const quiet = { ...plainReport, pages: { ...plainReport.pages, changed: { total: 0, shown: [] } } };

describe('the comment', () => {
  test('is written once, with counts and links to the preview', async () => {
    const { writes } = await comment();
    expect(writes).toHaveLength(1);
    expect(writes[0]).toMatchObject({ method: 'POST', path: 'repos/acme/docs/issues/7/comments' });
    expect(writes[0]!.content!.body).toBe(`<!-- stele:preview -->
**[Preview](https://docs.example.com/pr-7/)** · 1 page changed · [commit \`1a2b3c4\`](${links.run})

<details><summary>Pages (1)</summary>

| page | languages |
|---|---|
| \`guides/a/\` | [default](https://docs.example.com/pr-7/guides/a/) |

</details>`);
  });

  test('replaces its own one, and no comment of a person', async () => {
    const others = [
      { ...mine, id: 8, user: null },
      { ...mine, id: 9, user: { type: 'User' } },
    ];
    const { writes } = await comment({}, plainReport, [...others, mine]);
    expect(writes.map(({ method, path }) => [method, path])).toEqual([['PATCH', 'repos/acme/docs/issues/comments/11']]);
  });

  test('is removed when nothing is left to say, and not written then', async () => {
    const { writes } = await comment({}, quiet, [mine]);
    expect(writes.map(({ method, path }) => [method, path])).toEqual([
      ['DELETE', 'repos/acme/docs/issues/comments/11'],
    ]);
    expect((await comment({}, quiet)).writes).toEqual([]);
  });

  test('of a closed pull request no longer links to its preview', async () => {
    const { writes } = await comment({ headBranch: 'gone', removed: ['7'] }, plainReport, [mine]);
    expect(writes).toHaveLength(1);
    expect(writes[0]!.content!.body).toContain('was removed when the pull request was closed');
    expect((await comment({ headBranch: 'gone', removed: ['7'] })).writes).toEqual([]);
  });

  test('gives the reason of a refused preview', async () => {
    const { writes } = await comment({ isPublished: false, refusal: '"a" is bad @maintainer' });
    expect(writes[0]!.content!.body).toContain('No preview was published: `"a" is bad @\u2060maintainer`');
    expect(writes[0]!.content!.body).not.toContain('**[Preview]');
  });
});

const finding = { severity: 'error', code: 'dead-link', message: 'x', file: 'a.mdx', line: 3 };
const findings = (texts: readonly string[]): object => ({
  findings: {
    new: { total: texts.length, shown: texts.map((message) => ({ ...finding, message })) },
    fixed: { total: 1, shown: [{ ...finding, severity: 'warning', message: 'gone' }] },
    errors: texts.length,
  },
});
const format = (report: object): string => formatComment(readReport(JSON.stringify(report)), links)!;

test('shows new and fixed findings, and figures that changed by more than 5 %', () => {
  const report = {
    ...plainReport,
    ...findings(['`a` is gone']),
    weight: { base: 20_000, head: 23_000 },
    time: { base: 9000, head: 9200 },
  };
  const text = format(report);
  expect(text).toContain('1 new finding · 1 fixed');
  expect(text).toContain('Average page +15 % (20.0 KB → 23.0 KB)');
  expect(text).not.toContain('Build');
  expect(text).toContain('- error `dead-link` `a.mdx:3`<br>`` `a` is gone ``');
});

const change = {
  impact: 'breaking',
  words: 'The property `door.email` is renamed from `email` to `mail`.',
  languages: ['js'],
  page: 'guides/a/',
  anchor: 'door.email',
};
const diff = (changes: readonly object[], counts: object = {}): object => ({
  diff: {
    counts: { breaking: 0, risk: 0, addition: 0, text: 0, corrections: 0, ...counts },
    changes: { total: changes.length, shown: changes },
    unknown: 0,
  },
});

test('begins with the changes of the reference: what breaks is open, corrections come last', () => {
  const changes = [
    change,
    { ...change, impact: 'text', words: 'The text has changed.', languages: ['js', 'python'] },
    { ...change, words: 'The default was wrong.', approval: 'correction', languages: [], anchor: undefined },
    { ...change, impact: 'addition', words: 'A page is new.', page: undefined },
  ];
  const text = format({ ...plainReport, ...diff(changes, { breaking: 1, addition: 1, text: 1, corrections: 1 }) });
  expect(text).toContain('1 breaking change · 1 addition · 1 text change · 1 correction · 1 page changed');
  const preview = 'https://docs.example.com/pr-7/';
  expect(text).toContain(
    '<details open><summary>Breaking (1)</summary>\n\n- The property `door.email`' +
      ` is renamed from \`email\` to \`mail\`&#46; · [js](${preview}js/guides/a/#door.email)\n`,
  );
  expect(text).toContain(`- The text has changed&#46; · [all 2 languages](${preview}guides/a/#door.email)`);
  expect(text).toContain(`- The default was wrong&#46; · [page](${preview}guides/a/)`);
  expect(text).toContain('- A page is new&#46; · js\n');
  expect(text.match(/<summary>\w+/g)).toEqual(
    ['Breaking', 'Additions', 'Text', 'Corrections', 'Pages'].map((name) => `<summary>${name}`),
  );
});

test('a change of the reference alone is worth a comment, and a hostile one is text', () => {
  const words = '@everyone #1 <img src=x> [a](https://evil.example) www.evil.example `a`b`` \n# Title';
  const text = format({ ...quiet, ...diff([{ ...change, words }], { breaking: 1 }) });
  expect(text).toContain('&#64;\u2060everyone &#35;\u20601 &#60;img src&#61;x&#62; &#91;a&#93;&#40;https&#58;');
  expect(text).not.toMatch(/<img|\[a\]|www\.|@everyone|\n# /);
});

test.each([
  ['impact', { impact: '<b>' }, 'impact'],
  ['anchor', { anchor: 'a"><script>' }, 'anchor'],
  ['page', { page: '../../' }, 'address'],
  ['language', { languages: ['../x'] }, 'languages'],
])('a change with a bad %s is refused', (_name, bad, words) => {
  expect(() => format({ ...plainReport, ...diff([{ ...change, ...bad }]) })).toThrow(words);
});

test("a stranger's text is code: no link, picture, HTML, heading or notification", () => {
  const text = format({
    ...plainReport,
    ...findings([
      '`` ```` ` <img src=x> ![a](b)',
      '\n\n# Title\n@everyone',
      '</details><script>x()</script>',
      '| a | b |',
      'a\u202eb',
    ]),
  });
  // Without the code, nothing of these texts is left.
  const rest = text.replace(/(`+)(?!`)[^\n]*?(?<!`)\1(?!`)/g, '');
  expect(rest).not.toMatch(/<(?!\/?(?:details|summary|br)\b)|img|Title|everyone|script/);
  expect(text).not.toMatch(/@(?!\u2060)|\u202e/);
});

test('a page with a bar in its address is one cell', () => {
  const pages = { ...plainReport.pages, changed: { total: 1, shown: ['a|b/'] } };
  expect(format({ ...plainReport, pages })).toContain('| `a\\|b/` | [default](https://docs.example.com/pr-7/a%7Cb/) |');
});

test('stays below the limit of GitHub with 5,000 pages and long findings', () => {
  const shown = Array.from({ length: 5000 }, (_, index) => `python/${'long-name-'.repeat(20)}${index}/`);
  const pages = { ...plainReport.pages, changed: { total: 90_000, shown } };
  const text = format({ ...plainReport, pages, ...findings(Array(100).fill('`x` '.repeat(125))) });
  expect(text.length).toBeLessThan(60_000);
  expect(text).toMatch(/^\*\*\[Preview\]\(.*90000 pages changed · 1 language · 100 new findings/);
  expect(text.match(/<details/g)!.length).toBe(text.match(/<\/details>/g)!.length);
});

test('the command ends with the message of GitHub and advice', async () => {
  const bin = newFolder();
  await writeFile(join(bin, 'gh'), '#!/bin/sh\necho "gh: Forbidden (HTTP 403)" >&2\nexit 1\n');
  await chmod(join(bin, 'gh'), 0o755);
  const head = [`--head-repository=${fork}`, '--head-branch=topic', `--head-sha=${headSha}`];
  const args = ['ci', 'comment', `--artifact=${bin}`, `--repository=${repository}`, ...head];
  const env = { PATH: `${bin}${delimiter}${process.env['PATH']}` };
  const { code, stderr } = await run(process.execPath, [join(root, 'src/cli/main.ts'), ...args], { env });
  expect(code).toBe(1);
  expect(stderr).toMatch(
    /^GET repos\/acme\/docs\/pulls\S* failed: gh: Forbidden \(HTTP 403\)\nThe token of this job lacks/,
  );
});
