// TypeScript, for a site that shows it beside JavaScript.

import { slashes } from './comment-styles.ts';
import { js } from './js.ts';
import type { LanguageFacts } from './language-facts.ts';
import { fromVsCode } from './sample-grammar.ts';
import { scriptGrammar } from './script-grammar.ts';

export const typescript: LanguageFacts = {
  id: 'typescript',
  label: 'TypeScript',
  kind: 'sdk',
  isCommon: false,
  otherNames: ['ts'],
  extensions: ['.ts', '.tsx', '.mts', '.cts'],
  casing: ['camel', 'pascal'],
  highlighting: 'typescript',
  fences: [
    { label: 'TypeScript', names: ['ts', 'cts', 'mts'] },
    { label: 'TSX', names: ['tsx'], highlighting: 'tsx' },
  ],
  comments: slashes,
  types: js.types,
  names: js.names,
  drafts: js.drafts,
  grammars: [
    { name: 'typescript', extensions: ['.ts', '.mts', '.cts'], wasm: fromVsCode('typescript'), ...scriptGrammar },
    { name: 'tsx', extensions: ['.tsx'], wasm: fromVsCode('tsx'), ...scriptGrammar },
  ],
};
