// Reports directives of other generators, which readers would see as text: `:::note`, `::leaf[…]`, `!!! note`,
// `=== "Tab"`, `--8<-- "file"`, `{% tip %}`, `{{< note >}}`, `{: .note }`.

import type { Report } from '../../diagnostics/index.ts';
import { listNodes, rangeOfNode } from '../../model/index.ts';
import type { PageText } from '../markdown-texts.ts';
import type { Rule } from '../rule.ts';

/** Matches every text that may contain a directive. */
const mayContain = /:::|^[ \t>]*::\w|^[ \t>]*(?:!!!|\?\?\?)|^[ \t>]*(?:===[!+]?[ \t]|-+8<-+[ \t])|\{%|\{\{[<%]|\{:/m;

/**
 * A directive at the start of a line, of Docusaurus, VitePress, MkDocs, Jekyll or Hugo.
 * Groups: the directive, its name.
 */
const directives: readonly RegExp[] = [
  /^(:{3,}[ \t]*([A-Za-z][\w-]*))/,
  /^(::([A-Za-z][\w-]*))(?=[[{]|[ \t]*$)/,
  /^((?:!!!|\?\?\?)\+?[ \t]+([A-Za-z][\w-]*))/,
  /^((===)[!+]?[ \t]+"[^"]*")/,
  /^((-+8<-+)[ \t]+"[^"]*")/,
  /^(\{%-?[ \t]*([A-Za-z][\w-]*)[^%]*%\})/,
  /^(\{:[ \t]*[.#]?([\w-]+)[^{}]*\}(?=[ \t]*$))/,
  /^(\{\{[<%][ \t]*([A-Za-z][\w/-]*)[^}]*\}\})/,
];

export const checkDirectives: Rule = ({ model }, report, textsOf) => {
  for (const page of model.pages.values()) {
    for (const text of textsOf(page)) {
      if (!mayContain.test(text.source)) continue;
      for (const node of listNodes(text.tree)) {
        const { start, end } = rangeOfNode(node);
        if (node.type === 'paragraph') checkLines(text, start, end, report);
      }
    }
  }
};

function checkLines(text: PageText, start: number, end: number, report: Report): void {
  for (const { index, 0: line } of text.source.slice(start, end).matchAll(/[^\r\n]+/g)) {
    const indent = /^[ \t>]*/.exec(line)![0].length;
    for (const directive of directives) {
      const [, written, name] = directive.exec(line.slice(indent)) ?? [];
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
