// The view of a code block → Markdown: its panels as fences, below each other, with the titles of tabs in bold.

import type { BlockView, PanelView } from '../../compiler/model/index.ts';
import { codeFence, plainWords } from './inline.ts';
import type { PageContext } from './page-context.ts';
import { writeEntity, writeLanguages } from './write-entity.ts';

/** @returns blocks, to be joined by empty lines */
export function writeBlock(block: BlockView, context: PageContext): readonly string[] {
  const samples = writePanels(block, context);
  return block.entity === undefined ? samples : writeEntity(block.entity, samples, context);
}

function writePanels({ title, panels }: BlockView, context: PageContext): readonly string[] {
  if (panels.length === 1) return [...titleOf(panels[0]!.title), writePanel(panels[0]!, context)];
  return [
    ...titleOf(panels.length === 0 ? undefined : title),
    ...panels.flatMap((panel) => [...titleOf(panel.title ?? panel.label), writePanel(panel, context)]),
  ];
}

function titleOf(title: string | undefined): readonly string[] {
  const words = plainWords(title ?? '');
  return words === '' ? [] : [`**${words}**`];
}

function writePanel({ label, code, available }: PanelView, context: PageContext): string {
  const { words } = context;
  const source = code && context.codeOf(code);
  if (source) return codeFence(source.text, source.name);
  const more = available.length === 0 ? '' : ` ${words.sampleIn} ${writeLanguages(available, context)}.`;
  return `*${plainWords(words.noSample(label))}*${more}`;
}
