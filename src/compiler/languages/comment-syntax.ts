// The syntax of comments on one line in a kind of code. It is used to find region markers, line marks and exemptions
// from checks, and by `stele new`. It does not describe comments over several lines.

import type { CommentSyntax } from '../source/index.ts';
import { codeKinds, languages } from './catalogue.ts';
import { slashes } from './comment-styles.ts';

const byName = indexByName();

function indexByName(): ReadonlyMap<string, CommentSyntax | undefined> {
  const index = new Map<string, CommentSyntax | undefined>();
  for (const { extensions, grammars, comments } of languages) {
    for (const extension of [...extensions, ...grammars.flatMap((grammar) => grammar.extensions)])
      index.set(extension.slice(1), comments);
  }
  for (const { grammar, names, comments } of codeKinds) {
    for (const name of [...names, grammar]) if (!index.has(name)) index.set(name, comments);
  }
  return index;
}

/**
 * Returns the comment syntax of a kind of code; undefined if it has no comments. An unknown kind is assumed to have
 * `//`. Takes the name of a fence, or an extension with or without its dot.
 */
export function commentSyntaxOf(name: string): CommentSyntax | undefined {
  const key = name.replace(/^\.(?=.)/, '').toLowerCase();
  return byName.has(key) ? byName.get(key) : slashes;
}
