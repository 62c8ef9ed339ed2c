// Views of the samples of a page.

import type { LanguageLinkView } from './frame.ts';
import type { EntityView } from './tables.ts';

/** A code block of a body, with a panel for each tab. */
export interface BlockView {
  /** Interface id of the block, from which the ids of its tabs are made: begins with `-`. */
  readonly id: string;
  /** Entity whose tables are shown beside the samples. */
  readonly entity?: EntityView | undefined;
  readonly title?: string | undefined;
  /** Several panels are tabs; empty if there is nothing to show. */
  readonly panels: readonly PanelView[];
}

/** A selector of some languages inside the body. */
export interface SelectorView {
  /** Label of the language whose samples are shown inside. */
  readonly shown: string;
  /** False if the reader's language is not one of them: then the first is shown. */
  readonly isOwn: boolean;
  /** This page in each of the languages. */
  readonly links: readonly LanguageLinkView[];
}

/** One tab of a code block. */
export interface PanelView {
  readonly title?: string | undefined;
  /** Label of the language or format: `Ruby`, `JSON`. */
  readonly label: string;
  /** Absent if this language has no sample. */
  readonly code?: CodeView;
  /** If this language has no sample: the languages that have one, as links to the page. */
  readonly available: readonly LanguageLinkView[];
}

/** Code as HTML; its text content is exactly the text to copy. */
export interface CodeView {
  /** Lines joined by line feeds, coloured by class; goes inside `<code>`. */
  readonly html: string;
  /** The lines of long code that are folded at first. */
  readonly rest?: { readonly html: string; readonly lines: number } | undefined;
  /** Whether lines are numbered. Numbered or marked lines are elements. */
  readonly hasNumbers: boolean;
  /** Whether some lines are in focus: the others are dimmed. */
  readonly hasFocus: boolean;
  /** Characters in its longest line, which decide whether it may need to scroll. */
  readonly width: number;
}
