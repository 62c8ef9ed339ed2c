// The key `format` of site.yaml: which versions are read, and what is said about others.

import { expect, test } from 'vitest';
import { compile, findings } from '../compile.ts';

const compiled = (format: string) =>
  compile({ 'site.yaml': `title: Site\nformat: ${format}\nlayout: wide\n`, 'index.mdx': '# Home\n\n[a](/a)\n' });
const others = ['error dangling-link index.mdx:3:5', 'error unknown-key site.yaml:3:1'];

test.each(['1', '"1"', "'1'", '1 # the first'])('%s is read', (format) => {
  expect(findings(compiled(format))).toEqual(others);
});

test.each(['2', '"2"', '2.0', '17'])('%s is of a later Stele, so that no other finding is certain', (format) => {
  const found = compiled(format);
  expect(findings(found)).toEqual(['error later-format site.yaml:2:9']);
  const { message, hint } = found.diagnostics[0]!;
  expect(message).toContain('and this version of Stele reads format 1.');
  expect(hint).toContain('`npm install --save-dev stele@latest`');
});

test.each(['0', '-1', '1.5', '1.0', '0.1.0', 'latest', 'v1', 'true', '[1]', '{ a: 1 }', '', '1e999', '0x'])(
  '%j is no version of the format',
  (format) => {
    const found = compiled(format);
    expect(findings(found)).toEqual([others[0], expect.stringMatching(/^error wrong-type site\.yaml:2/), others[1]]);
    const { hint } = found.diagnostics.find(({ code }) => code === 'wrong-type')!;
    expect(hint).toBe('Write `1`. The format has a version of its own, which is not that of Stele.');
  },
);
