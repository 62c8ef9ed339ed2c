// The reader's place in the site, from attributes of <html>: the site's top, the language's tree, and the page's route.

export interface ReaderPlace {
  /** The site's top. */
  readonly top: URL;
  /** Language of the tree; absent in the default tree. */
  readonly tree?: string;
  /** Language whose names the page shows; absent on a site without languages. */
  readonly language?: string;
  readonly route: string;
}

/** Finds the reader's place. Call it at each use, because a language switch changes the place without a new page. */
export function findReader(): ReaderPlace {
  const { root = './', tree, languages = '' } = document.documentElement.dataset;
  const top = new URL(root, document.baseURI);
  const language = tree ?? (languages.split(' ')[0] || undefined);
  const path = location.pathname.slice(top.pathname.length);
  const inTree = tree !== undefined && path.startsWith(`${tree}/`) ? path.slice(tree.length + 1) : path;
  const route = decode(inTree.replace(/(?:index\.html)?$/, '').replace(/\/$/, ''));
  return { top, ...(tree === undefined ? {} : { tree }), ...(language === undefined ? {} : { language }), route };
}

/** Returns the address of a page in a language. For the reader's language, it is in the reader's tree. */
export function addressOf(reader: ReaderPlace, route: string, language: string | undefined, anchor?: string): string {
  const tree = language === reader.language ? reader.tree : language;
  const path = [tree, ...route.split('/')].filter((part) => part !== undefined && part !== '');
  const hash = anchor === undefined ? '' : `#${encodeURIComponent(anchor)}`;
  return new URL(path.map((part) => `${encodeURIComponent(part!)}/`).join('') + hash, reader.top).href;
}

function decode(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
