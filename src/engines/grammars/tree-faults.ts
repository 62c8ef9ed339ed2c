// A tree-sitter tree → its first mistake: an error node, or invalid code that the grammar accepts.

import type { Node, Tree } from 'web-tree-sitter';
import type { LexicalSyntax, SampleGrammar } from '../../compiler/languages/index.ts';
import type { SyntaxFault } from '../../compiler/model/index.ts';
import { findShellDocument } from './here-documents.ts';
import { scanCode } from './scan-code.ts';
import { findLiteralFault } from './literal-faults.ts';

/** A mistake that a tree shows. */
export interface TreeFault extends SyntaxFault {
  /** Whether the mistake is certain. If not, another parser may decide that the code is valid. */
  readonly isCertain: boolean;
}

/** The first mistake of a tree; undefined for valid code. */
export function findTreeFault(tree: Tree, grammar: SampleGrammar): TreeFault | undefined {
  const root = tree.rootNode;
  const error = root.hasError ? firstError(root) : undefined;
  if (error) return { ...error, isCertain: false };
  const accepted = findAcceptedFault(root, grammar);
  if (accepted) return { ...accepted, isCertain: true };
  const doubtful = grammar.name === 'bash' ? findLooseGroup(root) : undefined;
  return doubtful && { ...doubtful, isCertain: false };
}

/** Finds `curl (a)`: parentheses after a command. They are valid after some words of the shell, for example `time`. */
function findLooseGroup(root: Node): SyntaxFault | undefined {
  const group = root.descendantsOfType('subshell').find(({ parent }) => parent?.type === 'command');
  return group && at(group, '`(` does not fit here');
}

/** The first error node. The search uses its own stack, since a deep tree would overflow the call stack. */
function firstError(root: Node): SyntaxFault | undefined {
  const open = [{ node: root, children: root.children, next: 0 }];
  for (let inner = open.at(-1); inner !== undefined; inner = open.at(-1)) {
    const { node } = inner;
    if (node.isMissing) {
      const range = { start: node.startIndex, end: node.endIndex };
      return { problem: `${node.isNamed ? nameOf(node.type) : `\`${node.type}\``} is missing here`, range };
    }
    const child = inner.children[inner.next++];
    if (child?.hasError || child?.isMissing || child?.isError) {
      open.push({ node: child, children: child.children, next: 0 });
    } else if (child === undefined) {
      if (node.isError) return misfit(node);
      open.pop();
    }
  }
  return undefined;
}

function misfit(node: Node): SyntaxFault {
  // An error node begins with code that was still valid; only its last child is wrong.
  const last = node.children.at(-1) ?? node;
  const text = last.text.split('\n')[0]!.trim().slice(0, 24);
  return {
    problem: text === '' ? 'something is missing here' : `\`${text}\` does not fit here`,
    range: { start: last.startIndex, end: last.startIndex + Math.max(text.length, 1) },
  };
}

function nameOf(type: string): string {
  if (!/^\w{2,}$/.test(type)) return `\`${type}\``;
  return /^[aeiou]/.test(type) ? `an ${type.replaceAll('_', ' ')}` : `a ${type.replaceAll('_', ' ')}`;
}

const reservedWords = new Set(['then', 'do', 'done', 'fi', 'elif', 'else', 'esac', 'in', '}']);

/** A mistake that a grammar accepts because it reads the code as another construct. */
function findAcceptedFault(root: Node, { name, literals, lexicalSyntax }: SampleGrammar): SyntaxFault | undefined {
  if (name === 'bash') return findInShell(root);
  const comment = lexicalSyntax.hasBlockComments ? findOpenComment(root.text, lexicalSyntax) : undefined;
  if (comment) return comment;
  return (literals && findLiteralFault(root, literals)) ?? (name === 'c-sharp' ? findInCSharp(root) : undefined);
}

/** A comment that is not closed: some grammars accept the end of the text as its end. */
function findOpenComment(text: string, lexicalSyntax: LexicalSyntax): SyntaxFault | undefined {
  if (text.lastIndexOf('/*') <= text.lastIndexOf('*/')) return undefined;
  const { openComment } = scanCode(text, lexicalSyntax);
  if (openComment === undefined) return undefined;
  const range = { start: openComment, end: openComment + 2 };
  return { problem: 'the comment that `/*` opens here is not closed', range };
}

function findInCSharp(root: Node): SyntaxFault | undefined {
  // `f(a b)` is read as a variable declaration, which is valid only with `out` and in patterns.
  const declared = root
    .descendantsOfType('declaration_expression')
    .find(
      ({ parent, previousSibling, text }) =>
        parent?.type === 'argument' &&
        previousSibling?.text !== 'out' &&
        parent.parent?.type === 'argument_list' &&
        !text.startsWith('var '),
    );
  if (declared) return at(declared.children.at(-1)!, `\`${declared.children.at(-1)!.text}\` does not fit here`);
  const empty = root
    .descendantsOfType('identifier')
    .find(({ startIndex, endIndex, parent }) => startIndex === endIndex && parent?.type !== 'argument');
  if (empty) return at(empty, 'an expression is missing here');
  const brace = root
    .descendantsOfType('string_content')
    .find(
      ({ parent, text }) =>
        parent?.type === 'interpolated_string_expression' &&
        /(?<!\})\}(?:\}\})*(?!\})/.test(text) &&
        !parent.text.includes('"""'),
    );
  return brace && at(brace, 'a `}` in an interpolated string has no opening `{`');
}

function findInShell(root: Node): SyntaxFault | undefined {
  for (const name of root.descendantsOfType('command_name')) {
    if (reservedWords.has(name.text)) return at(name, `\`${name.text}\` does not fit here`);
    if (name.text === '$' || name.text === '%')
      return at(name, `\`${name.text}\` is a prompt, not part of the command`);
  }
  const openings = root.descendantsOfType('heredoc_start').map((start) => ({
    at: start.startIndex,
    written: start.text,
    mayHaveTabs: start.parent?.children[0]?.type === '<<-',
  }));
  return findShellDocument(root.text, openings);
}

function at(node: Node, problem: string): SyntaxFault {
  return { problem, range: { start: node.startIndex, end: node.endIndex } };
}
