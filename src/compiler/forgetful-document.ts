// A document that can forget its frontmatter when its page is decoded: nothing else reads it then, and the trees of
// frontmatters are a quarter of what a large site keeps in memory.

import type { Document, MapNode } from './model/index.ts';

/** A document, and a function that makes it forget its frontmatter. */
export interface ForgetfulDocument {
  readonly document: Document;
  readonly forget: () => void;
}

/** @param parseAgain parses the same file again. It is called if the frontmatter is read after it was forgotten */
export function makeForgetful(parsed: Document, parseAgain: () => Document): ForgetfulDocument {
  let { frontmatter } = parsed;
  if (frontmatter === undefined) return { document: parsed, forget: () => {} };
  const { file, isPartial, body } = parsed;
  return {
    document: {
      file,
      get frontmatter(): MapNode {
        return (frontmatter ??= parseAgain().frontmatter!);
      },
      isPartial,
      body,
    },
    forget: () => void (frontmatter = undefined),
  };
}
