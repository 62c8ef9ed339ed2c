// A panel in a language → the code that it shows, before colouring; and all code that a site shows.

import type {
  CodeText,
  Language,
  LanguageId,
  LineMark,
  ResolvedBlock,
  ResolvedPanel,
  ResolvedModel,
  SampleIndex,
} from '../../../compiler/model/index.ts';
import {
  commentSyntaxOf,
  consolePrompts,
  findByExtension,
  isConsoleName,
  ownerOfExtension,
  promptsOf,
  type CodeLanguage,
} from '../../../compiler/languages/index.ts';
import {
  readCodeMarks,
  readDiff,
  readSession,
  type CodeMark,
  type DiffLine,
  type SessionLine,
} from '../../../compiler/source/index.ts';
import { isLineBreak, trimEndWhere } from '../../../compiler/text/index.ts';
import { formatOf, ownerOf } from './code-formats.ts';

/** Code of a panel without its marks. `text` is the code to colour; for a session only its commands. */
export interface PanelCode extends CodeText {
  /** By line, from 0. */
  readonly marks: ReadonlyMap<number, ReadonlySet<CodeMark>>;
  /** All lines of a session at a prompt. */
  readonly session?: readonly SessionLine[];
  /** The kind of each line of a diff. */
  readonly diff?: readonly DiffLine[];
  /** The name behind its fence, or its file extension without the dot. */
  readonly name: string;
  /** Label of its language or format. */
  readonly label: string;
  /** The language of the code; absent if it is not a language of the site. */
  readonly language?: LanguageId | undefined;
}

/**
 * The code of a panel in a language; undefined if there is none.
 * @param languages all languages of the site
 */
export function codeOfPanel(
  panel: ResolvedPanel,
  language: Language | undefined,
  languages: readonly Language[],
): PanelCode | undefined {
  const written = writtenOf(panel, language, languages);
  return written && readPanel(panel, written);
}

/** @param written `writtenOf` the panel */
export function readPanel({ fence }: ResolvedPanel, written: WrittenCode): PanelCode {
  return addMarks(readCode(written.code, written), fence?.marks);
}

/** Whether two codes of a panel are read in the same way. */
export function isWrittenTheSame(a: WrittenCode, b: WrittenCode): boolean {
  const isSameFormat = a.format.grammar === b.format.grammar && a.format.label === b.format.label;
  return isSameFormat && a.code === b.code && a.syntax === b.syntax && a.name === b.name && a.language === b.language;
}

/** The code of a panel as the author has written it, with what decides how it is read. */
export function writtenOf(
  { fence, samples }: ResolvedPanel,
  language: Language | undefined,
  languages: readonly Language[],
): WrittenCode | undefined {
  if (fence) {
    const known = ownerOf(fence.language, languages);
    const syntax = known?.extensions[0] ?? fence.language ?? 'text';
    const format = formatOf(fence.language, languages);
    return { code: fence.code, syntax, name: fence.language ?? '', format, language: known?.id };
  }
  const sample = language && samples.get(language.id);
  if (language === undefined || sample === undefined) return undefined;
  const { text, extension } = sample;
  const owner = ownerOfExtension([language, ...languages], extension);
  const format = owner ?? formatOf(extension.slice(1), languages);
  return { code: text, syntax: extension, name: extension.slice(1), format, language: owner?.id };
}

/** The whole text that a panel shows, with the prompts and output of a session. */
export function codeTextOf({ text, session }: PanelCode): string {
  return session === undefined ? text : session.map(({ prompt, text: line }) => prompt + line).join('\n');
}

interface Written {
  /** The argument of `commentSyntaxOf`. */
  readonly syntax: string;
  /** The name of the language in the fence or extension. */
  readonly name: string;
  readonly format: CodeLanguage;
  readonly language: LanguageId | undefined;
}

export interface WrittenCode extends Written {
  readonly code: string;
}

function readCode(code: string, { syntax, name, format: { label, grammar }, language }: Written): PanelCode {
  const lines = trimEndWhere(code.replace(/\r\n?/g, '\n'), isLineBreak);
  const { text, marks } = readCodeMarks(lines, commentSyntaxOf(syntax));
  if (grammar === 'diff') return { text, grammar, marks, name, label, language, diff: readDiff(text) };
  const isConsole = isConsoleName(name);
  const session = readSession(text, grammar, isConsole ? consolePrompts : promptsOf(grammar), isConsole);
  // A console block without prompts may be output only.
  if (session === undefined) return { text, grammar: isConsole ? 'text' : grammar, marks, name, label, language };
  const typed = session.lines.filter(({ kind }) => kind === 'command').map((line) => line.text);
  return {
    text: typed.join('\n'),
    grammar: session.grammar ?? grammar,
    marks,
    name,
    label,
    language,
    session: session.lines,
  };
}

/** Adds the marks of the info string to those of comments. */
function addMarks(code: PanelCode, more: readonly LineMark[] = []): PanelCode {
  const marks = new Map([...code.marks].map(([line, names]) => [line, new Set(names)]));
  for (const { mark, first, last } of more) {
    for (let line = first - 1; line < last; line++) marks.set(line, (marks.get(line) ?? new Set()).add(mark));
  }
  return more.length === 0 ? code : { ...code, marks };
}

/**
 * All code that the pages of a site show, each piece once, in the order of the pages.
 * @param tree the language whose tree shows the code, or the first one for the default tree; absent for all trees
 * @param onPage called after each page with the number of codes so far, which has all that the page shows
 */
export function listCode(
  { pages, site: { languages } }: ResolvedModel,
  tree?: LanguageId,
  onPage: (route: string, count: number) => void = () => {},
): readonly CodeText[] {
  const codes = new Map<string, CodeText>();
  const add = (block: ResolvedBlock): void => {
    // Inside a selector, a reader may see another language than that of the tree.
    const shown =
      tree === undefined || block.limitedTo !== undefined ? languages : languages.filter(({ id }) => id === tree);
    for (const panel of block.panels) {
      // A fence in a body is the same in every language, and also shown on a site without languages.
      for (const language of panel.fence ? [undefined] : shown) {
        const code = codeOfPanel(panel, language, languages);
        if (code) codes.set(`${code.grammar} ${code.text}`, { text: code.text, grammar: code.grammar });
      }
    }
  };
  for (const [route, { blocks }] of pages) {
    blocks.forEach(add);
    onPage(route, codes.size);
  }
  return [...codes.values()];
}

/**
 * The code of samples as pages most likely show it, before the pages and settings of the site are known: with the
 * built-in languages, and regions in place of files that have some.
 */
export function listSampleCode({ byFolder }: SampleIndex): readonly CodeText[] {
  const codes = new Map<string, CodeText>();
  for (const { text, regions, extension } of [...byFolder.values()].flatMap((stems) => [...stems.values()].flat())) {
    const name = extension.slice(1);
    const owner = findByExtension(extension);
    const format = owner ? { label: owner.label, grammar: owner.highlighting } : formatOf(name, []);
    for (const part of regions.size > 0 ? regions.values() : [text]) {
      const code = readCode(part, { syntax: extension, name, format, language: owner?.id });
      codes.set(`${code.grammar} ${code.text}`, { text: code.text, grammar: code.grammar });
    }
  }
  return [...codes.values()];
}
