// The components and expressions of a body → the parts to draw for them (format.md 5.2 and 5.4). Nothing is executed.

import type { Link, Node } from 'mdast';
import type { Place } from '../diagnostics/index.ts';
import { suggest } from '../text/index.ts';
import { attributesOf, components, elements, type Attributes } from '../format/index.ts';
import {
  visitNodes,
  type BodyPart,
  type LanguageId,
  type ResolvedBlock,
  type ResolvedSelector,
} from '../model/index.ts';
import type { BodyContext } from './body-context.ts';
import { attributeNameRange, dataOf, rangeIn, unknownAsset, type JsxNode } from './jsx.ts';
import { readHtmlAttributes } from './read-html-attributes.ts';
import { readCustomProps, readProps, readSelectorLanguages } from './read-props.ts';
import { resolveBlock, resolveFence } from './resolve-blocks.ts';

export interface ResolvedBody {
  readonly parts: ReadonlyMap<Node, BodyPart>;
  readonly blocks: readonly ResolvedBlock[];
  readonly selectors: readonly ResolvedSelector[];
  /** The addresses in attributes, as links that are resolved with the others. */
  readonly links: readonly Link[];
  /** The ids of HTML elements, which are anchors of the page. */
  readonly ids: ReadonlySet<string>;
}

/** Resolves all components and expressions in the body of a page. */
export function resolveBody(context: BodyContext): ResolvedBody {
  const resolver = new BodyResolver(context);
  resolver.resolve();
  return resolver;
}

class BodyResolver implements ResolvedBody {
  readonly parts = new Map<Node, BodyPart>();
  readonly blocks: ResolvedBlock[] = [];
  readonly selectors: ResolvedSelector[] = [];
  readonly links: Link[] = [];
  readonly ids = new Set<string>();
  #takenIds: Set<string> | undefined;
  readonly #context: BodyContext;
  readonly #mayRun: boolean;
  readonly #imported: ReadonlySet<string>;
  /** The languages of the language selectors around the visited node, the innermost last. */
  readonly #limits: (readonly LanguageId[])[] = [];

  constructor(context: BodyContext) {
    this.#context = context;
    this.#mayRun = context.model.site.mdx === 'code' && context.page.body.syntax === 'mdx';
    this.#imported = this.#mayRun ? namesOfModules(context.page.body.tree.children) : new Set();
  }

  resolve(): void {
    const limitOf = (node: Node): readonly LanguageId[] | undefined => {
      const part = this.parts.get(node);
      return part?.kind === 'selector' && part.index !== undefined ? this.selectors[part.index]!.languages : undefined;
    };
    const enter = (node: Node): unknown => {
      const part = this.#decide(node);
      if (part) this.parts.set(node, part);
      if (part?.kind === 'block' || isHidden(node)) return 'skip';
      const limit = limitOf(node);
      if (limit) this.#limits.push(limit);
      return undefined;
    };
    visitNodes(this.#context.page.body.tree, enter, (node) => {
      if (limitOf(node)) this.#limits.pop();
    });
  }

  get #limitedTo(): readonly LanguageId[] | undefined {
    return this.#limits.at(-1);
  }

  #decide(node: Node): BodyPart | undefined {
    switch (node.type) {
      case 'code':
        return this.#addBlock(resolveFence(this.#context, node));
      case 'mdxJsxFlowElement':
      case 'mdxJsxTextElement':
        return this.#element(node as unknown as JsxNode);
      case 'mdxFlowExpression':
      case 'mdxTextExpression':
        return this.#expression(node);
      case 'mdxjsEsm':
        return this.#mayRun ? { kind: 'source' } : this.#code(node, 'an import or export');
      default:
        return undefined;
    }
  }

  #addBlock(block: ResolvedBlock): BodyPart {
    this.blocks.push(this.#limitedTo ? { ...block, limitedTo: this.#limitedTo } : block);
    return { kind: 'block', index: this.blocks.length - 1 };
  }

  #element(node: JsxNode): BodyPart {
    const context = this.#context;
    const name = node.name ?? '';
    if (name === 'CodeBlock') return this.#addBlock(resolveBlock(context, node, this.#limitedTo));
    if (context.model.site.components.has(name)) {
      const props = readCustomProps(context, node);
      return props === undefined ? this.#code(node, 'an expression') : { kind: 'custom', name, props };
    }
    if (name === 'LanguageSelector') return this.#selector(node);
    const attributes = attributesOf(name);
    if (attributes) return this.#component(node, name, attributes);
    if (this.#imported.has(name.split('.')[0]!)) return this.#importedComponent(node);
    if (name === '' || name === 'Fragment' || elements.has(name)) return this.#plainElement(node);
    if (isHidden(node)) {
      context.report('style-or-script', this.#tagPlace(node), { name });
      return { kind: 'text', value: '' };
    }
    if (context.model.site.refusedComponents.has(name)) return { kind: 'unknown', name };
    const near = suggest(name, [...Object.keys(components), ...context.model.site.components.keys()]);
    context.report('unknown-component', this.#tagPlace(node), { name, near });
    return { kind: 'unknown', name };
  }

  #selector(node: JsxNode): BodyPart {
    const languages = readSelectorLanguages(this.#context, node);
    if (languages.length === 0) return { kind: 'selector' };
    this.selectors.push({ languages });
    return { kind: 'selector', index: this.selectors.length - 1 };
  }

  #component(node: JsxNode, name: string, attributes: Attributes): BodyPart {
    const { props, link } = readProps(this.#context, node, attributes);
    if (link) this.links.push(link);
    return { kind: 'component', name, props, link };
  }

  /** An HTML element, or a fragment (`<>`, `<Fragment>`), which draws only its children. */
  #plainElement(node: JsxNode): BodyPart {
    const isFragment = node.name === null || node.name === 'Fragment';
    if (this.#mayRun && !isFragment) return { kind: 'source' };
    if (isFragment) {
      if (node.name !== null) readProps(this.#context, node, {});
      return { kind: 'element', props: {} };
    }
    if (node.attributes.some((attribute) => attribute.type === 'mdxJsxAttribute' && attribute.name === 'id'))
      this.#takenIds ??= new Set(this.#context.anchors());
    const props = readHtmlAttributes(this.#context, node, this.#takenIds ?? new Set());
    if (typeof props['id'] === 'string') this.ids.add(props['id']);
    return { kind: 'element', props };
  }

  /** A component that the page imports, on a site that allows it. It is drawn at build time only. */
  #importedComponent(node: JsxNode): BodyPart {
    const { page, report } = this.#context;
    for (const attribute of node.attributes) {
      if (attribute.type !== 'mdxJsxAttribute' || !/^(?:client|server):/.test(attribute.name)) continue;
      const place = { file: page.file, range: attributeNameRange(page, attribute) };
      report('unsafe-attribute', place, { name: attribute.name, component: node.name!, cause: 'directive' });
      return { kind: 'unknown', name: node.name! };
    }
    return { kind: 'source' };
  }

  #expression(node: Node): BodyPart {
    // The annotation of a heading is read with the heading.
    if (this.#context.annotations.has(node)) return { kind: 'text', value: '' };
    const data = dataOf(this.#context.page, node as { data?: unknown });
    if (typeof data === 'string' || typeof data === 'number') return { kind: 'text', value: String(data) };
    const asset = unknownAsset(this.#context.page, node as { data?: unknown });
    if (asset !== undefined) return this.#unknownAsset(node, asset);
    return this.#mayRun ? { kind: 'source' } : this.#code(node, 'an expression');
  }

  #unknownAsset(node: Node, name: string): BodyPart {
    const { page, report } = this.#context;
    const near = suggest(name, page.externalAssets.keys());
    report('unknown-asset', { file: page.file, range: rangeIn(page, node) }, { name, near });
    return { kind: 'text', value: '' };
  }

  #code(node: Node, found: string): BodyPart {
    const { page, report } = this.#context;
    const range = rangeIn(page, node);
    const isExpression = node.type === 'mdxTextExpression' || node.type === 'mdxFlowExpression';
    const written = isExpression ? { written: page.file.text.slice(range.start, range.end) } : {};
    report('code-in-body', { file: page.file, range }, { found, ...written });
    return { kind: 'code', what: found };
  }

  /** The place of the opening tag: its `<` and name. */
  #tagPlace(node: JsxNode): Place {
    const { start } = rangeIn(this.#context.page, node);
    return { file: this.#context.page.file, range: { start, end: start + 1 + (node.name?.length ?? 0) } };
  }
}

/** Whether a node is a `<style>` or `<script>`, whose content is not for readers. */
function isHidden(node: Node): boolean {
  const { type, name } = node as Node & { readonly name?: string | null };
  return type.startsWith('mdxJsx') && (name === 'style' || name === 'script');
}

/** The names in the imports and exports of a body. */
function namesOfModules(nodes: readonly Node[]): ReadonlySet<string> {
  const text = nodes.flatMap((node) => (node.type === 'mdxjsEsm' ? [(node as { value?: string }).value ?? ''] : []));
  return new Set([...text.join('\n').matchAll(/[A-Z][\w$]*/g)].map((match) => match[0]));
}
