// What readers see of a sample's file: its regions, and the file without markers and exemptions.

import { describe, expect, test } from 'vitest';
import type { CollectedSample } from '../../src/compiler/model/index.ts';
import { compile, findings } from '../compile.ts';

const site =
  'title: Things\nlanguages: [curl, js, python, ruby, go, php, java, dotnet]\nseverities: { incomplete-sample: off }\n';

/** A sample of a site that has nothing else, and what was found. */
function collect(name: string, text: string): { sample: CollectedSample; found: readonly string[] } {
  const compilation = compile({ 'site.yaml': site, 'a.md': '# A\n', [`_samples/${name}`]: text });
  const { byFolder } = compilation.resolved.model.samples;
  return { sample: [...byFolder.get('')!.values()][0]![0]!, found: findings(compilation) };
}

describe('a region', () => {
  test.each([
    ['.sh', '# ', ''],
    ['.js', '// ', ''],
    ['.ts', '//', ''],
    ['.py', '#', ''],
    ['.rb', '# ', ''],
    ['.go', '// ', ''],
    ['.php', '// ', ''],
    ['.php', '# ', ''],
    ['.java', '// ', ''],
    ['.cs', '// ', ''],
    ['.yaml', '# ', ''],
    ['.xml', '<!-- ', ' -->'],
    ['.html', '<!--', '-->'],
    ['.css', '/* ', ' */'],
  ])('of a %s file stands between comments that begin with “%s”', (extension, open, close) => {
    const text = `one\n  ${open}region mid.dle-1${close}\n  two\n\n    three\n  ${open}endregion mid.dle-1${close}\nfour\n`;
    const { sample, found } = collect(`x${extension}`, text);
    expect([...sample.regions]).toEqual([['mid.dle-1', 'two\n\n  three']]);
    expect(sample.text).toBe('one\n  two\n\n    three\nfour\n');
    expect(found).toEqual([]);
  });

  test('may hold another one, whose markers it does not show', () => {
    const { sample } = collect('x.js', '// region a\none\n// region b\ntwo\n// endregion\nthree\n// endregion\n');
    expect([...sample.regions]).toEqual([
      ['b', 'two'],
      ['a', 'one\ntwo\nthree'],
    ]);
  });

  test('keeps tabs, and ends lines as the web does', () => {
    const { sample } = collect(
      'x.go',
      'func main() {\r\n\t// region a\r\n\tif ok {\r\n\t\treturn\r\n\t}\r\n\t// endregion\r\n}\r\n',
    );
    expect(sample.regions.get('a')).toBe('if ok {\n\treturn\n}');
    expect(sample.text).toBe('func main() {\n\tif ok {\n\t\treturn\n\t}\n}\n');
  });

  test.each([
    ['x.cs', '#region a\nvar x = 1;\n#endregion\n', 'C# has regions of its own'],
    ['x.js', 'const url = "// region a";\n', 'it is no comment'],
    ['x.js', 'run(); // region a\n', 'it stands behind code'],
    ['x.js', '// regions differ\n// region of interest: see below\n', 'it is prose'],
    ['x.json', '{ "a": "# region a" }\n', 'JSON has no comments'],
  ])('is none in %s: %j', (name, text) => {
    const { sample, found } = collect(name, text);
    expect(sample.text).toBe(text);
    expect(sample.regions.size).toBe(0);
    expect(found).toEqual([]);
  });

  test.each([
    ['// region a\none\n', ['error unclosed-region _samples/x.js:1:1']],
    ['// region a\n// region b\none\n// endregion\n', ['error unclosed-region _samples/x.js:1:1']],
    ['// region a\n  // region a\none\n// endregion\n// endregion\n', ['error repeated-region _samples/x.js:2:3']],
    ['one\n// endregion\n', ['error stray-endregion _samples/x.js:2:1']],
  ])('whose markers contradict each other shows nothing: %j', (text, expected) => {
    const { sample, found } = collect('x.js', text);
    expect(found).toEqual(expected);
    expect(sample).toMatchObject({ text: '', isBroken: true });
    expect(sample.regions.size).toBe(0);
  });

  test('of a broken file is one finding, and every block that would show it has a gap', () => {
    const files = {
      'site.yaml': 'title: T\nlanguages: [js]\n',
      'b.mdx': '# B\n\n<CodeBlock file="x#a" />\n\n<CodeBlock file="x" />\n',
    };
    const compilation = compile({ ...files, '_samples/x.js': '// region a\nsecret();\n' });
    expect(findings(compilation)).toEqual(['error unclosed-region _samples/x.js:1:1']);
    const blocks = compilation.resolved.pages.get('b')!.blocks;
    expect(blocks.map(({ panels }) => panels.map(({ samples }) => samples.size))).toEqual([[0], [0]]);
  });
});

describe('an exemption', () => {
  test.each([
    ['x.sh', '#!/bin/sh\n# stele-ignore some-code: the reason: why\ncurl x\n', '#!/bin/sh\ncurl x\n', 10],
    ['x.php', '<?php\n// stele-ignore some-code: the reason: why\nf();\n', '<?php\nf();\n', 6],
    ['x.js', '// stele-ignore some-code: the reason: why\nf();\n', 'f();\n', 0],
    ['x.xml', '<!-- stele-ignore some-code: the reason: why -->\n<a/>\n', '<a/>\n', 0],
    ['x.css', '/* stele-ignore some-code: the reason: why */\na {}\n', 'a {}\n', 0],
  ])('stands at the head of %s, and readers do not see it', (name, text, shown, start) => {
    const { sample } = collect(name, text);
    expect(sample.text).toBe(shown);
    expect(sample.exemption).toMatchObject({ code: 'some-code', reason: 'the reason: why', range: { start } });
    expect(text.slice(start, sample.exemption!.range.end)).toMatch(/why(?: -->| \*\/)?$/);
  });

  test.each([
    ['// stele-ignore\nf();\n', { code: '', reason: '' }],
    ['// stele-ignore some-code\nf();\n', { code: 'some-code', reason: '' }],
    ['// stele-ignore some-code:\nf();\n', { code: 'some-code', reason: '' }],
    ['// stele-ignore: the reason\nf();\n', { code: '', reason: 'the reason' }],
  ])('that is not whole is not shown either: %j', (text, expected) => {
    const { sample } = collect('x.js', text);
    expect(sample.text).toBe('f();\n');
    expect(sample.exemption).toMatchObject(expected);
  });

  test.each([
    ['x.js', 'f();\n// stele-ignore some-code: too late\n'],
    ['x.js', '// stele-ignored some-code: another word\n'],
    ['x.json', '{ "stele-ignore": "some-code: no comment" }\n'],
  ])('is none in %s: %j', (name, text) => {
    const { sample } = collect(name, text);
    expect(sample.text).toBe(text);
    expect(sample.exemption).toBeUndefined();
  });
});
