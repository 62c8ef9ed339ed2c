// A panel in a language → the code that it shows there, before it is coloured; and all code that a site shows.

import type { CodeText, Language, LanguageId, ResolvedPanel, ResolvedReference } from '../model/index.ts';
import { commentSyntaxOf, readCodeMarks, type CodeMark } from '../source/index.ts';
import { formatOf, ownerOf, type CodeFormat } from './code-formats.ts';

/** Code of a panel, its marks taken out. */
export interface PanelCode extends CodeText {
  readonly marks: ReadonlyMap<number, ReadonlySet<CodeMark>>;
  /** What its language or format is called. */
  readonly label: string;
  /** The language that it is written in; absent where that is none of the site's. */
  readonly language?: LanguageId | undefined;
}

/**
 * What a panel shows in a language; undefined where it has nothing there.
 * @param languages all of the site
 */
export function codeOf(
  { fence, samples }: ResolvedPanel,
  language: Language | undefined,
  languages: readonly Language[],
): PanelCode | undefined {
  if (fence) {
    const known = ownerOf(fence.language, languages);
    const syntax = known?.extensions[0] ?? fence.language ?? 'text';
    return readCode(fence.code, syntax, formatOf(fence.language, languages), known?.id);
  }
  const sample = language && samples.get(language.id);
  if (language === undefined || sample === undefined) return undefined;
  const owner = [language, ...languages].find(({ extensions }) => extensions.includes(sample.extension));
  const format = owner ?? formatOf(sample.extension.slice(1), languages);
  return readCode(sample.text, sample.extension, format, owner?.id);
}

function readCode(code: string, syntax: string, { label, grammar }: CodeFormat, language: LanguageId | undefined): PanelCode {
  const lines = code.replace(/\r\n?/g, '\n').replace(/\n+$/, '');
  const { text, marks } = readCodeMarks(lines, commentSyntaxOf(syntax));
  return { text, grammar, marks, label, language };
}

/** All code that the pages of a site show, each piece once, in the order of the pages. */
export function listCode({ pages, site: { languages } }: ResolvedReference): readonly CodeText[] {
  const codes = new Map<string, CodeText>();
  for (const { blocks } of pages.values()) {
    for (const panel of blocks.flatMap(({ panels }) => panels)) {
      // What stands in a body is the same for every reader, also on a site without languages.
      for (const language of panel.fence ? [undefined] : languages) {
        const code = codeOf(panel, language, languages);
        if (code) codes.set(`${code.grammar} ${code.text}`, { text: code.text, grammar: code.grammar });
      }
    }
  }
  return [...codes.values()];
}
