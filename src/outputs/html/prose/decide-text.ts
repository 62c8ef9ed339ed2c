// What a description cannot hold, since it stands in a table and on several places of a page → what it can: footnotes
// become words in parentheses (their ids would be doubled), headings strong lines (the page has headings of its own).

import type { Node, Parent, PhrasingContent } from 'mdast';
import type { ValueWords } from '../../../compiler/model/index.ts';
import { alertElement } from './callouts.ts';
import type { Decide } from './decide-tree.ts';
import { wordsOf } from './words-of.ts';

/** How the nodes of a description are decided. For one run over the tree: each note is said once. */
export function decideText(tree: Node, words: ValueWords): Decide {
  const notes = notesIn(tree);
  return (node, children) => {
    switch (node.type) {
      case 'heading':
        return [{ type: 'paragraph', children: [{ type: 'strong', children: children() }] } as Node];
      case 'alert':
        return [alertElement(node, children(), words.alerts)];
      case 'footnoteDefinition':
        return [];
      case 'footnoteReference':
        return noteInWords((node as Node & { identifier: string }).identifier);
      default:
        return undefined;
    }
  };

  /** A note is said once; notes inside notes are left out. */
  function noteInWords(identifier: string): readonly Node[] {
    const note = notes.get(identifier);
    notes.delete(identifier);
    const words = note === undefined ? '' : wordsOf(note).trim();
    return words === '' ? [] : [{ type: 'text', value: ` (${words})` } as PhrasingContent];
  }
}

function notesIn(tree: Node): Map<string, Node> {
  const notes = new Map<string, Node>();
  const visit = (node: Node): void => {
    if (node.type === 'footnoteDefinition') notes.set((node as Node & { identifier: string }).identifier, node);
    if ('children' in node) (node as Parent).children.forEach(visit);
  };
  visit(tree);
  return notes;
}
