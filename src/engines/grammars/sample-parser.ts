// Implements the model's `SampleParser`. tree-sitter reads names and commands, the exact parser of the language finds
// the fault, and unbalanced brackets show its place.

import { grammarOf, type LexicalSyntax, type SampleGrammar } from '../../compiler/languages/index.ts';
import type { SampleParser, SampleSyntax, SyntaxFault } from '../../compiler/model/index.ts';
import { blameLine } from './blame-line.ts';
import { bounds, findTooDeep } from '../../compiler/source/index.ts';
import { exactParsers, parseRejectedShell } from './exact-parsers.ts';
import type { ParserError } from './parser-error.ts';
import { findImbalance } from './find-imbalance.ts';
import { readCommands } from './read-commands.ts';
import { findPhpDocument } from './here-documents.ts';
import { findTreeFault, type TreeFault } from './tree-faults.ts';
import { parseTree } from './tree-sitter.ts';
import { findNames } from './used-names.ts';

/** Creates a parser. Grammars are loaded once, when the first sample needs them. */
export function createSampleParser(): SampleParser {
  return {
    canParse: (extension, length) => {
      const grammar = grammarOf(extension);
      return grammar !== undefined && length <= (grammar.longestText ?? Infinity);
    },
    async parse(text, extension) {
      const grammar = grammarOf(extension);
      if (grammar === undefined) throw new Error(`there is no grammar for ${extension}`);
      return parseSample(text, grammar);
    },
  };
}

async function parseSample(text: string, grammar: SampleGrammar): Promise<SampleSyntax> {
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
  // PHP samples may omit `<?php`; without it, the grammar would read them as HTML.
  const head = grammar.name === 'php' && !text.includes('<?') ? '<?php ' : '';
  const whole = head + fillGaps(text, grammar);
  const tree = await parseTree(whole, grammar);
  if (tree === undefined) {
    const range = { start: 0, end: Math.min(text.length, 1) };
    return { fault: { problem: 'parsing it takes too long', range }, names: [], comments: [], commands: [] };
  }
  try {
    const inTree = findTreeFault(tree, grammar);
    const fault =
      inTree && (await isValidInFrame(whole, grammar)) ? undefined : await findFault(whole, grammar, inTree);
    const { names, comments } = findNames(tree, whole, grammar);
    const shift = <T extends { start: number; end: number }>({ start, end }: T): { start: number; end: number } => ({
      start: Math.max(start - head.length, 0),
      end: Math.min(Math.max(end - head.length, 0), text.length),
    });
    return {
      fault: fault && { ...fault, range: shift(fault.range) },
      names:
        head === ''
          ? names
          : names.map((name) => ({
              ...name,
              range: shift(name.range),
              valueEnd: name.valueEnd === undefined ? undefined : name.valueEnd - head.length,
            })),
      comments: head === '' ? comments : comments.map(shift),
      commands: grammar.name === 'bash' ? readCommands(tree, text) : [],
    };
  } finally {
    tree.delete();
  }
}

/**
 * Where the first here-document above the bound begins. A grammar stores all open ones at each line, so many of them
 * are slow.
 */
function findManyDocuments(text: string, grammar: SampleGrammar): number | undefined {
  if (grammar.name !== 'bash' && grammar.name !== 'ruby' && grammar.name !== 'php') return undefined;
  let count = 0;
  for (const { index } of text.matchAll(/<<[-~<]?[ \t]{0,9}["'`]?\w/g))
    if (++count > bounds.sampleDocuments) return index;
  return undefined;
}

function fillGaps(text: string, grammar: SampleGrammar): string {
  return (grammar.gaps ?? []).reduce((filled, [pattern, fill]) => filled.replace(pattern, fill), text);
}

const modifiers =
  'public|private|protected|internal|static|abstract|virtual|override|sealed|readonly|required|partial|async|extern|' +
  'event|delegate|final|default|synchronized';

/** Matches a line that begins like a member of a class: after an attribute or annotation, a modifier. */
const beginsMember = new RegExp(String.raw`^[ \t]*(?:\[[^\]\n]*\]\s*|@\w+\s+)?(?:${modifiers})[ \t]`, 'm');

/** Whether a text is valid inside its language's frame. Imports are left out, since a frame may not allow them. */
async function isValidInFrame(text: string, grammar: SampleGrammar): Promise<boolean> {
  const { frame } = grammar;
  if (frame === undefined || (frame.isClass && !beginsMember.test(text))) return false;
  const inner = frame.imports ? text.replace(frame.imports, (found) => ' '.repeat(found.length)) : text;
  const tree = await parseTree(frame.head + inner + frame.tail, grammar);
  if (tree === undefined) return false;
  try {
    return findTreeFault(tree, grammar) === undefined;
  } finally {
    tree.delete();
  }
}

async function findFault(
  text: string,
  grammar: SampleGrammar,
  inTree: TreeFault | undefined,
): Promise<SyntaxFault | undefined> {
  const { lexicalSyntax } = grammar;
  const exact = exactParsers[grammar.name];
  if (exact) {
    const error = await exact(text);
    if (error) return locate(text, lexicalSyntax, error);
    return grammar.name === 'php' ? (findPhpDocument(text) ?? findLostArrow(text, inTree)) : undefined;
  }
  if (inTree === undefined) return undefined;
  if (inTree.isCertain) return { problem: inTree.problem, range: inTree.range };
  if (grammar.name === 'bash') {
    const error = await parseRejectedShell(text);
    return error && locate(text, lexicalSyntax, error);
  }
  const imbalance = findImbalance(text, lexicalSyntax);
  if (imbalance === undefined) return blameLine(text, grammar, inTree);
  // With an unmatched closing bracket and no indentation clue, prefer the parser's earlier position.
  return !imbalance.isIndented && imbalance.closing !== undefined && inTree.range.start < imbalance.closing
    ? inTree
    : imbalance;
}

/** Finds `['key' = 1]`, which Mago reads as an assignment to a string. */
function findLostArrow(text: string, inTree: SyntaxFault | undefined): SyntaxFault | undefined {
  const sign = inTree && /(?<=['"]\s{0,20})=\s{0,20}$/.exec(text.slice(0, inTree.range.start));
  return sign
    ? { problem: 'write `=>` after a key, not `=`', range: { start: sign.index, end: sign.index + 1 } }
    : undefined;
}

/** The place of a parser's error. A forgotten bracket before the place where the parser stopped has precedence. */
function locate(text: string, lexicalSyntax: LexicalSyntax, { at, problem }: ParserError): SyntaxFault {
  const imbalance = findImbalance(text, lexicalSyntax);
  if (imbalance && imbalance.range.start <= at && (imbalance.closing === undefined || imbalance.closing <= at))
    return imbalance;
  const last = text.trimEnd().length;
  const start = Math.min(at, Math.max(last - 1, 0));
  const word = /^(?:\w+|[^\w\s])/.exec(text.slice(start))?.[0] ?? '';
  return { problem, range: { start, end: Math.min(start + Math.max(word.length, 1), text.length) } };
}
