// The file that a code block shows in each language (format.md 6.2 and 6.3).

import { describe, expect, test } from 'vitest';
import { compile, findings } from '../compile.ts';

const site = 'title: Things\nlanguages: [curl, js, java]\n';

/** For each panel, the path and text that each language shows; and the findings. */
function show(body: string, samples: Readonly<Record<string, string>>, folder = 'a/b') {
  const compilation = compile({ 'site.yaml': site, [`${folder}/page.mdx`]: `# Page\n\n${body}\n`, ...samples });
  const [block] = compilation.resolved.pages.get(`${folder}/page`)!.blocks;
  const panels = block!.panels.map(({ title, language, samples: files, fence }) => ({
    title,
    language,
    ...(fence ? { fence: fence.code } : {}),
    files: Object.fromEntries([...files].map(([id, sample]) => [id, sample.file.path])),
  }));
  return { panels, found: findings(compilation) };
}

const every = (stem: string) =>
  Object.fromEntries(['sh', 'js', 'java'].map((extension) => [`${stem}.${extension}`, 'x\n']));

describe('a stem', () => {
  test('is searched in `_samples` of the page’s folder, then of the folders above, for each language', () => {
    const { panels, found } = show('<CodeBlock file="x" />', {
      '_samples/x.sh': 'far\n',
      '_samples/x.js': 'far\n',
      'a/_samples/x.js': 'near\n',
      'a/b/_samples/x.java': 'here\n',
      'c/_samples/x.sh': 'elsewhere\n',
    });
    expect(panels[0]!.files).toEqual({ curl: '_samples/x.sh', js: 'a/_samples/x.js', java: 'a/b/_samples/x.java' });
    expect(found).toEqual(['warning mixed-sample-folders a/b/page.mdx:3:17']);
  });

  test('may have dots and folders, and is never split at a dot', () => {
    const { panels, found } = show('<CodeBlock file="deep/get.v2.request" />', {
      ...every('_samples/deep/get.v2.request'),
      ...every('_samples/deep/get'),
    });
    expect(panels[0]!.files).toEqual({
      curl: '_samples/deep/get.v2.request.sh',
      js: '_samples/deep/get.v2.request.js',
      java: '_samples/deep/get.v2.request.java',
    });
    expect(found).toEqual([]);
  });

  test('of a format is shown in languages without their own file', () => {
    const { panels, found } = show('<CodeBlock file="x" />', { '_samples/x.json': '{}\n', '_samples/x.ts': 'x\n' });
    expect(panels[0]!.files).toEqual({ curl: '_samples/x.json', js: '_samples/x.ts', java: '_samples/x.json' });
    expect(found).toEqual([]);
  });

  test.each(['../x', 'a/../../x', '/etc/passwd', '../../etc/passwd', 'C:\\x', '..\\x', '../../etc/passwd#a'])(
    'cannot leave the content folder: %s',
    (file) => {
      const { panels, found } = show(`<CodeBlock file=${JSON.stringify(file)} />`, every('_samples/x'));
      expect(panels[0]!.files).toEqual({});
      expect(found).toEqual(['error path-outside-content a/b/page.mdx:3:17']);
    },
  );

  test('that no folder has is an error; that some languages lack is a warning', () => {
    expect(show('<CodeBlock file="y" />', every('_samples/x')).found).toEqual([
      'error missing-sample a/b/page.mdx:3:17',
    ]);
    expect(show('<CodeBlock file="x" />', { '_samples/x.js': 'x\n' }).found).toEqual([
      'warning incomplete-sample a/b/page.mdx:3:17',
    ]);
  });
});

describe('a tab', () => {
  test('with a language is shown only in that language, in place of the block’s own file', () => {
    const { panels, found } = show(
      '<CodeBlock file="x">\n<CodeBlockTab title="Express" file="express" language="js" />\n' +
        '<CodeBlockTab title="Next.js" file="next" language="js" />\n' +
        '<CodeBlockTab title="Maven" file="maven" language="java" />\n' +
        '<CodeBlockTab title="Gradle" file="gradle" language="java" />\n</CodeBlock>',
      {
        '_samples/x.sh': 'x\n',
        '_samples/express.js': 'x\n',
        '_samples/next.js': 'x\n',
        '_samples/maven.xml': 'x\n',
        '_samples/gradle.java': 'x\n',
      },
    );
    expect(panels.map(({ title, language }) => [title, language])).toEqual([
      [undefined, undefined],
      ['Express', 'js'],
      ['Next.js', 'js'],
      ['Maven', 'java'],
      ['Gradle', 'java'],
    ]);
    expect(panels[0]!.files).toEqual({ curl: '_samples/x.sh' });
    expect(panels[3]!.files['java']).toBe('_samples/maven.xml');
    expect(found).toEqual([]);
  });

  test('may be a fence', () => {
    const { panels, found } = show(
      '<CodeBlock title="Install">\n```sh title="npm"\nnpm i\n```\n```sh title="yarn"\nyarn add\n```\n</CodeBlock>',
      every('_samples/x'),
    );
    expect(panels).toEqual([
      { title: 'npm', language: undefined, fence: 'npm i', files: {} },
      { title: 'yarn', language: undefined, fence: 'yarn add', files: {} },
    ]);
    expect(found).toEqual([]);
  });
});

describe('of a block fixed to a language', () => {
  test('only the file of that language must exist, in one folder', () => {
    const samples = { '_samples/x.sh': 'x\n', '_samples/x.js': 'x\n', 'a/_samples/x.js': 'x\n' };
    expect(show('<CodeBlock file="x" language="js" />', samples).found).toEqual([]);
    const { diagnostics } = compile({
      'site.yaml': site,
      'page.mdx': '# P\n\n<CodeBlock file="x" language="java" />\n',
      ...samples,
    });
    expect(diagnostics.map(({ message, hint }) => `${message} ${hint}`)).toEqual([
      'The sample `x` is missing in `java`. Add `_samples/x.java`.',
    ]);
  });
});

test.each([
  ['x.js', 'Did you mean `x`?'],
  ['unlike', 'Add a file such as `a/b/_samples/unlike.sh`.'],
])('the finding of a missing stem suggests an existing one: %s', (stem, hint) => {
  const files = { 'site.yaml': site, 'a/b/page.mdx': `# P\n\n<CodeBlock file="${stem}" />\n`, ...every('_samples/x') };
  expect(compile(files).diagnostics.map((one) => one.hint)).toEqual([hint]);
});

test('a format from one folder and a language from another also count as mixed folders', () => {
  const { found } = show('<CodeBlock file="x" />', { '_samples/x.json': '{}\n', 'a/_samples/x.js': 'x\n' });
  expect(found).toEqual(['warning mixed-sample-folders a/b/page.mdx:3:17']);
});

test('names are compared in their composed form', () => {
  const { found } = show('<CodeBlock file="re\u0301sume\u0301" />', every('_samples/r\u00e9sum\u00e9'));
  expect(found).toEqual([]);
});

test('a tab may contain its code as a fence', () => {
  const { panels, found } = show(
    '<CodeBlock>\n<CodeBlockTab title="A" language="js">\n```js\na();\n```\n</CodeBlockTab>\n</CodeBlock>',
    every('_samples/x'),
  );
  expect(panels).toEqual([{ title: 'A', language: 'js', fence: 'a();', files: {} }]);
  expect(found).toEqual([]);
});

test('a block with a language shows that language in all languages', () => {
  const { panels, found } = show('<CodeBlock file="x" language="js" />', every('_samples/x'));
  expect(panels[0]!.files).toEqual({ curl: '_samples/x.js', js: '_samples/x.js', java: '_samples/x.js' });
  expect(found).toEqual([]);
});

describe('a region', () => {
  test('is shown in the languages that have it; a file without it is an error at the attribute', () => {
    const text = '// region a\nx\n// endregion\n';
    const samples = { '_samples/x.sh': text.replaceAll('//', '#'), '_samples/x.js': text, '_samples/x.java': 'x\n' };
    const { panels, found } = show('<CodeBlock file="x#a" />', samples);
    expect(Object.keys(panels[0]!.files)).toEqual(['curl', 'js']);
    expect(found).toEqual(['error missing-region a/b/page.mdx:3:17']);
  });
});
