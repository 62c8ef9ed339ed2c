// Reports HTML tags in Markdown: a page in `.md` shows them as text, and every page leaves out styles and scripts.
// A closing tag is not reported; its opening tag is.

import type { Html } from 'mdast';
import { listNodes, rangeOfNode } from '../../model/index.ts';
import type { Rule } from '../rule.ts';

export const checkMarkdownPages: Rule = ({ model }, report, textsOf) => {
  for (const page of model.pages.values()) {
    for (const text of textsOf(page)) {
      if (text.kind === 'mdx' || !text.source.includes('<')) continue;
      for (const node of listNodes(text.tree)) {
        const { start } = rangeOfNode(node);
        if ((node.type as string) === 'hiddenElement') {
          const { name } = node as unknown as { readonly name: string };
          report('style-or-script', text.placeAt(start, start + name.length + 1), { name });
        } else if (node.type === 'html' && text.kind === 'markdown' && /<[A-Za-z!?]/.test((node as Html).value)) {
          const name = /<(?:!--|[^>\s]*>?)/.exec((node as Html).value)![0];
          report('html-in-markdown', text.placeAt(start, start + name.length), { name });
        }
      }
    }
  }
};
