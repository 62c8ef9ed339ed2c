// Samples that are coloured while the content is compiled: the same colours, for all code that pages show.

import { expect, test } from 'vitest';
import { collectSamples } from '../../src/compiler/index.ts';
import type { CodeText, Sample } from '../../src/compiler/model/index.ts';
import { highlightCodes } from '../../src/engines/index.ts';
import { listCode, listFenceGrammars, listSampleCode } from '../../src/outputs/index.ts';
import { EarlyColours } from '../../src/project/index.ts';
import { beginHighlighter } from '../../src/project/open-highlighter.ts';
import { compile } from '../compile.ts';
import { generateSite } from '../../scripts/bench/write-site.ts';

const line = 'puts "door", :lock # open\n';
const sample = { file: { path: '_samples/a.rb', text: line.repeat(10) }, folder: '', stem: 'a', extension: '.rb' };
const json = { file: { path: '_samples/a.json', text: '{}\n' }, folder: '', stem: 'a', extension: '.json' };

const colourAll = async (colours: EarlyColours, codes: readonly CodeText[]): Promise<readonly string[]> => {
  const encoded: string[] = [];
  await colours.colour(codes, (at, made) => (encoded[at] = made));
  return encoded;
};

test('colours of samples and of other code are those of one thread', async () => {
  const colours = new EarlyColours(false);
  await colours.prepare([sample, json], '');
  await colours.start([sample, json]);
  expect(colours.samples).toBeDefined();
  try {
    const codes = [
      { text: sample.file.text.trimEnd(), grammar: 'ruby' },
      { text: '# another door', grammar: 'ruby' },
      { text: '{ "door": 1 }', grammar: 'json' },
    ];
    expect(await colourAll(colours, codes)).toEqual(await highlightCodes(codes, 1));
  } finally {
    await colours.stop();
  }
});

test('colours of a list arrive in its order, also if samples were read in another one', async () => {
  const codes = Array.from({ length: 60 }, (_, i): CodeText => ({ text: `puts ${i}`, grammar: 'ruby' }));
  const samples = codes.map(({ text }, i): Sample => ({
    file: { path: `_samples/${100 + i}.rb`, text },
    folder: '',
    stem: String(100 + i),
    extension: '.rb',
  }));
  const colours = new EarlyColours(false);
  await colours.prepare([sample, json], '');
  await colours.start(samples);
  try {
    const wanted = [...codes, { text: 'puts :other', grammar: 'ruby' }].toReversed();
    const highlighter = await beginHighlighter(wanted, undefined, colours);
    const last = highlighter.finished.then(() => 'all');
    expect(await Promise.race([highlighter.wait(1).then(() => 'one'), last])).toBe('one');
    expect(highlighter.has(wanted.length)).toBe(false);
    await highlighter.finished;
    expect(highlighter.has(wanted.length)).toBe(true);
  } finally {
    await colours.stop();
  }
});

test('who waits for colours gets the error of a thread', async () => {
  const colours = new EarlyColours(false);
  await colours.prepare([sample, json], '');
  await colours.start([sample]);
  const highlighter = await beginHighlighter([{ text: 'puts :other', grammar: 'ruby' }], undefined, colours);
  const waiting = highlighter.wait(1);
  waiting.catch(() => {});
  await colours.stop();
  await expect(waiting).rejects.toThrow('A thread that colours code ended with');
  await expect(highlighter.wait(1)).rejects.toThrow('A thread that colours code ended with');
  await expect(highlighter.finished).rejects.toThrow('A thread that colours code ended with');
});

test('samples of one kind are coloured without another thread', async () => {
  const colours = new EarlyColours(false);
  await colours.prepare([sample, { ...sample, stem: 'b' }], '');
  await colours.start([sample]);
  expect(colours.samples).toBeUndefined();
});

test('a thread starts for pages with code blocks of several kinds, and not for one kind', async () => {
  const fences = ['```sh\nls\n```\n', '> ~~~ts {2}\n> let a;\n> ~~~\n', '1. ```nobody-knows\n'];
  expect(listFenceGrammars(fences)).toEqual(['shellscript', 'typescript']);
  const codes = [{ text: 'let door = 1;', grammar: 'typescript' }];
  const threads: number[] = [];
  for (const texts of [fences.slice(0, 1), fences]) {
    const colours = new EarlyColours(false, (time) => threads.push(time));
    await colours.prepareBlocks(texts, '');
    expect(await colourAll(colours, codes)).toEqual(await highlightCodes(codes, 1));
    await colours.stop();
  }
  expect(threads).toHaveLength(1);
});

test('a thread that has loaded grammars before colours the same, and samples are read once', async () => {
  const many = Array.from({ length: 500 }, (_, i): Sample => {
    const extension = i % 2 === 0 ? '.rb' : '.json';
    const text = i % 2 === 0 ? line.repeat(20) : `{ "door": ${i}, "name": "${'a'.repeat(400)}" }\n`;
    return { file: { path: `_samples/${i}${extension}`, text }, folder: '', stem: String(i), extension };
  });
  const colours = new EarlyColours(false);
  try {
    await colours.prepare(
      many.map((each) => ({ ...each, file: { path: each.file.path, text: '' } })),
      '',
    );
    await colours.start(many);
    const codes = listSampleCode(collectSamples(many, () => {}));
    expect(codes.length).toBeGreaterThan(250);
    expect(await colourAll(colours, codes)).toEqual(await highlightCodes(codes, 1));
    const read = collectSamples(
      many,
      () => {},
      (sample, report) =>
        colours.samples!.sample(sample, report, () => expect.fail(`${sample.stem} is read a second time`)),
    );
    expect(listSampleCode(read)).toEqual(codes);
  } finally {
    await colours.stop();
  }
});

test('the code of samples is the code that pages show of them', () => {
  const files = Object.fromEntries(generateSite(4, 1).files);
  const page = '---\ntitle: One\n---\n\n<CodeBlock file="regions#lock" />\n';
  const regions = 'open()\n# region lock\nlock()\n# endregion\n';
  const { resolved } = compile({ ...files, 'one.mdx': page, '_samples/regions.py': regions });
  const early = listSampleCode(resolved.model.samples).map(({ grammar, text }) => `${grammar} ${text}`);
  const shown = listCode(resolved).map(({ grammar, text }) => `${grammar} ${text}`);
  expect(shown.length).toBeGreaterThan(30);
  expect(early).toEqual(expect.arrayContaining(shown));
});
