// Compiles a content folder in memory, for tests of single rules.

import { createSampleParser, createShikiHighlighter } from '../src/engines/index.ts';
import type { PageView, RowView } from '../src/compiler/model/index.ts';
import { checkContentSamples, compileContent } from '../src/compiler/index.ts';
import { viewContent } from '../src/outputs/index.ts';
import type { Compilation } from '../src/compiler/model/index.ts';
import { contentOf } from '../src/project/index.ts';
import { strings } from '../src/site/strings/en.ts';
import { LineIndex } from '../src/compiler/source/index.ts';

/** Compiles files given by path. */
export function compile(files: Readonly<Record<string, string>>): Compilation {
  const { content, diagnostics } = contentOf(
    'content',
    Object.entries(files).map(([path, text]) => ({ path, text })),
  );
  return compileContent(content, diagnostics);
}

/** Compiles files given by path and checks their samples, as `stele check` does. */
export function check(files: Readonly<Record<string, string>>): Promise<Compilation> {
  return checkContentSamples(compile(files), sampleParser);
}

const sampleParser = createSampleParser();

/** Findings in a short form: `error unknown-key reference/a.mdx:3:1`. */
export function findings({ diagnostics }: Compilation): readonly string[] {
  const lines = new LineIndex();
  return diagnostics.map(({ severity, code, file, source, range }) => {
    if (!source || !range) return `${severity} ${code} ${file}`;
    const { line, column } = lines.pointAt(source, range.start);
    return `${severity} ${code} ${file}:${line}:${column}`;
  });
}

/** The view of a page in a language, without colours of code. */
export function view(compilation: Compilation, route: string, language?: string): Promise<PageView> {
  const plain = { highlight: (text: string) => text.split('\n').map((line) => [{ text: line }]) };
  return viewContent(compilation.resolved, plain).viewPage(
    language === undefined ? { route } : { route, language },
    strings.values,
  );
}

/** The view of a page in a language, with the real colours of code. */
export async function viewInColour(compilation: Compilation, route: string, language: string): Promise<PageView> {
  const grammars = compilation.resolved.site.languages.map(({ grammar }) => grammar);
  return viewContent(compilation.resolved, await createShikiHighlighter([...grammars, 'json'])).viewPage(
    { route, language },
    strings.values,
  );
}

/** All rows of a page's tables, at any depth, in reading order. */
export function rowsOf({ blocks, entities }: PageView): readonly RowView[] {
  const all = [...blocks.flatMap(({ entity }) => (entity ? [entity] : [])), ...entities];
  const flatten = (rows: readonly RowView[]): readonly RowView[] =>
    rows.flatMap((row) => [row, ...flatten(row.children)]);
  return all.flatMap(({ lists }) => lists.flatMap(({ rows }) => flatten(rows)));
}

/** A page with one entity `thing` per language, given as YAML of its lists. */
export function page(
  entities: Readonly<Record<string, string>>,
  { descriptions = '', body = '# Thing\n' } = {},
): string {
  const indent = (text: string, by: number): string => text.trimEnd().replace(/^(?=.)/gm, ' '.repeat(by));
  const languages = Object.entries(entities).map(
    ([language, lists]) => `  ${language}:\n    - key: Thing\n      id: thing\n${indent(lists, 6)}`,
  );
  const table = descriptions === '' ? '' : `descriptions:\n${indent(descriptions, 2)}\n`;
  return `---\n${table}reference:\n${languages.join('\n')}\n---\n\n${body}`;
}
