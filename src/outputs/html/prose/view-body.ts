// A page's body → the tree for the MDX compiler: without the title, with ids and levels, and with components replaced
// by the few that the site draws. It is the same for every language: differences are in the page's view.

import type { Node, Root, Text } from 'mdast';
import { isParent, type BodyPart, type ResolvedHeading, type ResolvedPage } from '../../../compiler/model/index.ts';
import { filePath, hrefOf } from '../addresses.ts';
import { alertComponent } from './callouts.ts';
import { decideTree, type AssetUse } from './decide-tree.ts';
import { component, constant, isFlowElement } from './jsx-nodes.ts';
import { smartenTree } from './smart-marks/smarten.ts';

/** Name of a site's own component in trees. The original name may contain dots, which MDX reads as member access. */
export function customName(index: number): string {
  return `Custom${index}`;
}

/**
 * The tree of a page's body for the MDX compiler.
 * @param customs names of the site's own components
 * @param mayRunCode whether expressions are executed: they get the page's external assets as a variable
 */
export function viewBody(page: ResolvedPage, customs: readonly string[], mayRunCode: boolean): Root {
  const tree = smartenTree(new BodyDrawer(page, customs).draw());
  const assets = page.page.externalAssets;
  if (!mayRunCode || assets.size === 0) return tree;
  const values = Object.fromEntries([...assets].map(([name, { value }]) => [name, value]));
  return { ...tree, children: [constant('externalAssets', values) as Root['children'][number], ...tree.children] };
}

/** Whether a page's body has content besides its title. */
export function hasBody(page: ResolvedPage): boolean {
  return page.page.body.tree.children.some((node) => node !== page.titleHeading?.node && node.type !== 'definition');
}

class BodyDrawer {
  readonly #page: ResolvedPage;
  readonly #customs: readonly string[];
  readonly #headings: ReadonlyMap<Node, ResolvedHeading>;
  #tabLists = 0;

  constructor(page: ResolvedPage, customs: readonly string[]) {
    this.#page = page;
    this.#customs = customs;
    this.#headings = new Map<Node, ResolvedHeading>(page.headings.map((heading) => [heading.node, heading]));
  }

  draw(): Root {
    const page = this.#page;
    return decideTree(page.page.body.tree, page, drawAsset, (node, children) => {
      if (node === page.titleHeading?.node) return [];
      const heading = this.#headings.get(node);
      if (heading) return [drawHeading(heading, children())];
      if (node.type === 'alert') return [alertComponent(node, children())];
      if (node.type === 'tabList') return [this.#drawTabs(node, children)];
      if (node.type === 'paragraph' && this.#hasBlock(node)) return splitParagraph(children());
      const part = page.bodyParts.get(node);
      return part && this.#drawPart(part, node, children);
    });
  }

  /** Whether a paragraph contains an inline element that is drawn as a block, which a paragraph cannot contain. */
  #hasBlock(node: Node): boolean {
    const children = (node as Node & { children: readonly Node[] }).children;
    const isAlone = children.every((child) => child.type !== 'text' || (child as Text).value.trim() === '');
    return children.some((child) => {
      const part = this.#page.bodyParts.get(child);
      if (part?.kind === 'unknown' || part?.kind === 'custom' || part?.kind === 'source') return isAlone;
      if (part?.kind === 'component') return !inlineComponents.has(part.name);
      if (part?.kind === 'element') return blockElements.has((child as { name?: string | null }).name ?? '');
      return part?.kind === 'block' || part?.kind === 'selector';
    });
  }

  #drawTabs(node: Node, children: () => Node[]): Node {
    const group = String(++this.#tabLists);
    const titles = (node as Node & { children: readonly { title: string }[] }).children.map(({ title }) => title);
    const tabs = (children() as (Node & { children: Node[] })[]).map((tab, i) =>
      component(true, 'Tab', { group, index: String(i), title: titles[i]! }, tab.children),
    );
    return component(true, 'TabList', {}, tabs);
  }

  #drawPart(part: BodyPart, node: Node, children: () => Node[]): readonly Node[] {
    const flow = isFlowElement(node);
    switch (part.kind) {
      case 'block':
        return [component(flow, 'CodeBlock', { block: String(part.index) }, [])];
      case 'selector': {
        const inner = children();
        return part.index === undefined
          ? inner
          : [component(flow, 'LanguageSelector', { index: String(part.index) }, inner)];
      }
      case 'component':
        return [this.#drawComponent(part, flow, children())];
      case 'custom': {
        const name = customName(this.#customs.indexOf(part.name));
        return [component(flow, name, part.props, children())];
      }
      case 'unknown':
        return [
          component(flow, 'UnknownComponent', { name: part.name, ...(flow ? {} : { inline: true }) }, children()),
        ];
      case 'code':
        return [component(flow, 'CodeGap', { what: part.what }, [])];
      case 'text':
        if (part.value === '') return [];
        return [flow ? ({ type: 'paragraph', children: [textNode(part.value)] } as Node) : textNode(part.value)];
      case 'source':
        return [{ ...node, ...(isParent(node) ? { children: children() } : {}) } as Node];
      case 'element': {
        const { name } = node as { name?: string | null };
        return name && name !== 'Fragment' ? [component(flow, name, part.props, children())] : children();
      }
    }
  }

  #drawComponent(part: BodyPart & { kind: 'component' }, flow: boolean, children: Node[]): Node {
    // `Event.Root` is one component in the site's map, not a member of another.
    const name = part.name.replaceAll('.', '');
    const target = part.link && this.#page.links.get(part.link);
    if (target?.kind === 'asset') return component(flow, name, { ...part.props, file: filePath(target) }, children);
    const href = target && hrefOf(this.#page.route, target);
    return component(flow, name, { ...part.props, ...(href === undefined ? {} : { href }) }, children);
  }
}

/** Inline components. */
const inlineComponents = new Set(['Badge']);

const blockElements = new Set(['details', 'summary', 'dl', 'dt', 'dd', 'p', 'div', 'ul', 'ol', 'li']);

/** A paragraph's nodes → paragraphs and blocks. Inline elements stay in their paragraph. */
function splitParagraph(nodes: readonly Node[]): readonly Node[] {
  const parts: Node[] = [];
  let line: Node[] = [];
  const endLine = (): void => {
    const isEmpty = line.every((node) => node.type === 'text' && (node as Text).value.trim() === '');
    if (!isEmpty) parts.push({ type: 'paragraph', children: line } as Node);
    line = [];
  };
  for (const node of nodes) {
    const name = node.type === 'mdxJsxTextElement' ? ((node as { name?: string | null }).name ?? '') : undefined;
    const isBlock = name !== undefined && !lineElements.has(name) && (/^[A-Z]/.test(name) || blockElements.has(name));
    if (!isBlock) {
      line.push(node);
      continue;
    }
    endLine();
    const { attributes = [] } = node as { attributes?: readonly { name: string }[] };
    const props = attributes.filter((attribute) => attribute.name !== 'inline');
    parts.push({ ...node, type: 'mdxJsxFlowElement', attributes: props } as Node);
  }
  endLine();
  return parts;
}

/** Names of inline components in trees. */
const lineElements = new Set(['Badge', 'ContentImage', 'FileLink', 'CodeGap']);

/** Components draw pictures and files, since they know the relative path to the site's top. */
function drawAsset({ kind, src, alt, title, width, height, children }: AssetUse): Node {
  const props = {
    ...('url' in src ? { url: src.url } : { path: src.path }),
    ...(title === undefined ? {} : { title }),
    ...(kind === 'image' ? { alt } : {}),
    ...(width === undefined ? {} : { width: String(width) }),
    ...(height === undefined ? {} : { height: String(height) }),
  };
  return component(false, kind === 'image' ? 'ContentImage' : 'FileLink', props, children);
}

/** A heading with its id and level; the mark of a step becomes an element of its own. */
function drawHeading(heading: ResolvedHeading, children: Node[]): Node {
  const { id, level, step } = heading;
  const last = children.at(-1);
  // Removes the space before an annotation.
  if (heading.annotation && last?.type === 'text') (last as Text).value = (last as Text).value.trimEnd();
  const first = children[0];
  const words =
    step !== undefined && first?.type === 'text'
      ? [
          { type: 'step', data: { hName: 'span', hProperties: { className: ['step'] } }, children: [textNode(step)] },
          { ...first, value: (first as Text).value.replace(/^\s*\([^)]*\)\s*/, ' ') },
          ...children.slice(1),
        ]
      : children;
  const { text } = heading;
  return component(true, 'Heading', { level: String(level), id, text }, words as Node[]);
}

function textNode(value: string): Text {
  return { type: 'text', value };
}
