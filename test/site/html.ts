// Parses HTML like a browser, and gives tests the facts that they need.

import { parse, type DefaultTreeAdapterTypes } from 'parse5';

export type Node = DefaultTreeAdapterTypes.Node;
export type Element = DefaultTreeAdapterTypes.Element;

/** @param scripts whether the browser runs scripts, so that `noscript` contains only text */
export function parseHtml(html: string, { scripts = true } = {}): DefaultTreeAdapterTypes.Document {
  return parse(html, { scriptingEnabled: scripts });
}

/** All elements of a tree, in document order; contents of `<template>` too. */
export function* elementsOf(node: Node): Generator<Element> {
  if ('tagName' in node) yield node;
  if ('content' in node) yield* elementsOf(node.content);
  if ('childNodes' in node) for (const child of node.childNodes) yield* elementsOf(child);
}

export function attribute(element: Element, name: string): string | undefined {
  return element.attrs.find((candidate) => candidate.name === name)?.value;
}

export function byId(node: Node, id: string): Element | undefined {
  for (const element of elementsOf(node)) if (attribute(element, 'id') === id) return element;
  return undefined;
}

export function byTag(node: Node, name: string): readonly Element[] {
  return [...elementsOf(node)].filter(({ tagName }) => tagName === name);
}

export function hasClass(element: Element, name: string): boolean {
  return (attribute(element, 'class') ?? '').split(/\s+/).includes(name);
}

/** The visible text, with white space collapsed, without scripts, styles and `hidden` elements. */
export function visibleText(node: Node): string {
  return rawText(node, true).replace(/\s+/g, ' ').trim();
}

export function rawText(node: Node, isVisibleOnly = false): string {
  if (node.nodeName === '#text') return (node as DefaultTreeAdapterTypes.TextNode).value;
  if (isVisibleOnly && 'tagName' in node && isHidden(node)) return ' ';
  if (!('childNodes' in node)) return '';
  const gap = isVisibleOnly && 'tagName' in node && isBlock(node.tagName) ? ' ' : '';
  return gap + node.childNodes.map((child) => rawText(child, isVisibleOnly)).join('') + gap;
}

function isHidden(element: Element): boolean {
  return (
    ['script', 'style', 'template', 'head', 'title'].includes(element.tagName) ||
    attribute(element, 'hidden') !== undefined
  );
}

function isBlock(tagName: string): boolean {
  return !['a', 'abbr', 'b', 'br', 'code', 'em', 'i', 'kbd', 'mark', 'span', 'strong', 'sub', 'sup', 'wbr'].includes(
    tagName,
  );
}
