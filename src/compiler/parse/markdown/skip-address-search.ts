// A plugin for the Markdown parser that skips its search for bare addresses in texts that contain none. It does not
// change the trees.
//
// After each text, GFM searches the whole tree for addresses that its tokenizer has missed, with four regular
// expressions for each node. This took a tenth of the time of the parser.

import type { Root } from 'mdast';
import type { Data, Plugin } from 'unified';
import { visitNodes } from '../../model/index.ts';

type Extensions = NonNullable<Data['fromMarkdownExtensions']>[number];
type Extension = Exclude<Extensions, readonly unknown[]>;

/** Must be used after the plugins for GFM, because it changes the only transform that they add. */
export const skipAddressSearch: Plugin = function () {
  const data = this.data();
  data.fromMarkdownExtensions = data.fromMarkdownExtensions?.map(skipIn) ?? [];
};

function skipIn(extensions: Extensions): Extensions {
  return Array.isArray(extensions) ? extensions.map(skipInOne) : skipInOne(extensions);
}

function skipInOne(extension: Extension): Extension {
  if (!extension.transforms) return extension;
  const transforms = extension.transforms.map((search) => (tree: Root) => (mayHaveAddress(tree) ? search(tree) : tree));
  return { ...extension, transforms };
}

/** What each address contains. */
const address = /@|https?:\/\/|www\./i;

function mayHaveAddress(tree: Root): boolean {
  let isFound = false;
  visitNodes(tree, (node) => {
    if (isFound) return 'skip';
    if (node.type === 'text') isFound = address.test((node as unknown as { readonly value: string }).value);
    return undefined;
  });
  return isFound;
}
