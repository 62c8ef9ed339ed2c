// Draws pages with the compiled component of pages, without a request. Astro makes a request, an answer, a context of
// middleware and streams for each page, which takes as long as drawing it. Stele's own components use nothing of them.

import { pathOf, type Address, type PageView } from '../../compiler/model/index.ts';

/** Astro's program: the part of its interface that is used to draw without requests. */
export interface DirectProgram {
  readonly manifest: { readonly pageMap: Map<string, () => Promise<PageModule>> };
}

interface PageModule {
  readonly page: () => PageExports;
}

/** What the compiled page exports. */
interface PageExports {
  readonly default: Component;
  readonly renderer: Renderer;
}

type Component = ((result: Result, props: object, slots: object) => unknown) & object;

/** Astro's functions in the program. */
interface Renderer {
  chunkToString(result: Result, chunk: unknown): string;
  renderSlotToString(result: Result, slot: unknown): Promise<unknown>;
  renderToString(
    result: Result,
    component: Component,
    props: object,
    slots: object,
    isPage: boolean,
    route: unknown,
  ): Promise<string>;
}

/** Astro's state of a page: the part that is set anew for each page. */
interface Result {
  readonly createAstro: (props: object, slots: Slots) => object;
  readonly styles: ReadonlySet<unknown>;
  readonly scripts: ReadonlySet<unknown>;
  readonly links: ReadonlySet<unknown>;
  readonly _metadata: Readonly<Record<string, unknown>>;
}

type Slots = Readonly<Record<string, unknown>> | undefined;

/** Draws the page at an address of the shared site. */
export type DrawAddress = (address: Address) => Promise<string>;

/** Astro's state of a page before anything is drawn, and the component that it is drawn with. */
interface Captured {
  readonly result: Result;
  readonly component: Component;
  readonly renderer: Renderer;
}

/**
 * Prepares drawing without requests. The first page is drawn by Astro's own loop, which gives the state that all pages
 * begin with.
 * @param name of the component of pages in the program
 * @param route Astro's data about the route of pages
 * @param drawPath draws a page as Astro's own loop does
 */
export function drawDirectly(
  { manifest }: DirectProgram,
  name: string,
  route: unknown,
  drawPath: (path: string) => Promise<string>,
): DrawAddress {
  let captured: Captured | undefined;
  const load = manifest.pageMap.get(name)!;
  manifest.pageMap.set(name, async () => {
    const exports = (await load()).page();
    const component = exports.default;
    const capturing = Object.assign(
      (result: Result, props: object, slots: object) => {
        captured ??= { result: copyOf(result), component, renderer: exports.renderer };
        return component(result, props, slots);
      },
      { ...component },
    );
    return { page: () => ({ ...exports, default: capturing }) };
  });
  return (address) => (captured === undefined ? drawPath(pathOf(address)) : render(captured, address, route));
}

function render({ result, component, renderer }: Captured, address: Address, route: unknown): Promise<string> {
  const locals = {};
  const own: Result = {
    ...copyOf(result),
    createAstro: (props, slots) => new AstroGlobal(props, locals, slots, own, renderer),
  };
  return renderer.renderToString(own, component, { address }, {}, true, route);
}

/** A state with the same values, and collections of its own. */
function copyOf(result: Result): Result {
  const copy = (value: unknown): unknown =>
    value instanceof Set ? new Set(value) : Array.isArray(value) ? [...(value as readonly unknown[])] : value;
  const metadata: Record<string, unknown> = { ...result._metadata };
  for (const key of Object.keys(metadata)) metadata[key] = copy(metadata[key]);
  const { styles, scripts, links } = result;
  return { ...result, styles: new Set(styles), scripts: new Set(scripts), links: new Set(links), _metadata: metadata };
}

/** The global `Astro` of a component, as far as Stele's components use it. */
class AstroGlobal {
  readonly props: object;
  readonly locals: { view?: PageView };
  /** The component itself. Compiled components set it. */
  self: unknown;
  readonly #slots: Slots;
  readonly #result: Result;
  readonly #renderer: Renderer;

  constructor(props: object, locals: { view?: PageView }, slots: Slots, result: Result, renderer: Renderer) {
    this.props = props;
    this.locals = locals;
    this.#slots = slots;
    this.#result = result;
    this.#renderer = renderer;
  }

  get slots(): { readonly render: (name: string) => Promise<string | undefined> } {
    const [slots, result, renderer] = [this.#slots, this.#result, this.#renderer];
    return {
      render: async (name) => {
        const slot = slots?.[name];
        return slot === undefined
          ? undefined
          : renderer.chunkToString(result, await renderer.renderSlotToString(result, slot));
      },
    };
  }
}
