// Reports unknown marks in comments of code, such as `[!code higlight]`. Readers would see the comment.

import type { Code } from 'mdast';
import type { Report } from '../../diagnostics/index.ts';
import { suggest } from '../../text/index.ts';
import { commentSyntaxOf } from '../../languages/index.ts';
import { listNodes, rangeOfNode, type Language, type Page } from '../../model/index.ts';
import {
  codeMarks,
  fenceLanguage,
  mayHaveMarks,
  readCodeMarks,
  type Range,
  type SourceFile,
} from '../../source/index.ts';
import type { Rule } from '../rule.ts';

export const checkCodeMarks: Rule = ({ model, site }, report) => {
  for (const stems of model.samples.byFolder.values()) {
    for (const { file, extension } of [...stems.values()].flat()) {
      checkCode(file, { start: 0, end: file.text.length }, extension, report);
    }
  }
  for (const page of model.pages.values()) checkFences(page, site.languages, report);
};

function checkFences({ file, body }: Page, languages: readonly Language[], report: Report): void {
  if (!mayHaveMarks(file.text)) return;
  for (const node of listNodes(body.tree, (each): each is Code => each.type === 'code')) {
    const lang = fenceLanguage(node);
    const language = languages.find(({ id, grammar }) => id === lang || grammar === lang);
    const range = rangeOfNode(node, body.range.start);
    checkCode(file, range, language?.extensions[0] ?? lang ?? 'text', report);
  }
}

function checkCode(file: SourceFile, { start, end }: Range, syntax: string, report: Report): void {
  const code = file.text.slice(start, end).replaceAll('\r', ' ');
  for (const { name, start: at } of readCodeMarks(code, commentSyntaxOf(syntax)).unknown) {
    const range = { start: start + at, end: start + at + name.length };
    const isForeign = /^highlight-|^\[/.test(name);
    report('unknown-mark', { file, range }, { name, near: isForeign ? '[!code highlight]' : suggest(name, codeMarks) });
  }
}
