// Inputs that would slow down or crash a careless parser. Those of Markdown follow cmark's `pathological_tests.py`,
// with its sizes or as large as a file may be.

import { markdownCases } from './pathological-markdown.ts';
import { mdxCases } from './pathological-mdx.ts';
import { yamlCases } from './pathological-yaml.ts';

/** A case: `make` gives a page's path and text; `scale` 1 is its full size. */
export interface PathologicalCase {
  readonly name: string;
  make(scale: number): readonly [path: string, text: string];
}

export const pathologicalCases: readonly PathologicalCase[] = [...markdownCases, ...mdxCases, ...yamlCases];
