// The attributes that may follow the language of a code fence, and a heading (format.md 6.4 and 5.6).

import type { CodeMark } from '../source/index.ts';

/** The effect of an attribute of a fence, and the form of its value. */
type FenceValue =
  | { readonly kind: 'text' }
  /** The value is a list of lines, such as `1,3-5`. They get this mark. */
  | { readonly kind: 'lines'; readonly mark: CodeMark }
  /** It is written alone or with `=true`. */
  | { readonly kind: 'flag' };

/** An attribute of a fence. */
export interface FenceAttribute {
  readonly value: FenceValue;
  readonly about: string;
  readonly example: string;
  /** Names of the same attribute in other tools. */
  readonly otherNames: readonly string[];
}

export const fenceAttributes: Readonly<Record<string, FenceAttribute>> = {
  title: {
    value: { kind: 'text' },
    about: 'The words in the head.',
    example: 'title="door.rb"',
    otherNames: ['filename'],
  },
  tab: {
    value: { kind: 'text' },
    about: 'Has no effect. Other tools group fences by it.',
    example: 'tab="Ruby"',
    otherNames: [],
  },
  language: {
    value: { kind: 'text' },
    about: 'On a tab of a `CodeBlock`: the one language in which it is shown.',
    example: 'language="ruby"',
    otherNames: [],
  },
  highlight: {
    value: { kind: 'lines', mark: 'highlight' },
    about: 'Lines that stand out. `{2}` alone does the same.',
    example: 'highlight={2}',
    otherNames: ['mark', 'hl_lines'],
  },
  ins: { value: { kind: 'lines', mark: '++' }, about: 'Lines that are new.', example: 'ins={2}', otherNames: [] },
  del: { value: { kind: 'lines', mark: '--' }, about: 'Lines that go.', example: 'del={2}', otherNames: [] },
  focus: {
    value: { kind: 'lines', mark: 'focus' },
    about: 'Lines that keep their colours; the others turn grey.',
    example: 'focus={2}',
    otherNames: [],
  },
  lineNumbers: {
    value: { kind: 'flag' },
    about: 'Numbers the lines.',
    example: 'lineNumbers',
    otherNames: ['showLineNumbers', 'line-numbers', 'linenums', 'linenos'],
  },
};

/** The attribute with a name: its own or that of another tool. */
export function fenceAttribute(name: string): FenceAttribute | undefined {
  if (Object.hasOwn(fenceAttributes, name)) return fenceAttributes[name];
  return Object.values(fenceAttributes).find(({ otherNames }) => otherNames.includes(name));
}

/** All names that an attribute of a fence may have; only those with a kind of value if `kind` is given. */
export function fenceNames(kind?: FenceValue['kind']): readonly string[] {
  return Object.entries(fenceAttributes).flatMap(([name, { value, otherNames }]) =>
    kind === undefined || value.kind === kind ? [name, ...otherNames] : [],
  );
}

/** A key in the braces after a heading. */
export interface HeadingKey {
  readonly wanted: string;
  readonly accepts: RegExp;
  readonly about: string;
  readonly example: string;
}

export const headingKeys = {
  url: {
    wanted: 'letters and digits with single `-` between them',
    // The characters of slugs.
    accepts: /^[\p{L}\p{M}\p{N}]+(?:-[\p{L}\p{M}\p{N}]+)*$/u,
    about: 'The anchor, also when the heading is reworded.',
    example: '"url": "codes"',
  },
  visibility: {
    wanted: '`no-quick-nav`',
    accepts: /^no-quick-nav$/,
    about: 'Leaves the heading out of the contents of the page.',
    example: '"visibility": "no-quick-nav"',
  },
} as const satisfies Readonly<Record<string, HeadingKey>>;
