// The rules that texts of keys must follow, each with the words of its finding. The tables in this folder use them.

import { catalogue, codes, isCode, quote } from '../diagnostics/index.ts';
import { codeComponents } from './components.ts';
import { isGeneralExpression } from './literal-pattern.ts';
import { insidePattern, pathInside } from './paths.ts';
import type { TextRule } from './spec.ts';

/** A text that consists of a path in parentheses (format.md 3.2): `(connection.id)`. */
export const placeholderPattern = /^\([A-Za-z_]\w*(\.\w+)*\)$/;

const itemReferenceWords = 'a map with a `key`, or a reference such as `(limit)`';

/** A reference to an entity or to a member of an entity (format.md 4.3): `(limit)`, `(User.id)`. */
export const itemReference: TextRule = { wanted: itemReferenceWords, pattern: placeholderPattern };
export const oneMember: TextRule = {
  wanted: itemReferenceWords,
  pattern: /^\([A-Za-z_]\w*(\.\w+)?\)$/,
  code: 'reference-too-deep',
};

/** The start of anchors: a letter, then characters that a URL fragment may contain without escapes. */
export const entityId: TextRule = {
  wanted: 'a letter followed by letters, digits, `_`, `-` and `.`, since it is an anchor',
  pattern: /^[A-Za-z][A-Za-z0-9_.-]*$/,
};

export const literalPattern: TextRule = {
  wanted: 'text',
  not: new RegExp(
    [/\\[A-RT-Za-mo-rt-z0-9]|\.[*+]|\\s[*+?{]/, /\[(?:\^|[^\]]*-[^\]]*\])|\][*+{]/, /\(\?|\([^()]*\|[^()]*\)|\)[*+?]/]
      .map(({ source }) => source)
      .concat('^\\^|(?<!\\\\)\\$$')
      .join('|'),
  ),
  accepts: (text) => !isGeneralExpression(text),
  code: 'pattern-not-literal',
};

/** A path that stays in the content folder. */
export const insidePath: TextRule = {
  wanted: 'a path in the content folder',
  pattern: insidePattern,
  accepts: (text) => pathInside(text) !== undefined,
  code: 'path-outside-content',
};

/** The path of a file with a given extension. */
export const fileOf = (ending: '.svg' | '.woff2' | '.astro'): TextRule => ({
  wanted: `the path of a file that ends in \`${ending}\``,
  pattern: new RegExp(`\\${ending}$`),
});

/** An address on another host, as in links. */
export const webAddress: TextRule = {
  wanted: 'an address that begins with `https://`, `http://` or `mailto:`',
  pattern: /^(?:[hH][tT][tT][pP][sS]?:\/\/|[mM][aA][iI][lL][tT][oO]:)[^\s"'<>]+$/,
  code: 'unsafe-link',
};

export const withPath: TextRule = { wanted: 'an address with `{path}` in it', pattern: /\{path\}/ };

/** An address of an assistant. What stands for `{url}` cannot choose the host. */
export const assistantAddress: TextRule = {
  wanted: 'an address that begins with `https://` and has `{url}` behind its host',
  pattern: /^https:\/\/[^\s"'<>/?#{}]+[/?#][^\s"'<>]*\{url\}[^\s"'<>]*$/,
};

/** Also refuses a query or hash, which `new URL` accepts, because the paths of pages are appended to the address. */
const siteAddressPattern = /^https?:\/\/[^\s"'<>?#@\\]+$/;

export const siteAddress: TextRule = {
  wanted: 'an address such as https://example.com/docs/, without `?` and `#`',
  pattern: siteAddressPattern,
  accepts: (text) => siteAddressPattern.test(text) && URL.canParse(text),
};

export const accentColour: TextRule = { wanted: 'a colour such as `#0a7f6f`', pattern: /^#(?:[0-9a-fA-F]{3}){1,2}$/ };

export const languageTag: TextRule = {
  wanted: 'a language tag such as `en`, `de` or `pt-BR`',
  accepts: (text) => canonicalTag(text) !== undefined,
};

/** A well-formed language tag with the letter case that BCP 47 recommends: `pt-BR`, not `pt-br`. */
export function canonicalTag(text: string): string | undefined {
  try {
    return Intl.getCanonicalLocales(text)[0];
  } catch {
    return undefined;
  }
}

const languageIdPattern = /^[a-z][a-z0-9-]*$/;

/** A segment of addresses. */
export const languageId: TextRule = {
  wanted: 'lower-case letters, digits and `-`, since it is part of addresses',
  pattern: languageIdPattern,
  hint: (text) => {
    const lower = text.toLowerCase().replace(/[\s_]+/g, '-');
    return lower === 'json' ? undefined : writeIf(lower, languageIdPattern);
  },
};

export const noJson: TextRule = {
  wanted: 'anything but `json`, which stands in for languages without a form of their own',
  pattern: /^(?!json$)/,
};

const extensionPattern = /^\.[A-Za-z0-9_+-]+$/;

/** The extension of a sample, with its dot. */
export const extension: TextRule = {
  wanted: 'an extension with its dot, such as `.kt`',
  pattern: extensionPattern,
  hint: (text) => writeIf(text.replace(/^\*?\.?/, '.'), extensionPattern),
};

const assetTypePattern = /^\.[A-Za-z0-9_+-]{1,20}$/;

export const assetType: TextRule = {
  wanted: 'an ending with its dot, such as `.html`',
  pattern: assetTypePattern,
  hint: (text) => writeIf(`.${text}`, assetTypePattern),
};

const imageHostPattern =
  /^[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?(?:\.[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?)*(?::\d{1,5})?$/;

export const imageHost: TextRule = {
  wanted: 'a host without `https://` and path, such as `images.example.com`',
  pattern: imageHostPattern,
  hint: (text) => writeIf(URL.canParse(text) ? new URL(text).host : '', imageHostPattern),
};

/** Names and weights of fonts must be safe in a stylesheet. */
export const faceName: TextRule = { wanted: 'the name of a face, such as `Source Sans 3`', pattern: /^[\w .+-]+$/ };
export const weights: TextRule = {
  wanted: 'one weight such as `400`, or two such as `100 900`',
  pattern: /^\d{1,4}( \d{1,4})?$/,
};

/** The folder of a section. It cannot be the top of the site. */
export const sectionPath: TextRule = { wanted: 'a folder such as `/reference`', pattern: /[^/]/ };

/** The name of a component in a body: parts that begin with a capital letter, joined with dots. */
export const componentName: TextRule = {
  wanted: 'a name such as `Chart` or `Chart.Line`',
  pattern: /^[A-Z]\w*(?:\.[A-Z]\w*)*$/,
};

/** Components that are read together with their samples. A site cannot replace them. */
export const noCodeBlock: TextRule = {
  wanted: `a name other than ${codeComponents.map(quote).join(' and ')}`,
  pattern: new RegExp(`^(?!(?:${codeComponents.join('|')})$)`),
  code: 'reserved-key',
};

/** In tools that read the exported model as JavaScript objects, this name would have a special meaning. */
export const noPrototype: TextRule = {
  wanted: 'a name other than `__proto__`',
  pattern: /^(?!__proto__$)/,
  code: 'reserved-key',
};

export const oldRoute: TextRule = {
  wanted: 'a route that begins with `/`, without `?` and `#`',
  pattern: /^\/[^\s?#]*$/,
  hint: (text) => (/^[\w-][\w./-]*$/.test(text) ? write(`/${text}`) : undefined),
};

export const redirectTarget: TextRule = {
  wanted: 'a route such as `/reference/errors`, a heading such as `/guides/start#keys`, or an address with https://',
  pattern: /^(?:\/|#|[hH][tT][tT][pP][sS]:\/\/)\S*$/,
  accepts: (text) =>
    /^https:/i.test(text)
      ? /^https:\/\/[^\s"'<>\\]+$/i.test(text) && URL.canParse(text)
      : /^(?:\/(?![/\\])|#)[^\s\\]*$/.test(text),
};

/** Codes whose severity a site may change. */
export const changeableCodes = codes.filter((code) => catalogue[code].severity !== 'error');

export const changeableCode: TextRule = {
  wanted: 'the code of a warning or an advice',
  accepts: (text) => !isCode(text) || catalogue[text].severity !== 'error',
  code: 'severity-of-error',
};

function write(text: string): string {
  return `Write ${quote(text)}.`;
}

function writeIf(text: string, pattern: RegExp): string | undefined {
  return pattern.test(text) ? write(text) : undefined;
}
