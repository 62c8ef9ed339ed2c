// Tags and comments of HTML in `.md` pages, which are shown as text. A closing tag belongs to its opening one.

import type { Html, Node } from 'mdast';
import type { Rule } from '../rule.ts';

export const checkMarkdownPages: Rule = ({ model }, report) => {
  for (const page of model.pages.values()) {
    if (page.body.syntax !== 'markdown') continue;
    const base = page.body.range.start;
    const visit = (node: Node): void => {
      if (node.type === 'html' && /<[A-Za-z!?]/.test((node as Html).value)) {
        const start = base + (node.position?.start.offset ?? 0);
        const name = /<(?:!--|[^>\s]*>?)/.exec((node as Html).value)![0];
        report('html-in-markdown', { file: page.file, range: { start, end: start + name.length } }, { name });
      }
      if ('children' in node) (node.children as Node[]).forEach(visit);
    };
    visit(page.body.tree);
  }
};
