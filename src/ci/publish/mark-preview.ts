// A page's HTML → the same page as a preview: not for search engines, and with a banner that names branch and commit.

import { escapeHtml } from '../../compiler/text/index.ts';

/** How a page differs from the base. */
export type PageChange = 'changed' | 'new';

/** The data in the banner. The author of the pull request chose the branch name. */
export interface PreviewOrigin {
  readonly ref: string;
  readonly sha: string;
  /** Words and address of a link, e.g. to the list of changed pages. Both are Stele's own. */
  readonly list?: { readonly words: string; readonly path: string } | undefined;
  /** Set if readers see another page than at the base, or one that the base does not have. */
  readonly change?: PageChange | undefined;
  /** Addresses of the style and the script of marks. */
  readonly marks?: { readonly style: string; readonly script: string } | undefined;
}

const robots = '<meta name="robots" content="noindex">';

/**
 * Marks a page. Without `<head>` and `<body>` tags, both marks are put at the beginning, where nothing in the file can
 * hide them: a browser then begins the body there, and reads the rest as before. The banner has a class and no style:
 * the site's policy allows no inline style.
 */
export function markPreview(html: string, origin: PreviewOrigin): string {
  const { head, body } = findTags(html);
  if (head !== undefined && body !== undefined)
    return (
      html.slice(0, head) +
      robots +
      formatMarks(origin) +
      html.slice(head, body) +
      formatBanner(origin) +
      html.slice(body)
    );
  const start = startOf(html);
  return html.slice(0, start) + robots + formatBanner(origin) + html.slice(start);
}

/**
 * Offset after a byte order mark and the document type. The document type must stay first, or browsers use quirks mode.
 */
function startOf(html: string): number {
  return /^\uFEFF?(?:\s*<!doctype[^>]*>)?/i.exec(html)![0].length;
}

function formatMarks({ marks }: PreviewOrigin): string {
  if (marks === undefined) return '';
  return `<link rel="stylesheet" href="${marks.style}"><script type="module" src="${marks.script}"></script>`;
}

const changeWords: Readonly<Record<PageChange, string>> = {
  changed: ' · this page has changed',
  new: ' · this page is new',
};

/** The banner's words; `.preview-banner` is styled by the site. */
export function formatBanner({ ref, sha, list, change }: PreviewOrigin): string {
  const branch = `<code>${escapeHtml(shorten(revealHidden(ref)))}</code>`;
  const commit = `<code>${escapeHtml(sha.slice(0, 7))}</code>`;
  const link = list && ` · <a href="${escapeHtml(list.path)}">${escapeHtml(list.words)}</a>`;
  const state = change === undefined ? '' : changeWords[change];
  const words = `Preview of branch ${branch} at commit ${commit}${state}${link ?? ''}`;
  return `<aside class="preview-banner" aria-label="Preview">${words}</aside>`;
}

/**
 * The ends of the opening tags of head and body. Skips comments and elements that contain text, not tags. Uses one
 * pass, since the page may be hostile.
 */
function findTags(html: string): { readonly head?: number; readonly body?: number } {
  const names =
    'head|body|script|style|title|textarea|template|noscript|xmp|iframe|noembed|noframes|plaintext|svg|math';
  const tagName = new RegExp(`<(!--|(?:${names})(?![\\w-]))`, 'gi');
  const restOfTag = /(?:"[^"]*"|'[^']*'|[^'">])*>/y;
  let head: number | undefined;
  for (let match = tagName.exec(html); match !== null; match = tagName.exec(html)) {
    const name = (match[1] ?? '').toLowerCase();
    if (name !== 'head' && name !== 'body') {
      const start = tagName.lastIndex;
      const end = name === '!--' ? html.indexOf('-->', start - 2) : endOfText(html, name, start);
      if (end === -1) break;
      tagName.lastIndex = end;
      continue;
    }
    restOfTag.lastIndex = tagName.lastIndex;
    if (!restOfTag.test(html)) break;
    tagName.lastIndex = restOfTag.lastIndex;
    if (name === 'head') head ??= restOfTag.lastIndex;
    else return head === undefined ? {} : { head, body: restOfTag.lastIndex };
  }
  return {};
}

function shorten(text: string): string {
  const characters = [...text];
  return characters.length <= 100 ? text : `${characters.slice(0, 100).join('')}…`;
}

/** Start of the closing tag of a text element; -1 if there is none. */
function endOfText(html: string, name: string, from: number): number {
  const closing = new RegExp(`</${name}`, 'gi');
  closing.lastIndex = from;
  return closing.exec(html)?.index ?? -1;
}

/** Escapes invisible characters and characters that change the direction of a line. */
function revealHidden(text: string): string {
  return text.replace(/[\p{C}\p{Zl}\p{Zp}]/gu, (character) => `\\u{${character.codePointAt(0)?.toString(16)}}`);
}
