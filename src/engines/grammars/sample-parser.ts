// The model's `SampleParser`: tree-sitter for what a sample says, the exact parser of its language for what is wrong
// with it, and the balance of its brackets for where.

import type { SampleParser, SampleSyntax, SyntaxFault } from '../../compiler/model/index.ts';
import { blameLine } from './blame-line.ts';
import { bounds, findTooDeep } from '../../compiler/source/index.ts';
import { exactParsers, judgeShell } from './exact-parsers.ts';
import type { Stuck } from './stuck.ts';
import { findImbalance } from './find-imbalance.ts';
import { lexes, type GrammarName, type Lexis } from './lexis.ts';
import { readCommands } from './read-commands.ts';
import { findPhpDocument } from './here-documents.ts';
import { findTreeFault, type TreeFault } from './tree-faults.ts';
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

const decoratorOfRest = [
  /@[\w.]+(?:\([^()\n]{0,200}\))?(?=\s{0,20}\.\.\.)/g,
  (found: string) => ' '.repeat(found.length),
] as const;

/** New syntax that a grammar does not know yet, and a replacement of the same length that it can read. */
const gaps: Partial<Record<GrammarName, readonly (readonly [RegExp, (found: string) => string])[]>> = {
  java: [
    // `import module java.base;` (Java 25)
    [/^[ \t]*import[ \t]+module(?=[ \t]+[\w.]+;)/gm, (found) => found.replace('module', '      ')],
    // `super(…)` behind other statements (Java 25)
    [/(?<=;\s{0,200})(?:super|this)(?=\s*\()/g, (found) => '_'.repeat(found.length)],
  ],
  'c-sharp': [
    // `params ReadOnlySpan<T> values` (C# 13)
    [/(?<=[(,]\s{0,200})params(?=\s+[\w.]+<)/g, (found) => ' '.repeat(found.length)],
    // `extension(string text) { … }` (C# 14)
    [/\bextension(?:<[\w, ]*>)?\s*\([^(){};]{0,200}\)(?=\s*\{)/g, (found) => 'class _'.padEnd(found.length)],
    // `customer?.Order = order` (C# 14)
    [/\?(?=(?:\.\w+|\[[^\]\n]{0,100}\])(?:\.\w+){0,20}\s*(?:[-+*/%&|^]|\?\?)?=(?![=>]))/g, () => ' '],
    // `where T : allows ref struct` (C# 13)
    [/(?:,\s{0,20}|\bwhere\s+\w+\s*:\s{0,20})allows\s+ref\s+struct\b/g, (found) => ' '.repeat(found.length)],
    // `#:package Name@1.0` (programs of one file, .NET 10)
    [/^#:.*$/gm, (found) => `//${found.slice(2)}`],
  ],
  // Babel refuses decorators of rest parameters.
  javascript: [decoratorOfRest],
  typescript: [decoratorOfRest],
  tsx: [decoratorOfRest],
  // `coproc { cat; }`
  bash: [
    [/(?<=^[ \t]{0,200}|[;&|({][ \t]{0,200})coproc(?:[ \t]+\w+)?(?=[ \t]+\{)/gm, (found) => ' '.repeat(found.length)],
  ],
  // `print(x); match = 1`: ruff reads the name as the statement.
  python: [[/(?<=;[ \t]{0,200})match\b/g, () => 'matc_']],
};

/** Samples may show members without their class. If the first parse fails, they are parsed again inside a class. */
const frames: Partial<Record<GrammarName, { readonly head: string; readonly tail: string; readonly imports: RegExp }>> =
  {
    java: { head: 'class _ {', tail: '\n}', imports: /^[ \t]*(?:package|import)[ \t][\w.* \t]+;/gm },
    'c-sharp': { head: 'class _ {', tail: '\n}', imports: /^[ \t]*(?:global[ \t]+)?using[ \t][\w.= \t<>]+;/gm },
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
  const document = findManyDocuments(text, grammar);
  if (document !== undefined) {
    const problem = `more than ${bounds.sampleDocuments} here-documents begin`;
    return { fault: { problem, range: { start: document, end: document + 2 } }, names: [], comments: [], commands: [] };
  }
  // PHP without its tag is PHP all the same, not the text of a page.
  const head = grammar === 'php' && !text.includes('<?') ? '<?php ' : '';
  const whole = head + fillGaps(text, grammar);
  const tree = await parseTree(whole, grammar);
  try {
    const inTree = findTreeFault(tree, grammar);
    const fault = inTree && (await isSoundInside(whole, grammar)) ? undefined : await findFault(whole, grammar, inTree);
    const { names, comments } = findNames(tree, whole, grammar);
    const shift = <T extends { start: number; end: number }>({ start, end }: T): { start: number; end: number } => ({
      start: Math.max(start - head.length, 0),
      end: Math.min(Math.max(end - head.length, 0), text.length),
    });
    return {
      ...(fault ? { fault: { ...fault, range: shift(fault.range) } } : {}),
      names:
        head === ''
          ? names
          : names.map((name) => ({
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

/** Where the first here-document above the bound begins: a grammar keeps all that are open in mind at each line. */
function findManyDocuments(text: string, grammar: GrammarName): number | undefined {
  if (grammar !== 'bash' && grammar !== 'ruby' && grammar !== 'php') return undefined;
  let count = 0;
  for (const { index } of text.matchAll(/<<[-~<]?[ \t]{0,9}["'`]?\w/g))
    if (++count > bounds.sampleDocuments) return index;
  return undefined;
}

function fillGaps(text: string, grammar: GrammarName): string {
  return (gaps[grammar] ?? []).reduce((filled, [pattern, fill]) => filled.replace(pattern, fill), text);
}

/** A line that begins like a member of a class. */
const beginsMember =
  /^[ \t]*(?:\[[^\]\n]*\]\s*|@\w+\s+)?(?:public|private|protected|internal|static|abstract|virtual|override|sealed|readonly|required|partial|async|extern|event|delegate|final|default|synchronized)[ \t]/m;

/** Whether a text is valid inside a class. Imports, which are not allowed there, are left out. */
async function isSoundInside(text: string, grammar: GrammarName): Promise<boolean> {
  const frame = frames[grammar];
  if (frame === undefined || !beginsMember.test(text)) return false;
  const inner = text.replace(frame.imports, (found) => ' '.repeat(found.length));
  const tree = await parseTree(frame.head + inner + frame.tail, grammar);
  try {
    return findTreeFault(tree, grammar) === undefined;
  } finally {
    tree.delete();
  }
}

async function findFault(
  text: string,
  grammar: GrammarName,
  inTree: TreeFault | undefined,
): Promise<SyntaxFault | undefined> {
  const lexis: Lexis = lexes[grammar];
  const exact = exactParsers[grammar];
  if (exact) {
    const stuck = await exact(text);
    if (stuck) return locate(text, lexis, stuck);
    return grammar === 'php' ? (findPhpDocument(text) ?? findLostArrow(text, inTree)) : undefined;
  }
  if (inTree === undefined) return undefined;
  if (inTree.isCertain) return { problem: inTree.problem, range: inTree.range };
  if (grammar === 'bash') {
    const stuck = await judgeShell(text);
    return stuck && locate(text, lexis, stuck);
  }
  const imbalance = findImbalance(text, lexis);
  if (imbalance === undefined) return blameLine(text, grammar, inTree);
  // With an unmatched closing bracket and no indentation clue, prefer the parser's earlier position.
  return !imbalance.isIndented && imbalance.closing !== undefined && inTree.range.start < imbalance.closing
    ? inTree
    : imbalance;
}

/** `['key' = 1]`: Mago reads it as an assignment to a string. */
function findLostArrow(text: string, inTree: SyntaxFault | undefined): SyntaxFault | undefined {
  const sign = inTree && /(?<=['"]\s{0,20})=\s{0,20}$/.exec(text.slice(0, inTree.range.start));
  return sign
    ? { problem: 'write `=>` after a key, not `=`', range: { start: sign.index, end: sign.index + 1 } }
    : undefined;
}

/** A parser is stuck at the mistake or behind it: a forgotten bracket before that place explains it better. */
function locate(text: string, lexis: Lexis, { at, problem }: Stuck): SyntaxFault {
  const imbalance = findImbalance(text, lexis);
  if (imbalance && imbalance.range.start <= at && (imbalance.closing === undefined || imbalance.closing <= at))
    return imbalance;
  const last = text.trimEnd().length;
  const start = Math.min(at, Math.max(last - 1, 0));
  const word = /^(?:\w+|[^\w\s])/.exec(text.slice(start))?.[0] ?? '';
  return { problem, range: { start, end: Math.min(start + Math.max(word.length, 1), text.length) } };
}
