// A mistake of an author that stops the MDX parser.

import type { Range } from '../../../source/index.ts';

/** The range is the place of the mistake, as offsets in the body. */
export interface MdxMistake extends Range {
  readonly problem?: string;
  readonly hint?: string;
  /** Set for `{#slug}` after a heading. */
  readonly foreignId?: { readonly heading: string; readonly slug: string };
  /** Set for a heading's `{{ … }}` that is not well-formed. */
  readonly isAnnotation?: true;
  /** Set for an element that a page leaves out. */
  readonly hidden?: 'style' | 'script';
  /** Ranges to leave out in addition to the mistake itself. */
  readonly leaveOut?: readonly Range[];
  /** Name of an opening tag that is left out. Its closing tag is not reported as a further mistake. */
  readonly opens?: string;
  /** Name of a closing tag without an opening tag. */
  readonly closes?: string;
}
