// The layer over a page in which `stele dev` shows findings and notices. It has its own styles: those of the site do
// not reach into it, and its own do not reach out of it.

import { styles } from './styles.ts';

let root: ShadowRoot | undefined;

/** The layer of this page. */
export function layer(): ShadowRoot {
  if (root === undefined) {
    const host = document.createElement('stele-dev');
    root = host.attachShadow({ mode: 'open' });
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(styles);
    root.adoptedStyleSheets = [sheet];
  }
  if (!root.host.isConnected) document.documentElement.append(root.host);
  return root;
}
