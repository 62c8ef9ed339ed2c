// How a comment of one line opens and closes in a kind of code: what finds region markers, line marks and exemptions
// from checks there, and what `stele new` writes. It says nothing of comments inside strings or over several lines.

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
 * Comments of a kind of code, by a fence's name for it or by an extension with or without its dot; undefined where it
 * has none. What nobody knows is taken to have `//`.
 */
export function commentSyntaxOf(name: string): CommentSyntax | undefined {
  const key = name.replace(/^\.(?=.)/, '').toLowerCase();
  return byName.has(key) ? byName.get(key) : slashes;
}
