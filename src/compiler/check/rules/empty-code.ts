// Reports empty code: sample files, their regions, and code fences.

import type { Code } from 'mdast';
import { listNodes, rangeOfNode } from '../../model/index.ts';
import type { Rule } from '../rule.ts';

export const checkEmptyCode: Rule = ({ model }, report, textsOf) => {
  for (const stems of model.samples.byFolder.values()) {
    for (const { file, text, regions, isBroken } of [...stems.values()].flat()) {
      if (isBroken) continue;
      const region = [...regions].find(([, code]) => code.trim() === '')?.[0];
      if (text.trim() === '') report('empty-sample', { file }, { part: 'sample' });
      else if (region !== undefined) report('empty-sample', { file }, { part: 'region', name: region });
    }
  }
  for (const page of model.pages.values()) {
    for (const text of textsOf(page)) {
      if (!/```|~~~/.test(text.source)) continue;
      for (const node of listNodes(text.tree)) {
        if (node.type !== 'code' || (node as Code).value.trim() !== '') continue;
        const { start, end } = rangeOfNode(node);
        const [line] = /^[^\r\n]*/.exec(text.source.slice(start, end))!;
        report('empty-sample', text.placeAt(start, start + line.length), { part: 'fence' });
      }
    }
  }
};
