// The model's `SampleParser`: tree-sitter for what a sample says, the exact parser of its language for what is wrong
// with it, and the balance of its brackets for where.

import type { SampleParser, SampleSyntax, SyntaxFault } from '../../model/index.ts';
import { blameLine } from './blame-line.ts';
import { bounds, findTooDeep } from '../../source/index.ts';
import { exactParsers, judgeShell, type Stuck } from './exact-parsers.ts';
import { findImbalance } from './find-imbalance.ts';
import { lexes, type GrammarName, type Lexis } from './lexis.ts';
import { readCommands } from './read-commands.ts';
import { findTreeFault } from './tree-faults.ts';
import { parseTree } from './tree-sitter.ts';
import { findNames } from './used-names.ts';

const grammarByExtension: Readonly<Record<string, GrammarName | undefined>> = {
  '.sh': 'bash',
  '.bash': 'bash',
  '.js': 'javascript',
  '.jsx': 'javascript',
  '.mjs': 'javascript',
  '.cjs': 'javascript',
  '.ts': 'typescript',
  '.mts': 'typescript',
  '.cts': 'typescript',
  '.tsx': 'tsx',
  '.py': 'python',
  '.rb': 'ruby',
  '.go': 'go',
  '.php': 'php',
  '.java': 'java',
  '.cs': 'c-sharp',
};

/** What a grammar does not know of its language yet, and what to read in its place; of the same length. */
const gaps: Partial<Record<GrammarName, readonly (readonly [RegExp, (found: string) => string])[]>> = {
  // `import module java.base;` (Java 25)
  java: [[/^[ \t]*import[ \t]+module(?=[ \t]+[\w.]+;)/gm, (found) => found.replace('module', '      ')]],
  // `params ReadOnlySpan<T> values` (C# 13)
  'c-sharp': [[/(?<=[(,]\s*)params(?=\s+[\w.]+<)/g, (found) => ' '.repeat(found.length)]],
};

/** Creates a parser. Grammars are loaded once, when the first sample needs them. */
export function createSampleParser(): SampleParser {
  return {
    canParse: (extension) => grammarOf(extension) !== undefined,
    async parse(text, extension) {
      const grammar = grammarOf(extension);
      if (grammar === undefined) throw new Error(`there is no grammar for ${extension}`);
      return parseSample(text, grammar);
    },
  };
}

function grammarOf(extension: string): GrammarName | undefined {
  return Object.hasOwn(grammarByExtension, extension) ? grammarByExtension[extension] : undefined;
}

async function parseSample(text: string, grammar: GrammarName): Promise<SampleSyntax> {
  const deep = findTooDeep(text, bounds.sampleDepth);
  if (deep !== undefined) {
    const problem = `brackets are nested more than ${bounds.sampleDepth} levels deep`;
    return { fault: { problem, range: { start: deep, end: deep + 1 } }, names: [], comments: [], commands: [] };
  }
  // PHP without its tag is PHP all the same, not the text of a page.
  const head = grammar === 'php' && !text.includes('<?') ? '<?php ' : '';
  const whole = head + fillGaps(text, grammar);
  const tree = await parseTree(whole, grammar);
  try {
    const fault = await findFault(whole, grammar, findTreeFault(tree, grammar));
    const { names, comments } = findNames(tree, whole, grammar);
    const shift = <T extends { start: number; end: number }>({ start, end }: T): { start: number; end: number } => ({
      start: Math.max(start - head.length, 0),
      end: Math.min(Math.max(end - head.length, 0), text.length),
    });
    return {
      ...(fault ? { fault: { ...fault, range: shift(fault.range) } } : {}),
      names: head === '' ? names : names.map((name) => ({
        ...name,
        range: shift(name.range),
        ...(name.valueEnd === undefined ? {} : { valueEnd: name.valueEnd - head.length }),
      })),
      comments: head === '' ? comments : comments.map(shift),
      commands: grammar === 'bash' ? readCommands(tree, text) : [],
    };
  } finally {
    tree.delete();
  }
}

function fillGaps(text: string, grammar: GrammarName): string {
  return (gaps[grammar] ?? []).reduce((filled, [pattern, fill]) => filled.replace(pattern, fill), text);
}

async function findFault(
  text: string,
  grammar: GrammarName,
  inTree: SyntaxFault | undefined,
): Promise<SyntaxFault | undefined> {
  const lexis: Lexis = lexes[grammar];
  const exact = exactParsers[grammar];
  if (exact) {
    const stuck = await exact(text);
    return stuck && locate(text, lexis, stuck);
  }
  if (inTree === undefined) return undefined;
  if (grammar === 'bash' && !inTree.problem.endsWith('begins nothing here')) {
    const stuck = await judgeShell(text);
    return stuck && locate(text, lexis, stuck);
  }
  const imbalance = findImbalance(text, lexis);
  if (imbalance === undefined) return blameLine(text, grammar, inTree);
  // What the grammar does not know to be closed too often it may have stumbled over where it was to open.
  return !imbalance.isIndented && imbalance.closing !== undefined && inTree.range.start < imbalance.closing ? inTree : imbalance;
}

/** A parser is stuck at the mistake or behind it: a forgotten bracket before that place explains it better. */
function locate(text: string, lexis: Lexis, { at, problem }: Stuck): SyntaxFault {
  const imbalance = findImbalance(text, lexis);
  if (imbalance && imbalance.range.start <= at && (imbalance.closing === undefined || imbalance.closing <= at)) return imbalance;
  const last = text.trimEnd().length;
  const start = Math.min(at, Math.max(last - 1, 0));
  const word = /^(?:\w+|[^\w\s])/.exec(text.slice(start))?.[0] ?? '';
  return { problem, range: { start, end: Math.min(start + Math.max(word.length, 1), text.length) } };
}
