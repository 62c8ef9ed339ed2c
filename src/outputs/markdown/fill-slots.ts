// The text of a body, and the view of its page in one language → the text with what depends on the language: blocks of
// code with their entities, and the notes of language selectors.

import type { PageView } from '../../compiler/model/index.ts';
import { plainWords } from './inline.ts';
import type { PageContext } from './page-context.ts';
import { slotEnd, slotStart } from './twin-places.ts';
import { writeBlock } from './write-block.ts';

const slot = new RegExp(`^(.*)${slotStart}(\\w+) (\\d+)${slotEnd}$`, 'gm');

export function fillSlots(body: string, view: PageView, context: PageContext): string {
  return body.replace(slot, (_line, before: string, kind: string, index: string) => {
    const text =
      kind === 'block' ? writeBlockAt(view, Number(index), context) : writeSelector(view, Number(index), context);
    if (before === '') return text;
    // Inside quotes and lists, every line begins like the first; the mark of a list item stands there once.
    const next = before.replace(/[^>\s]/g, ' ');
    return before + text.replace(/\n(?=(.?))/g, (_break, first: string) => `\n${first === '' ? next.trimEnd() : next}`);
  });
}

function writeBlockAt(view: PageView, index: number, context: PageContext): string {
  const block = view.blocks[index];
  return block === undefined ? '' : writeBlock(block, context).join('\n\n');
}

function writeSelector({ selectors }: PageView, index: number, { words, language }: PageContext): string {
  const { shown, isOwn } = selectors[index]!;
  return isOwn ? `*${plainWords(shown)}*` : `*${plainWords(words.shownFor(language, shown))}*`;
}
