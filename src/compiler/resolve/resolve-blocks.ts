// Code blocks of a body → which sample each language shows in them, and which entity stands beside (format.md 6.3).

import type { Code, Node } from 'mdast';
import { suggest, type Place } from '../diagnostics/index.ts';
import { attributeWords, components, type Attributes } from '../format/index.ts';
import type { LanguageId, ResolvedBlock, ResolvedPanel, Text } from '../model/index.ts';
import { codeLanguageNames, findCodeLanguage, frequentCodeNames, idMeant } from '../languages/index.ts';
import { findActive } from './attribute-rules.ts';
import type { BodyContext } from './body-context.ts';
import { findSamples, neutralFormats } from './find-samples.ts';
import { readFence } from './fence-attributes.ts';
import { attributeRange, attributeValue, rangeIn, type JsxNode } from './jsx.ts';

/**
 * Resolves a `<CodeBlock>` with its tabs and fences.
 * @param limitedTo languages of the switch around it: others need no sample
 */
export function resolveBlock(around: BodyContext, node: JsxNode, limitedTo?: readonly LanguageId[]): ResolvedBlock {
  const context = limitedTo ? { ...around, languages: limitedTo } : around;
  const { page } = context;
  const attributes = readAttributes(context, node, components.CodeBlock.attributes);
  const entity = resolveEntityId(context, attributes.get('referenceId'));
  const children = findChildren(context, node);
  const tabs = children.map((child) =>
    child.type === 'code' ? fencePanel(context, child, true) : resolveTab(context, child, attributes.get('language')),
  );
  const own = attributes.get('file');
  if (children.length === 0 && saysNoCode(node)) reportEmpty(context, node);
  const panels = own ? [ownPanel(context, own, attributes, tabs), ...tabs] : tabs;
  return {
    file: page.file,
    range: rangeIn(page, node),
    title: attributes.get('title')?.value,
    entity,
    panels: attributes.has('lineNumbers') ? panels.map((panel) => ({ ...panel, hasNumbers: true })) : panels,
  };
}

/** A fence of the body: a block of one panel. */
export function resolveFence(context: BodyContext, node: Node): ResolvedBlock {
  return {
    file: context.page.file,
    range: rangeIn(context.page, node),
    panels: [fencePanel(context, node as Code, false)],
  };
}

/** @param isTab whether the fence is a tab of a block, which `language` may keep to one language */
function fencePanel(context: BodyContext, node: Code, isTab: boolean): ResolvedPanel {
  const { name, title, language, hasNumbers, marks } = readFence(context, node);
  if (name) checkFenceName(context, name);
  const only = isTab ? readLanguage(context, language) : undefined;
  return {
    title,
    ...(only === undefined || neutralFormats.includes(only) ? {} : { language: only }),
    hasNumbers,
    fence: { code: node.value, language: name?.value, ...(marks.length > 0 ? { marks } : {}) },
    samples: new Map(),
  };
}

/** Reports a language that neither the site nor the highlighter knows. Such code has no colours. */
function checkFenceName({ model, report }: BodyContext, name: Text): void {
  const ofSite = model.site.languages.flatMap(({ id, grammar, extensions }) => [
    id,
    grammar,
    ...extensions.map((one) => one.slice(1)),
  ]);
  const key = name.value.toLowerCase();
  if (findCodeLanguage(key) || ofSite.some((known) => known.toLowerCase() === key)) return;
  const near = suggest(key, ofSite) ?? suggest(key, frequentCodeNames) ?? suggest(key, codeLanguageNames());
  report('unknown-fence-language', name, { name: name.value, near });
}

/** Tabs and fences among the children of a block or tab. All other children are not shown, and reported. */
function findChildren(context: BodyContext, node: JsxNode): readonly (JsxNode | Code)[] {
  const found: (JsxNode | Code)[] = [];
  for (const child of node.children) {
    let isLost = false;
    const visit = (inner: Node): void => {
      if (inner.type === 'code') found.push(inner as Code);
      else if ((inner as JsxNode).name === 'CodeBlockTab') found.push(inner as JsxNode);
      else if ('name' in inner && inner.name !== null) reportOtherTag(context, inner, String(inner.name));
      else if ('children' in inner) (inner.children as Node[]).forEach(visit);
      else isLost ||= hasWords(inner);
    };
    visit(child);
    if (isLost) reportUnshown(context, node, child);
  }
  return found;
}

/** Whether a node without children is more than blanks or a comment. */
function hasWords(node: Node): boolean {
  const value = 'value' in node ? String(node.value).trim() : node.type;
  return value !== '' && !/^\/\*[^]*\*\/$/.test(value);
}

function reportOtherTag(context: BodyContext, node: Node, name: string): void {
  const { start } = rangeIn(context.page, node);
  const place = { file: context.page.file, range: { start, end: start + 1 + name.length } };
  context.report('unknown-component', place, { name, near: suggest(name, ['CodeBlockTab']) });
}

function reportUnshown(context: BodyContext, { name }: JsxNode, node: Node): void {
  context.report(
    'unshown-in-code-block',
    { file: context.page.file, range: rangeIn(context.page, node) },
    { name: name! },
  );
}

/** Reports a block or tab that has nothing to show. */
function reportEmpty(context: BodyContext, node: JsxNode): void {
  const { start } = rangeIn(context.page, node);
  const place = { file: context.page.file, range: { start, end: start + 1 + node.name!.length } };
  context.report('code-block-without-code', place, { name: node.name! });
}

function resolveTab(context: BodyContext, node: JsxNode, blockLanguage: Text | undefined): ResolvedPanel {
  const attributes = readAttributes(context, node, components.CodeBlockTab.attributes);
  const stem = attributes.get('file');
  const named = readLanguage(context, attributes.get('language'));
  // A format is in every language: only a language keeps a tab to itself.
  const only = named !== undefined && neutralFormats.includes(named) ? undefined : named;
  const fixed = named ?? readLanguage(context, blockLanguage);
  const fences = findChildren(context, node).filter((child): child is Code => child.type === 'code');
  const shown = stem ? undefined : fences[0];
  for (const fence of fences) if (fence !== shown) reportUnshown(context, node, fence);
  if (!stem && !shown && saysNoCode(node)) reportEmpty(context, node);
  const inside = shown && fencePanel(context, shown, false);
  const title = attributes.get('title')?.value ?? inside?.title;
  return {
    ...(inside ?? { samples: new Map() }),
    title,
    language: only ?? inside?.language,
    hasNumbers: attributes.has('lineNumbers') || (inside?.hasNumbers ?? false),
    ...(stem ? findSamples(context, stem, fixed) : {}),
  };
}

/**
 * Whether none of a tag's attributes brings code or tables. `referenceId` alone shows the tables of an entity; a misspelt
 * attribute has its own finding.
 */
function saysNoCode({ attributes }: JsxNode): boolean {
  return attributes.every(
    (attribute) =>
      attribute.type === 'mdxJsxAttribute' && ['title', 'language', 'lineNumbers'].includes(attribute.name),
  );
}

/** The block's own `file`; languages that have a tab of their own show that in its place. */
function ownPanel(
  context: BodyContext,
  stem: Text,
  attributes: ReadonlyMap<string, Text>,
  tabs: readonly ResolvedPanel[],
): ResolvedPanel {
  const replaced = new Set(tabs.flatMap((tab) => tab.language ?? []));
  const wanted = { ...context, languages: context.languages.filter((language) => !replaced.has(language)) };
  const found = findSamples(wanted, stem, readLanguage(context, attributes.get('language')));
  const samples = new Map([...found.samples].filter(([language]) => !replaced.has(language)));
  return { ...found, hasNumbers: false, replacedIn: replaced, samples };
}

function readLanguage(context: BodyContext, text: Text | undefined): LanguageId | undefined {
  if (text === undefined) return undefined;
  const known = context.model.site.languages.map(({ id }) => id);
  if (known.includes(text.value) || neutralFormats.includes(text.value)) return text.value;
  context.report('unknown-language', text, {
    name: text.value,
    near: idMeant(text.value, known) ?? suggest(text.value, known),
    known,
  });
  return undefined;
}

function resolveEntityId(context: BodyContext, text: Text | undefined): string | undefined {
  if (text === undefined || context.entityIds.includes(text.value)) return text?.value;
  context.report('unknown-entity', text, { name: text.value, near: suggest(text.value, context.entityIds) });
  return undefined;
}

/** Attributes of a tag as located text; those that are not in `table`, or not of their kind, are reported and left out. */
function readAttributes(context: BodyContext, node: JsxNode, table: Attributes): ReadonlyMap<string, Text> {
  const { page, report } = context;
  const known = Object.keys(table);
  const attributes = new Map<string, Text>();
  for (const attribute of node.attributes) {
    const place = { file: page.file, range: rangeIn(page, attribute) };
    if (attribute.type === 'mdxJsxExpressionAttribute') {
      report('code-in-body', place, { found: 'an expression' });
      continue;
    }
    const { name } = attribute;
    if (!known.includes(name)) {
      const cause = findActive(name);
      const args = { name, component: node.name! };
      if (cause !== undefined) report('unsafe-attribute', namePlace(place, name), { ...args, cause });
      else report('unknown-attribute', namePlace(place, name), { ...args, near: suggest(name, known), known });
      continue;
    }
    const value = attributeValue(page, attribute);
    const range = attributeRange(page, attribute);
    const { kind } = table[name]!;
    if (kind === 'flag' && typeof value === 'boolean') {
      if (value) attributes.set(name, { value: name, file: page.file, range });
    } else if (kind === 'flag' || typeof value !== 'string' || value === '') {
      report('wrong-attribute', { file: page.file, range }, { name, wanted: attributeWords[kind] });
    } else attributes.set(name, { value, file: page.file, range });
  }
  return attributes;
}

function namePlace(place: Place & { range: { start: number } }, name: string): Place {
  return { ...place, range: { start: place.range.start, end: place.range.start + name.length } };
}
