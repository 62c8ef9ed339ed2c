// The text of a sample that readers see: its regions, and the file without the lines of markers and exemptions.

import { describe, expect, test } from 'vitest';
import type { CollectedSample } from '../../src/compiler/model/index.ts';
import { compile, findings } from '../compile.ts';

const site =
  'title: Things\nlanguages: [curl, js, python, ruby, go, php, java, dotnet]\nseverities: { incomplete-sample: off }\n';

/** The sample of a site without other content, and the findings. */
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
  ])('in a %s file is the text between comments that begin with “%s”', (extension, open, close) => {
    const inside = `  ${open}region mid.dle-1${close}\n  two\n\n    three\n  ${open}endregion mid.dle-1${close}\n`;
    const text = `one\n${inside}four\n`;
    const { sample, found } = collect(`x${extension}`, text);
    expect([...sample.regions]).toEqual([['mid.dle-1', 'two\n\n  three']]);
    expect(sample.text).toBe('one\n  two\n\n    three\nfour\n');
    expect(found).toEqual([]);
  });

  test('may contain another region, and is shown without its markers', () => {
    const { sample } = collect('x.js', '// region a\none\n// region b\ntwo\n// endregion\nthree\n// endregion\n');
    expect([...sample.regions]).toEqual([
      ['b', 'two'],
      ['a', 'one\ntwo\nthree'],
    ]);
  });

  test('keeps tabs, and ends each line with a line feed', () => {
    const { sample } = collect(
      'x.go',
      'func main() {\r\n\t// region a\r\n\tif ok {\r\n\t\treturn\r\n\t}\r\n\t// endregion\r\n}\r\n',
    );
    expect(sample.regions.get('a')).toBe('if ok {\n\treturn\n}');
    expect(sample.text).toBe('func main() {\n\tif ok {\n\t\treturn\n\t}\n}\n');
  });

  test.each([
    ['x.cs', '#region a\nvar x = 1;\n#endregion\n', 'C# has its own regions'],
    ['x.js', 'const url = "// region a";\n', 'the marker is inside a string'],
    ['x.js', 'run(); // region a\n', 'the comment follows code'],
    ['x.js', '// regions differ\n// region of interest: see below\n', 'the comments are prose'],
    ['x.json', '{ "a": "# region a" }\n', 'JSON has no comments'],
  ])('is not found in %s: %j', (name, text) => {
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
  ])('with markers that do not match is reported, and its sample has no text: %j', (text, expected) => {
    const { sample, found } = collect('x.js', text);
    expect(found).toEqual(expected);
    expect(sample).toMatchObject({ text: '', isBroken: true });
    expect(sample.regions.size).toBe(0);
  });

  test('of a broken file is one finding, and all blocks with that file lack the sample', () => {
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
  ])('at the top of %s is read, and readers do not see it', (name, text, shown, start) => {
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
  ])('without its code or reason is not shown either: %j', (text, expected) => {
    const { sample } = collect('x.js', text);
    expect(sample.text).toBe('f();\n');
    expect(sample.exemption).toMatchObject(expected);
  });

  test.each([
    ['x.js', 'f();\n// stele-ignore some-code: too late\n'],
    ['x.js', '// stele-ignored some-code: another word\n'],
    ['x.json', '{ "stele-ignore": "some-code: no comment" }\n'],
  ])('is not found in %s: %j', (name, text) => {
    const { sample } = collect(name, text);
    expect(sample.text).toBe(text);
    expect(sample.exemption).toBeUndefined();
  });
});
