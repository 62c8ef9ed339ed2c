// The exports of `links`: addresses as written → pages, headings, files and external addresses, or findings.

export type { Linkable, LinkablePage } from './linkable.ts';
export { linkableOf, LinkableSite } from './linkable-site.ts';
export { resolveBodyLinks, resolveTextLinks } from './resolve-links.ts';
export { resolveRedirects } from './resolve-redirects.ts';
export { resolveRoute } from './resolve-routes.ts';
export { classifyAddress } from './safe-addresses.ts';
