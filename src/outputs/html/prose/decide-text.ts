// Replaces nodes that a description cannot contain, since it is in a table and may be repeated on a page: footnotes
// become text in parentheses (their ids would be duplicated), headings become bold lines.

import type { Node, PhrasingContent } from 'mdast';
import { listNodes, wordsOf, type ValueWords } from '../../../compiler/model/index.ts';
import { alertElement } from './callouts.ts';
import type { Decide } from './decide-tree.ts';

/** Rules for the nodes of a description. Use the result for one run over the tree: each footnote is written once. */
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

  /** The text of a footnote, only for its first reference; footnotes inside footnotes are left out. */
  function noteInWords(identifier: string): readonly Node[] {
    const note = notes.get(identifier);
    notes.delete(identifier);
    const words = note === undefined ? '' : wordsOf(note).trim();
    return words === '' ? [] : [{ type: 'text', value: ` (${words})` } as PhrasingContent];
  }
}

function notesIn(tree: Node): Map<string, Node> {
  const notes = listNodes(tree).filter(({ type }) => type === 'footnoteDefinition');
  return new Map(notes.map((note) => [(note as Node & { identifier: string }).identifier, note]));
}
