// The texts of a page that search can link to: the text under each heading, and the description of each row. Addresses,
// tags and components are left out, but not the words of their children.

import type { Code, Node } from 'mdast';
import {
  isParent,
  visitNodes,
  wordsOf,
  type LanguageId,
  type MarkdownText,
  type ResolvedItem,
  type ResolvedPage,
  type SearchText,
} from '../../../compiler/model/index.ts';

/** The body of a page, split at its headings. */
export function listBodyTexts(page: ResolvedPage): readonly SearchText[] {
  const headings = new Map<Node, { readonly id: string; readonly text: string }>(
    page.headings.map((heading) => [heading.node, heading]),
  );
  const texts: { anchor?: string; heading?: string; parts: string[] }[] = [{ parts: [] }];
  if (page.page.description) texts[0]!.parts.push(page.page.description.value);
  visitNodes(page.page.body.tree, (node) => {
    const heading = headings.get(node);
    if (heading) texts.push({ anchor: heading.id, heading: heading.text, parts: [] });
    if (heading || node === page.titleHeading?.node || node.type === 'definition') return 'skip';
    const { parts } = texts.at(-1)!;
    for (const label of labelsOf(node, page)) parts.push(label);
    if (!isLine(node)) return page.bodyParts.get(node)?.kind === 'text' ? 'skip' : undefined;
    parts.push(wordsOnPage(node, page));
    return 'skip';
  });
  return texts.map(({ parts, ...place }) => ({ ...place, text: tidy(parts.join(' ')) })).filter(hasWords);
}

/** Descriptions of rows; each text once, with the languages that show it. */
export function listRowTexts(page: ResolvedPage, languages: readonly LanguageId[]): readonly SearchText[] {
  const words = new Map<MarkdownText, string>();
  const found = new Map<string, Map<string, LanguageId[]>>();
  const add = (anchor: string, text: MarkdownText, language: LanguageId): void => {
    if (!words.has(text)) words.set(text, tidy(wordsOnPage(text.tree, page)));
    const texts = found.get(anchor) ?? new Map<string, LanguageId[]>();
    found.set(anchor, texts);
    const shown = texts.get(words.get(text)!) ?? [];
    texts.set(words.get(text)!, shown);
    if (!shown.includes(language)) shown.push(language);
  };
  const visit = (items: readonly ResolvedItem[], above: string, language: LanguageId): void => {
    for (const item of items) {
      const anchor = (item.display === 'unwrap' ? undefined : item.anchor) ?? above;
      if (item.description && item.display !== 'unwrap') add(anchor, item.description, language);
      if (typeof item.deprecated === 'object') add(anchor, item.deprecated, language);
      visit(item.children, anchor, language);
    }
  };
  for (const language of languages) {
    for (const entity of page.entities) {
      const form = entity.forms.get(language);
      for (const list of form?.lists ?? []) visit(list.items, entity.id, language);
      if (form?.entity.deprecated?.kind === 'markdown') add(entity.id, form.entity.deprecated.text, language);
    }
  }
  const texts = [...found].flatMap(([anchor, byText]) =>
    [...byText].map(([text, shown]) => ({
      anchor,
      text,
      ...(shown.length === languages.length ? {} : { languages: shown }),
    })),
  );
  return texts.filter(hasWords);
}

function hasWords({ heading, text }: SearchText): boolean {
  return text !== '' || heading !== undefined;
}

/** Whether a node's words are one line. Other nodes are visited child by child. */
function isLine(node: Node): boolean {
  if (!isParent(node)) return 'value' in node;
  return node.children.some(({ type }) => phrasing.has(type));
}

const phrasing = new Set(['text', 'inlineCode', 'emphasis', 'strong', 'link', 'linkReference', 'mdxTextExpression']);

/** The words that a page shows of a node: code too, the words of pictures, and the values of expressions. */
function wordsOnPage(tree: Node, page: ResolvedPage): string {
  return wordsOf(tree, (node) => {
    const part = page.bodyParts.get(node);
    if (part?.kind === 'text') return part.value;
    if (part?.kind === 'code' || part?.kind === 'source') return '';
    if (node.type === 'code') return (node as Code).value;
    if (node.type === 'image' || node.type === 'imageReference') return (node as { alt?: string | null }).alt ?? '';
    return undefined;
  });
}

/** The attributes that a component shows as text: the name of an event, the title of a card or tab. */
function labelsOf(node: Node, page: ResolvedPage): readonly string[] {
  const part = page.bodyParts.get(node);
  const { title } = node as { title?: unknown };
  const labels =
    part?.kind === 'component' ? [part.props['name'], part.props['title']] : [node.type === 'tab' && title];
  return labels.filter((label) => typeof label === 'string');
}

function tidy(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
