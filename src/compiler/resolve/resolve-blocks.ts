// The code blocks of a body → the sample that each language shows in them, and the entity beside them (format.md 6.3).

import type { Code, Node } from 'mdast';
import { suggest } from '../text/index.ts';
import { attributeWords, components, type Attributes } from '../format/index.ts';
import {
  isParent,
  visitNodes,
  type LanguageId,
  type ResolvedBlock,
  type ResolvedPanel,
  type Text,
} from '../model/index.ts';
import { codeLanguageNames, findCodeLanguage, frequentCodeNames, idMeant } from '../languages/index.ts';
import type { BodyContext } from './body-context.ts';
import { findSamples, neutralFormats } from './find-samples.ts';
import { readFence } from './fence-attributes.ts';
import { attributeRange, attributeValue, rangeIn, type JsxNode } from './jsx.ts';
import { knownAttributes } from './named-attributes.ts';

/**
 * Resolves a `<CodeBlock>` with its tabs and fences.
 * @param limitedTo the languages of the language selector around it; other languages need no sample
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
  if (children.length === 0 && hasNoCodeAttribute(node)) reportEmpty(context, node);
  const panels = own ? [ownPanel(context, own, attributes, tabs), ...tabs] : tabs;
  return {
    file: page.file,
    range: rangeIn(page, node),
    title: attributes.get('title')?.value,
    entity,
    panels: attributes.has('lineNumbers') ? panels.map((panel) => ({ ...panel, hasNumbers: true })) : panels,
  };
}

/** Resolves a fence of the body as a block with one panel. */
export function resolveFence(context: BodyContext, node: Node): ResolvedBlock {
  return {
    file: context.page.file,
    range: rangeIn(context.page, node),
    panels: [fencePanel(context, node as Code, false)],
  };
}

/** @param isTab whether the fence is a tab of a block, which `language` may limit to one language */
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

/** Reports a language that neither the site nor the highlighter knows. Its code is shown without colours. */
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

/** The tabs and fences inside a block or tab. Other children are reported, because they are not shown. */
function findChildren(context: BodyContext, node: JsxNode): readonly (JsxNode | Code)[] {
  const found: (JsxNode | Code)[] = [];
  for (const child of node.children) {
    let isLost = false;
    visitNodes(child, (inner) => {
      if (inner.type === 'code') found.push(inner as Code);
      else if ((inner as JsxNode).name === 'CodeBlockTab') found.push(inner as JsxNode);
      else if ('name' in inner && inner.name !== null) reportOtherTag(context, inner, String(inner.name));
      else if (isParent(inner)) return undefined;
      else isLost ||= hasWords(inner);
      return 'skip';
    });
    if (isLost) reportUnshown(context, node, child);
  }
  return found;
}

/** Whether a node without children contains more than white space or a comment. */
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

/** Reports a block or tab without code. */
function reportEmpty(context: BodyContext, node: JsxNode): void {
  const { start } = rangeIn(context.page, node);
  const place = { file: context.page.file, range: { start, end: start + 1 + node.name!.length } };
  context.report('code-block-without-code', place, { name: node.name! });
}

function resolveTab(context: BodyContext, node: JsxNode, blockLanguage: Text | undefined): ResolvedPanel {
  const attributes = readAttributes(context, node, components.CodeBlockTab.attributes);
  const stem = attributes.get('file');
  const named = readLanguage(context, attributes.get('language'));
  // Tabs for a format are shown in all languages, tabs for a language only in that one.
  const only = named !== undefined && neutralFormats.includes(named) ? undefined : named;
  const fixed = named ?? readLanguage(context, blockLanguage);
  const fences = findChildren(context, node).filter((child): child is Code => child.type === 'code');
  const shown = stem ? undefined : fences[0];
  for (const fence of fences) if (fence !== shown) reportUnshown(context, node, fence);
  if (!stem && !shown && hasNoCodeAttribute(node)) reportEmpty(context, node);
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
 * Whether no attribute of a tag provides code or tables. `referenceId` shows the tables of an entity. An unknown
 * attribute also gives false, because it is probably misspelt and has a finding of its own.
 */
function hasNoCodeAttribute({ attributes }: JsxNode): boolean {
  return attributes.every(
    (attribute) =>
      attribute.type === 'mdxJsxAttribute' && ['title', 'language', 'lineNumbers'].includes(attribute.name),
  );
}

/** The panel for the `file` of the block itself. Languages with a tab of their own show that tab instead. */
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

/** The attributes of a tag as text with places. Reports and leaves out unknown attributes and wrong values. */
function readAttributes(context: BodyContext, node: JsxNode, table: Attributes): ReadonlyMap<string, Text> {
  const { page, report } = context;
  const attributes = new Map<string, Text>();
  for (const attribute of knownAttributes(context, node, Object.keys(table))) {
    const { name } = attribute;
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
