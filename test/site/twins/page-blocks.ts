// A built page → its content as a list of blocks, one line of text each, for the comparison with its twin. It reads the
// HTML alone, without what pages mark as being for people alone (`data-markdown-ignore`). Where the Markdown form of a
// component differs from its HTML in another way, the difference is declared here, at the component's class.

import { attribute, byTag, elementsOf, hasClass, rawText, type Element, type Node } from '../html.ts';
import { inlineText, itemLines, noteLines, quoteLines, type Blocks } from './block-lines.ts';

/** @param targetOf the twin, or other file, that an address of the page leads to */
export function pageBlocks(page: Node, targetOf: (href: string) => string): Blocks {
  const article = byTag(page, 'article')[0]!;
  return new PageReader(targetOf).blocksIn(article);
}

class PageReader {
  readonly #targetOf: (href: string) => string;

  constructor(targetOf: (href: string) => string) {
    this.#targetOf = targetOf;
  }

  blocksIn(node: Node): Blocks {
    const blocks: string[] = [];
    let line: Node[] = [];
    const endLine = (): void => {
      const text = this.#inline(line);
      if (text !== '') blocks.push(`p ${text}`);
      line = [];
    };
    for (const child of 'childNodes' in node ? node.childNodes : []) {
      if (isInline(child)) line.push(child);
      else {
        endLine();
        if ('tagName' in child) blocks.push(...this.#blocksOf(child));
      }
    }
    endLine();
    return blocks;
  }

  #blocksOf(element: Element): Blocks {
    if (isForPeople(element)) return [];
    const byClass = classForms.find(([name]) => hasClass(element, name));
    if (byClass) return byClass[1](element, this);
    switch (element.tagName) {
      case 'h1':
      case 'h2':
      case 'h3':
      case 'h4':
      case 'h5':
      case 'h6':
        return [`h${element.tagName[1]} ${this.#inline(element.childNodes)}`];
      case 'p':
      case 'figcaption':
        return this.blocksIn(element);
      case 'pre':
        return [`code ${rawText(element)}`];
      case 'ul':
      case 'ol':
        return byChild(element, 'li').flatMap((item) => itemLines(this.blocksIn(item)));
      case 'blockquote':
      case 'dd':
        return quoteLines(this.blocksIn(element));
      case 'dt':
      case 'summary':
        return [`p **${this.#inline(element.childNodes)}**`];
      case 'table':
        return byTag(element, 'tr').map((row) => {
          const cells = row.childNodes.filter((cell): cell is Element => 'tagName' in cell);
          // One empty cell spans the columns that a row lacks.
          return `| ${cells
            .flatMap((cell) => [
              this.#inline(cell.childNodes),
              ...Array(Number(attribute(cell, 'colspan') ?? 1) - 1).fill(''),
            ])
            .join(' | ')}`;
        });
      case 'hr':
        return ['---'];
      case 'input':
      case 'button':
      case 'nav':
        return [];
      default:
        return this.blocksIn(element);
    }
  }

  inlineOf(element: Element): string {
    return this.#inline(element.childNodes);
  }

  #inline(nodes: readonly Node[]): string {
    return inlineText(nodes.map((node) => this.#inlineNode(node)).join(''));
  }

  #inlineNode(node: Node): string {
    if (node.nodeName === '#text') return (node as Node & { value: string }).value;
    if (!('tagName' in node) || isForPeople(node)) return '';
    const inner = node.childNodes.map((child) => this.#inlineNode(child)).join('');
    if (hasClass(node, 'badge')) return `(${inner})`;
    // Verbs of HTTP before titles, which pages shorten. The space behind them is part of the page.
    if (hasClass(node, 'verb')) return inner.replace(/^\w+/, (verb) => `\`${verb === 'DEL' ? 'DELETE' : verb}\``);
    // Labels in place of what is not shown.
    const isLabel = hasClass(node, 'gap') && !byClass(node, 'gap-label');
    if (isLabel || hasClass(node, 'gap-label')) return `_${inner}_`;
    if (attribute(node, 'data-footnote-ref') !== undefined) return '[^]';
    if (attribute(node, 'data-footnote-backref') !== undefined) return '';
    switch (node.tagName) {
      case 'code':
      case 'kbd':
        return this.#code(node);
      case 'a': {
        const href = attribute(node, 'href');
        return href === undefined ? inner : `[${inner}](${this.#targetOf(href)})`;
      }
      case 'img':
        return `![${attribute(node, 'alt') ?? ''}](${this.#targetOf(attribute(node, 'src')!)})`;
      case 'em':
      case 'i':
        return `_${inner}_`;
      case 'strong':
      case 'b':
        return `**${inner}**`;
      case 'del':
        return `~~${inner}~~`;
      case 'br':
        return ' ';
      case 'input':
      case 'button':
        return '';
      default:
        return inner;
    }
  }

  /** Code with links inside, as in types: a span of code for each part. */
  #code(element: Element): string {
    const parts: string[] = [];
    let text = '';
    const endText = (): void => {
      if (text !== '') parts.push(`\`${text}\``);
      text = '';
    };
    for (const child of element.childNodes) {
      if ('tagName' in child && child.tagName === 'a') {
        endText();
        parts.push(`[\`${rawText(child)}\`](${this.#targetOf(attribute(child, 'href')!)})`);
      } else text += rawText(child);
    }
    endText();
    return parts.join('');
  }
}

/** Links to a heading itself, words for screen readers (“edition” behind a language), the link to the twin. */
const unread = ['hash', 'sr-only', 'twin'];

function isForPeople(element: Element): boolean {
  const isMarked = attribute(element, 'data-markdown-ignore') !== undefined;
  return isMarked || unread.some((name) => hasClass(element, name));
}

const skip = (): Blocks => [];

/** Declared differences: what a component's HTML is in Markdown, by class. */
const classForms: readonly (readonly [string, (element: Element, reader: PageReader) => Blocks])[] = [
  // The way up and the list of headings are navigation, which a twin leaves out.
  ['breadcrumb', skip],
  ['contents', skip],
  ['code-title', (element, reader) => bold(reader.inlineOf(element))],
  [
    'code-body',
    (element) => [
      `code ${byTag(element, 'pre')
        .map((part) => rawText(part))
        .join('\n')}`,
    ],
  ],
  ['code-tabs', (element, reader) => labelled(element, reader)],
  ['tab-list', (element, reader) => labelled(element, reader)],
  [
    'signature',
    (element, reader) => {
      const [head] = byTag(element, 'h2');
      const words = byTag(element, 'p').flatMap((line) =>
        line.childNodes.filter((child): child is Element => 'tagName' in child),
      );
      const [verb, code] = head!.childNodes.filter((child): child is Element => 'tagName' in child);
      const name = code === undefined ? verb! : code;
      const parts = words.map((word) => reader.inlineOf({ ...word, childNodes: [word] } as Element));
      const whole = rawText(head!);
      const prefix = code === undefined ? '' : whole.slice(0, whole.lastIndexOf(rawText(code))).trimStart();
      return [`h2 ${prefix}\`${rawText(name)}\``, ...(parts.length > 0 ? [`p ${parts.join(' · ')}`] : [])];
    },
  ],
  // The name and the words of a row, with spaces between them.
  [
    'row-head',
    (element, reader) => {
      const all = element.childNodes.filter(
        (child): child is Element => 'tagName' in child && !hasClass(child, 'hash'),
      );
      const [words, names] = [true, false].map((isWord) =>
        all
          .filter((child) => hasClass(child, 'word') === isWord)
          .map((child) => reader.inlineOf({ ...child, childNodes: [child] } as Element)),
      );
      const facts = [names!.join(' '), ...words!].filter((fact) => fact !== '');
      return facts.length === 0 ? [] : [`p ${facts.join(' ')}`];
    },
  ],
  [
    'deprecated',
    (element, reader) => {
      const [label, ...rest] = element.childNodes.filter((child): child is Element => 'tagName' in child);
      const text = rest
        .flatMap((part) => reader.blocksIn(part))
        .join(' ')
        .replace(/^p /, '');
      return [`p **${reader.inlineOf(label!)}** ${text}`.trimEnd()];
    },
  ],
  // Lists of values are drawn as chips, and a plain introduction (“Possible values”) is worded by the interface.
  [
    'values',
    (element, reader) => {
      const label = byTag(element, 'p').map((part) => reader.inlineOf(part))[0];
      const items = byTag(element, 'li').map((item) => reader.inlineOf(item));
      return [`values ${label ?? ''}: ${items.join(' ')}`];
    },
  ],
  ['rows', (element, reader) => byChild(element, 'li').flatMap((item) => itemLines(reader.blocksIn(item)))],
  [
    'no-sample',
    (element, reader) => {
      const [, first, rest = ''] = /^([^.]*(?:\.NET)?[^.]*\.)(.*)$/.exec(reader.inlineOf(element))!;
      return [`p _${first}_${rest}`];
    },
  ],
  ['missing-title', (element, reader) => bold(reader.inlineOf(element))],
  // Footnotes stand where they were written; both are compared at the end, without their numbers.
  ['footnotes', (element, reader) => byTag(element, 'li').flatMap((item) => noteLines(reader.blocksIn(item)))],
  ['gap-label', (element, reader) => [`p _${reader.inlineOf(element)}_`]],
  ['glossary-marker', (element, reader) => bold(reader.inlineOf(element))],
  [
    'callout',
    (element, reader) => {
      const [title, ...rest] = element.childNodes.filter((child) => 'tagName' in child || rawText(child).trim() !== '');
      const [first = '', ...more] = reader.blocksIn({ ...element, childNodes: rest } as Element);
      const label = `**${reader.inlineOf(title as Element)}:**`;
      return quoteLines(
        first.startsWith('p ') ? [`p ${label} ${first.slice(2)}`, ...more] : [`p ${label}`, first, ...more],
      );
    },
  ],
  // Links to the other languages of a part: the twin names the language that it shows.
  [
    'selector',
    (element, reader) => {
      const note = byTag(element, 'p').find((part) => hasClass(part, 'selector-note'));
      const current = byTag(element, 'a').find((link) => attribute(link, 'aria-current') !== undefined);
      const label = note ? reader.inlineOf(note) : reader.inlineOf(current!);
      const rest = element.childNodes.filter((child) => child !== note);
      return [`p _${label}_`, ...reader.blocksIn({ ...element, childNodes: rest } as Element)];
    },
  ],
  [
    'event-name',
    (element, reader) => {
      const [code, badge] = element.childNodes.filter((child): child is Element => 'tagName' in child);
      const more = badge === undefined ? '' : ` (${rawText(badge)})`;
      return [`p **${reader.inlineOf({ ...code!, childNodes: [code!] } as Element)}**${more}`];
    },
  ],
  [
    'card',
    (element, reader) => {
      const [title, text] = element.childNodes.filter((child): child is Element => 'tagName' in child);
      const href = attribute(element, 'href');
      const link = {
        ...element,
        tagName: 'a',
        attrs: href === undefined ? [] : [{ name: 'href', value: href }],
        childNodes: title!.childNodes,
      };
      const head = reader.inlineOf({ ...element, childNodes: [link] } as Element);
      return itemLines([`p ${head}`, ...(text ? reader.blocksIn(text) : [])]);
    },
  ],
];

function bold(words: string): Blocks {
  return words === '' ? [] : [`p **${words}**`];
}

/** Tabs: each label in bold above its content. */
function labelled(element: Element, reader: PageReader): Blocks {
  return element.childNodes.flatMap((child) => {
    if (!('tagName' in child) || child.tagName === 'input') return [];
    if (child.tagName === 'label' || hasClass(child, 'code-title')) return bold(reader.inlineOf(child));
    return reader.blocksIn({ ...element, childNodes: [child] } as Element);
  });
}

function byClass(element: Element, name: string): boolean {
  return [...elementsOf(element)].some((inner) => hasClass(inner, name));
}

function byChild(element: Element, name: string): readonly Element[] {
  return element.childNodes.filter((child): child is Element => 'tagName' in child && child.tagName === name);
}

const inlineTags = new Set('a abbr b br code del em i img kbd mark span strong sub sup wbr s u small'.split(' '));

function isInline(node: Node): boolean {
  if (!('tagName' in node)) return node.nodeName === '#text';
  return inlineTags.has(node.tagName) && !['card', 'code-title', 'code-side'].some((name) => hasClass(node, name));
}
