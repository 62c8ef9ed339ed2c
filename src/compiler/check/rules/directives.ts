// Marks of other generators that readers would see as text: `:::note`, `::leaf[…]`, `!!! note`, `=== "Tab"`, `--8<-- "file"`,
// `{% tip %}`, `{{< note >}}`, `{: .note }`.

import type { Report } from '../../diagnostics/index.ts';
import { nodesIn, stretchOf, textsOf, type PageText } from '../markdown-texts.ts';
import type { Rule } from '../rule.ts';

/** Whether a text may hold such a mark at all. */
const mayHold = /:::|^[ \t>]*::\w|^[ \t>]*(?:!!!|\?\?\?)|^[ \t>]*(?:===[!+]?[ \t]|-+8<-+[ \t])|\{%|\{\{[<%]|\{:/m;

/** A mark at the start of a line: of Docusaurus and VitePress, of MkDocs, of Jekyll (its own and of its Markdown), of Hugo. Groups: the mark, its name. */
const marks: readonly RegExp[] = [
  /^(:{3,}[ \t]*([A-Za-z][\w-]*))/,
  /^(::([A-Za-z][\w-]*))(?=[[{]|[ \t]*$)/,
  /^((?:!!!|\?\?\?)\+?[ \t]+([A-Za-z][\w-]*))/,
  /^((===)[!+]?[ \t]+"[^"]*")/,
  /^((-+8<-+)[ \t]+"[^"]*")/,
  /^(\{%-?[ \t]*([A-Za-z][\w-]*)[^%]*%\})/,
  /^(\{:[ \t]*[.#]?([\w-]+)[^{}]*\}(?=[ \t]*$))/,
  /^(\{\{[<%][ \t]*([A-Za-z][\w/-]*)[^}]*\}\})/,
];

export const checkDirectives: Rule = ({ model }, report) => {
  for (const page of model.pages.values()) {
    for (const text of textsOf(page)) {
      if (!mayHold.test(text.source)) continue;
      for (const node of nodesIn(text.tree)) {
        const { start, end } = stretchOf(node);
        if (node.type === 'paragraph') checkLines(text, start, end, report);
      }
    }
  }
};

function checkLines(text: PageText, start: number, end: number, report: Report): void {
  for (const { index, 0: line } of text.source.slice(start, end).matchAll(/[^\r\n]+/g)) {
    const indent = /^[ \t>]*/.exec(line)![0].length;
    for (const mark of marks) {
      const [, written, name] = mark.exec(line.slice(indent)) ?? [];
      if (written === undefined || /^(?:end|\/)/.test(name!)) continue;
      const at = start + index + indent;
      report('foreign-directive', text.placeAt(at, at + written.length), {
        name: written,
        word: name!,
        isMdx: text.kind === 'mdx',
      });
    }
  }
}
