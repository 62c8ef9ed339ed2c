// The texts of a changelog: two references in memory → pages and feeds.

import { expect, test } from 'vitest';
import { compareRelease, unreadableRelease, writeChangelog } from '../../src/outputs/changelog/index.ts';
import { diffReferences } from '../../src/outputs/diff/index.ts';
import { type Files, referenceOf } from '../diff/diff-of.ts';

const siteOf = (door: string, more: Files = {}): Files => ({
  'site.yaml': 'title: Doors\nlanguages: [js, ruby]\n',
  'door.md': `---\ntitle: ${JSON.stringify(door)}\n---\n`,
  ...more,
});
const tag = (name: string, day: number) => ({ name, date: `2027-03-0${day}T12:00:00Z` });
const url = 'https://doors.example.com';

/** The changelog of two versions and a third one that cannot be read. */
function changelogOf(base: Files, head: Files): ReturnType<typeof writeChangelog> {
  const [old, now] = [referenceOf(base), referenceOf(head)];
  const first = { tag: tag('v1', 1), reference: old };
  const releases = [
    unreadableRelease(tag('V-2', 3), 'A reason.'),
    compareRelease(first, { tag: tag('v-2', 2), reference: now }, ['js', 'ruby'], 'changelog'),
    compareRelease(undefined, first, ['js', 'ruby'], 'changelog'),
  ];
  return writeChangelog(releases, { newest: now, route: 'changelog', url });
}

test('a text is data in pages and feeds', () => {
  const { pages, feeds } = changelogOf(siteOf('Door'), siteOf('<b>{x}</b> ![y](z) `c` {{ "url": "u" }}'));
  const page = pages.get('changelog/ruby.md')!;
  expect(page).toContain(
    '[\\<b\\>\\{x\\}\\</b\\> \\!\\[y\\]\\(z\\) \\`c\\` \\{\\{ \\"url\\"\\: \\"u\\" \\}\\}](/door)',
  );
  expect(feeds.get('changelog/ruby.xml')).toContain('&amp;lt;b&amp;gt;{x}&amp;lt;/b&amp;gt;');
  expect(feeds.get('changelog/ruby.xml')).toContain('href=&quot;https://doors.example.com/ruby/door/&quot;');
});

test('tags with the same words have anchors of their own, and the older one keeps its anchor', () => {
  const page = changelogOf(siteOf('Door'), siteOf('Door')).pages.get('changelog/js.md')!;
  const headings = [...page.matchAll(/^## (\S+) \{\{ "url": "(.*)" \}\}$/gm)].map(([, name, anchor]) => [name, anchor]);
  expect(headings).toEqual([
    ['V\\-2', 'version-v-2-2'],
    ['v\\-2', 'version-v-2'],
    ['v1', 'version-v1'],
  ]);
  expect(page).toContain('2027-03-03\n\nWhat this version changes is unknown, because it cannot be read.\n');
});

test('the label of a language is one value of the front matter, whatever it contains', () => {
  const label = 'J\u2028S\uffff: "x"';
  const site = `title: Doors\nlanguages: [{ id: js, label: "J\\u2028S\\uffff: \\"x\\"" }]\n`;
  const page = changelogOf(siteOf('Door'), { ...siteOf('Door'), 'site.yaml': site }).pages.get('changelog/js.md')!;
  const title = /^title: (.*)$/m.exec(page)?.[1];
  expect(title).toBe('"Changes in J\\u2028S\\uffff: \\"x\\""');
  expect(JSON.parse(title!)).toBe(`Changes in ${label}`);
});

test('changes of the changelog itself do not count', () => {
  const page = changelogOf(
    siteOf('Door'),
    siteOf('Door', { 'changelog/js.md': '# News\n', 'changelogs.md': '# Logs\n' }),
  );
  expect(page.pages.get('changelog/js.md')).toContain('- The page `/changelogs` is new. See [Logs](/changelogs).\n');
  expect(page.pages.get('changelog/js.md')).not.toContain('/changelog/');
});

test('a file that cannot be read as a whole is named', () => {
  const broken = siteOf('Door', { 'gate.md': '---\ntitle: [\n---\n' });
  const { pages, feeds } = changelogOf(siteOf('Door', { 'gate.md': '# Gate\n' }), broken);
  const words = 'Changes in these files are unknown, because they cannot be read as a whole:';
  expect(pages.get('changelog/js.md')).toContain(`${words} \`gate.md\`.\n`);
  expect(feeds.get('changelog.xml')).toContain(`${words} &lt;code&gt;gate.md&lt;/code&gt;.`);
});

test('a correction in several languages stands as a correction in the page of each', () => {
  const property = (key: string): string =>
    ['js', 'ruby']
      .map((id) => `  ${id}: [{ key: Door, id: door, properties: [{ key: ${key}, type: string, default: 1 }] }]\n`)
      .join('');
  const version = (type: string): Files =>
    siteOf('Door', {
      'gate.mdx': `---\ntitle: Gate\nreference:\n${property('id').replaceAll('default: 1', type)}---\n`,
    });
  const [base, head] = [version('default: 1'), version('default: 2')];
  const { changes } = diffReferences(referenceOf(base), referenceOf(head));
  expect(changes.map(({ kind, languages }) => [kind, languages])).toEqual([['default-changed', ['js', 'ruby']]]);
  const approval = `{ change: ${changes[0]!.fingerprint}, kind: correction, reason: A slip., who: Ada }`;
  const { pages } = changelogOf(base, { ...head, '_approvals.yaml': `approvals: [${approval}]\n` });
  for (const page of pages.values())
    expect([...page.matchAll(/^### (\w+)/gm)].map(([, title]) => title)).toEqual(['Corrections']);
});
