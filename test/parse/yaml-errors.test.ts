// YAML that cannot be read: the error names the comment above it if that is the cause, and long lines are read quickly.

import { expect, test } from 'vitest';
import { compile, findings } from '../compile.ts';
import { cpuTime } from '../cpu-time.ts';

test.each([
  ['title: One # two\n  three\n', 'error yaml-syntax site.yaml:1:12'],
  ['title: One # two # three\r\n  four\r\n', 'error yaml-syntax site.yaml:1:12'],
  ['title: One#two \t# three\n  four\n', 'error yaml-syntax site.yaml:1:17'],
  ['title: S\nfooter: a # b\n  c\n', 'error yaml-syntax site.yaml:2:11'],
])('%j', (text, finding) => {
  expect(findings(compile({ 'a.mdx': '# A\n', 'site.yaml': text }))).toContain(finding);
});

const long = 100_000;
test.each([
  ['a long text above', `title: "${'a '.repeat(long / 2)}"\n"${'b'.repeat(long)}": c\n`],
  ['many spaces above', `title: S\nredirects:\n  /old: "/a${' '.repeat(long)}b"\n  "/a${' '.repeat(long)}b": /b\n`],
  ['many comments above', `title: a\n${'#"'.repeat(long / 2)}\n  c\n`],
  ['many `#` above', `title: a\nfooter: "${' #'.repeat(long / 2)}\n  c\n`],
  ['a line that begins with many spaces', `title: a # b\n${' '.repeat(long)}c: d\n`],
  ['many empty lines above', `title: a # b${'\n'.repeat(long)}  c\n`],
])('an error with %s takes at most a second', (_name, text) => {
  expect(
    cpuTime(() => expect(compile({ 'a.mdx': '# A\n', 'site.yaml': text }).diagnostics).not.toEqual([])),
  ).toBeLessThan(1000);
});
