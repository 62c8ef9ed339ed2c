// Reads annotations after headings that MDX does not parse: `{{ "url": "slug" }}` in `.md`, where braces are text, and
// the forms of other generators, such as `{#slug}`. Readers never see them (format.md 5.6).

import type { Program } from 'acorn';
import type { Heading, Node, Root, Text } from 'mdast';
import { isHeading, listNodes } from '../../../model/index.ts';
import type { Range, SourceFile } from '../../../source/index.ts';
import type { Report } from '../../../diagnostics/index.ts';
import type { BoundedAcorn } from '../../mdx/bounded-acorn.ts';

/** The file, the range of its body, and the functions for reading and reporting. */
interface Context {
  readonly file: SourceFile;
  readonly body: Range;
  readonly acorn: BoundedAcorn;
  readonly report: Report;
}

/**
 * Replaces annotations in the text of headings with the nodes that MDX would create. Changes the tree. Reports
 * annotations of other generators and annotations with syntax errors.
 */
export function markHeadingAnnotations(tree: Root, context: Context): void {
  for (const heading of listNodes(tree, isHeading)) readHeading(heading, context);
}

/** `{#slug}` and `{.class}` of Pandoc, Docusaurus and VitePress, `{: #slug}` of kramdown. */
const foreign = /\{:?[ \t]*([#.][^{}]*)\}$/;
/** Braces without a colon inside are text: `{{ name }}` of a template. */
const own = /\{(\{[^{}]*:[^{}]*\})\}$/;

function readHeading(heading: Heading, context: Context): void {
  const last = heading.children.at(-1);
  if (last === undefined) return;
  const comment = /^\/\*\s*(#[\w-]+)\s*\*\/$/.exec((last as { value?: string }).value?.trim() ?? '');
  if ((last as Node).type === 'mdxTextExpression' && comment) return replaceForeign(heading, '', comment[1]!, context);
  if (last.type !== 'text') return;
  const text = last.value.trimEnd();
  const match = foreign.exec(text);
  if (match) return replaceForeign(heading, text.slice(0, match.index).trimEnd(), match[1]!, context);
  const [annotation, value] = own.exec(text) ?? [];
  if (value === undefined) return;
  const before = text.slice(0, -annotation!.length).trimEnd();
  const place = placeOf(heading, /\{\{[^]*$/, context);
  const estree = parse(value, context.acorn);
  if (estree === undefined) context.report('unreadable-annotation', place, {});
  replaceLast(heading, before, estree && annotationNode(value, estree, place.range, context));
}

function replaceForeign(heading: Heading, before: string, written: string, context: Context): void {
  const slug = (/#([^\s.#}]+)/.exec(written)?.[1] ?? '').replace(/[^\p{L}\p{M}\p{N}]+/gu, '-').replace(/^-|-$/g, '');
  const place = placeOf(heading, /\\?\{[^{]*$/, context);
  const { file } = context;
  const words = file.text.slice(context.body.start + (heading.position?.start.offset ?? 0), place.range.start);
  const title = words.replace(/^[ \t]*#*[ \t]*/, '').trim();
  const name = file.text.slice(place.range.start, place.range.end);
  context.report('foreign-heading-id', place, { name, heading: `${'#'.repeat(heading.depth)} ${title}`, slug });
  const value = `{ "url": ${JSON.stringify(slug)} }`;
  replaceLast(
    heading,
    before,
    slug === '' ? undefined : annotationNode(value, parse(value, context.acorn)!, place.range, context),
  );
}

/** The place of the annotation: the end of the first line of the heading, from the first match of `pattern`. */
function placeOf(
  heading: Heading,
  pattern: RegExp,
  { file, body }: Context,
): { readonly file: SourceFile; readonly range: Range } {
  const start = body.start + (heading.position?.start.offset ?? 0);
  const written = file.text
    .slice(start, body.start + (heading.position?.end.offset ?? 0))
    .replace(/[ \t]*[\r\n][^]*$|[ \t]+#*[ \t]*$/, '');
  const at = pattern.exec(written)?.index ?? 0;
  return { file, range: { start: start + at, end: start + written.length } };
}

function parse(value: string, acorn: BoundedAcorn): Program | undefined {
  try {
    const program = acorn.parse(`(${value})`, { ecmaVersion: 2024, sourceType: 'module' });
    return acorn.excess ? undefined : program;
  } catch {
    return undefined;
  }
}

/** The node that MDX creates for `{{ … }}`. */
function annotationNode(value: string, estree: Program, { start, end }: Range, { body }: Context): Node {
  const position = { start: { offset: start - body.start }, end: { offset: end - body.start } };
  return { type: 'mdxTextExpression', value, data: { estree }, position } as unknown as Node;
}

function replaceLast(heading: Heading, before: string, node: Node | undefined): void {
  const last = heading.children.at(-1) as Text;
  const text = before === '' ? [] : [{ ...last, type: 'text', value: before } as Text];
  heading.children = [...heading.children.slice(0, -1), ...text, ...(node ? [node as never] : [])];
}
