// Parses text into trees with tree-sitter. Each grammar is loaded when it is first needed.

import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';
import { Language, Parser, type Tree, type TreeCursor } from 'web-tree-sitter';
import type { SampleGrammar } from '../../compiler/languages/index.ts';
import { loadOnce } from './load-once.ts';

/** Parsers by the grammar's name. */
const parsers = new Map<string, () => Promise<Parser>>();
/** Called only once: a second call creates a second instance without the loaded grammars. */
const start = loadOnce(() => Parser.init());

/**
 * The number of characters that are parsed after the first error: tree-sitter recovers from errors slowly, and only the
 * first error is reported.
 */
const maxAfterError = 8000;
/**
 * Steps (100 operations each) that a parse may take per character. Usual code takes 0.03, chains of short names 0.09.
 */
const maxSteps = 0.12;

/**
 * Parses text with a grammar. If the text has an error, the tree may end some characters after it. The tree is not
 * garbage collected: call its `delete()`.
 * @returns undefined if parsing takes too long
 */
export async function parseTree(text: string, grammar: SampleGrammar): Promise<Tree | undefined> {
  const load = parsers.get(grammar.name) ?? loadOnce(() => loadParser(grammar));
  parsers.set(grammar.name, load);
  const parser = await load();
  const { tree, errorAt } = parseWithin(parser, text);
  if (tree !== undefined || errorAt === undefined) return tree;
  return parseWithin(parser, text.slice(0, errorAt + maxAfterError)).tree;
}

function parseWithin(parser: Parser, text: string): { tree?: Tree | undefined; errorAt?: number | undefined } {
  let steps = 0;
  let errorAt: number | undefined;
  const tree = parser.parse(text, null, {
    progressCallback: ({ currentOffset, hasError }) => {
      // Offsets are counted in bytes, two for each unit of UTF-16.
      const at = currentOffset / 2;
      if (hasError) errorAt ??= at;
      return ++steps > 100 + maxSteps * text.length || (errorAt !== undefined && at > errorAt + maxAfterError);
    },
  });
  if (tree === null) parser.reset();
  return { tree: tree ?? undefined, errorAt };
}

async function loadParser({ wasm: [packageName, file] }: SampleGrammar): Promise<Parser> {
  await start();
  const parser = new Parser();
  parser.setLanguage(await Language.load(await readGrammar(packageName, file)));
  return parser;
}

/** The npm package of Stele has copies of some grammars (scripts/package/ship-grammars.ts); the repository has none. */
const shippedFolder = join(import.meta.dirname, '../../grammars');

async function readGrammar(packageName: string, file: string): Promise<Uint8Array> {
  try {
    return await readFile(join(shippedFolder, packageName, basename(file)));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
  }
  const folder = dirname(createRequire(import.meta.url).resolve(`${packageName}/package.json`));
  return readFile(join(folder, file));
}

/** A node, for the visitor of `walkTree`. */
export interface Visit {
  readonly cursor: TreeCursor;
  readonly type: string;
  /** Types of the nodes around it, the innermost last. */
  readonly around: readonly string[];
  /** End of the parent. */
  readonly parentEnd: number;
}

/** Visits all nodes, each before its children, in the order of the text. */
export function walkTree(tree: Tree, visit: (node: Visit) => void): void {
  const cursor = tree.walk();
  const around: string[] = [];
  const ends: number[] = [];
  for (let isDone = false; !isDone;) {
    const type = cursor.nodeType;
    visit({ cursor, type, around, parentEnd: ends.at(-1) ?? 0 });
    const end = cursor.endIndex;
    if (cursor.gotoFirstChild()) {
      around.push(type);
      ends.push(end);
      continue;
    }
    while (!cursor.gotoNextSibling()) {
      around.pop();
      ends.pop();
      if (!cursor.gotoParent()) {
        isDone = true;
        break;
      }
    }
  }
  cursor.delete();
}
