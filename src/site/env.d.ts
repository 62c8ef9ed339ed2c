/// <reference types="astro/client" />

declare namespace App {
  interface Locals {
    view: import('../compiler/model/index.ts').PageView;
  }
}

declare module '*.astro' {
  const component: import('astro/runtime/server/index.js').AstroComponentFactory;
  export default component;
}

/** The text of a classic script (src/astro/inline-script.ts). */
declare module '*?script' {
  const text: string;
  export default text;
}

declare module 'virtual:stele/site' {
  export const site: () => import('../compiler/model/index.ts').SiteData;
  export const drawing: () => {
    readonly base: string;
    readonly assetBase: string;
    readonly style?: string | undefined;
    readonly isServed: boolean;
    readonly version?: string;
  };
}

declare module 'virtual:stele/bodies' {
  type Body = { readonly default: import('astro/runtime/server/index.js').AstroComponentFactory };
  export const bodies: ReadonlyMap<string, () => Promise<Body>>;
}

declare module 'virtual:stele/components' {
  export const customComponents: Readonly<
    Record<string, import('astro/runtime/server/index.js').AstroComponentFactory>
  >;
}
