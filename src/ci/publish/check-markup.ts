// The text of a page or picture → the reason why it could run a script, or undefined. The text may be hostile. So it is
// not parsed as a browser would, with its repairs: only the plain form that Stele writes is accepted, where every `<`
// begins a known kind of tag and every value is in double quotes. A browser reads that form in one way only.

/** Elements that run code, load documents, or contain text that is not read as tags. */
const forbidden = new Set(
  (
    'animate animatemotion animatetransform applet base embed foreignobject form frame frameset handler iframe ' +
    'listener math noembed noframes object param plaintext portal set style template textarea xmp'
  ).split(' '),
);

/** Attributes that contain addresses. */
const addresses = /^(?:href|src|action|data|poster|cite|ping|background|longdesc|manifest)$/;

/** An address that leads to a page, a file or a person, and runs nothing. A browser ignores no part of it. */
const safe = /^(?:(?:https?|mailto|tel):[^\u0000-\u0020]*|[^\u0000-\u0020:&]*(?:[/?#][^\u0000-\u001f]*)?)$/i;

/** Types of scripts that contain data. */
const dataTypes = new Set(['application/ld+json', 'speculationrules']);

const attributes = /(?:\s+[^\s"'<>/=]+(?:="[^"]*")?)*/.source;
const tag = new RegExp(
  `<(?:!doctype html|(?<end>/[a-z][\\w:-]*\\s*)|(?<name>[a-z][\\w:-]*)(?<rest>${attributes})\\s*/?)>`,
  'iy',
);
const attribute = /\s+([^\s"'<>/=]+)(?:="([^"]*)")?/g;

/** What XML files may also contain at their beginning: their version, and comments. */
const prolog = /^\uFEFF?(?:\s*<\?xml\s[^<>]*\?>)?(?:\s|<!--(?:[^-]|-[^->])*-->)*/;

/**
 * Judges a text.
 * @param inline the texts that scripts inside it may have
 * @returns the reason as the end of a sentence
 */
export function checkMarkup(text: string, kind: 'html' | 'xml', inline: ReadonlySet<string>): string | undefined {
  let at = kind === 'xml' ? prolog.exec(text)![0].length : 0;
  for (at = text.indexOf('<', at); at !== -1; at = text.indexOf('<', at)) {
    tag.lastIndex = at;
    const match = tag.exec(text);
    if (match === null) return `has a tag that Stele does not write: ${JSON.stringify(text.slice(at, at + 40))}`;
    at = tag.lastIndex;
    const { name, rest = '' } = match.groups ?? {};
    if (name === undefined) continue;
    const element = name.toLowerCase().replace(/^.*:/, '');
    if (forbidden.has(element)) return `has the element \`${element}\``;
    const attributes = new Map<string, string>();
    for (const [, key = '', value = ''] of rest.matchAll(attribute)) {
      const fault = checkAttribute(element, key.toLowerCase(), value);
      if (fault !== undefined) return fault;
      // The first attribute of a name counts in a browser; a second one is never written.
      if (attributes.has(key.toLowerCase())) return `has two attributes \`${key}\``;
      attributes.set(key.toLowerCase(), value);
    }
    const loads = element === 'link' && !/^(?:canonical|alternate)$/.test(attributes.get('rel') ?? '');
    if (loads && !relative.test(attributes.get('href') ?? '')) return 'loads a file of another site';
    if (element === 'script' && kind === 'xml') return 'has a script';
    if (!textElements.has(element)) continue;
    const end = endOf(text, element, at);
    if (end === undefined) return `has a \`${element}\` that does not end`;
    const fault = checkText(element, text.slice(at, end), attributes, kind, inline);
    if (fault !== undefined) return fault;
    at = end;
  }
  return undefined;
}

/** Elements whose content a browser may read as text up to their closing tag. */
const textElements = new Set(['script', 'title', 'noscript']);

/** Start of the closing tag as Stele writes it; undefined if a browser could find another one first. */
function endOf(text: string, element: string, from: number): number | undefined {
  const closing = new RegExp(`</${element}`, 'gi');
  closing.lastIndex = from;
  const end = closing.exec(text)?.index;
  return end !== undefined && text.startsWith(`</${element}>`, end) ? end : undefined;
}

/** Judges the content of such an element, which is text in one place of a document and tags in another. */
function checkText(
  element: string,
  text: string,
  attributes: ReadonlyMap<string, string>,
  kind: 'html' | 'xml',
  inline: ReadonlySet<string>,
): string | undefined {
  if (element === 'title') return text.includes('<') ? 'has tags in a title' : undefined;
  if (element === 'noscript') return checkMarkup(text, kind, inline);
  return checkScript(text, attributes, inline);
}

/** Data of pages that Stele's scripts read as addresses. They are relative. */
const dataAddresses = /^data-(?:search|search-style|show-page|open-branches|root|routes|file|moved|neutral)$/;
const relative = /^(?:[^\u0000-\u0020:&\\/?#][^\u0000-\u0020:&\\?#]*)?(?:[?#][^\u0000-\u001f]*)?$/;

function checkAttribute(element: string, key: string, value: string): string | undefined {
  const local = key.replace(/^.*:/, '');
  if (local.startsWith('on')) return `has the event handler \`${key}\``;
  if (dataAddresses.test(key) && !relative.test(value)) return `has the address ${JSON.stringify(value.slice(0, 60))}`;
  if (key === 'srcdoc' || key === 'formaction' || key === 'style') return `has the attribute \`${key}\``;
  if (key === 'http-equiv' && value.toLowerCase() !== 'refresh')
    return 'has a `meta` that changes the policy of the page';
  if (element === 'meta' && key === 'content' && /^\s*\d*\s*[;,]\s*(?:url\s*=\s*)?(.*)/i.test(value)) {
    const [, target = ''] = /^\s*\d*\s*[;,]\s*(?:url\s*=\s*)?(.*)/i.exec(value)!;
    if (!/^\.{0,2}\/?[^:&'"]*$/.test(target) || target.startsWith('//')) return 'redirects to another site';
  }
  if (addresses.test(local) && !safe.test(value)) return `has the address ${JSON.stringify(value.slice(0, 60))}`;
  return undefined;
}

function checkScript(
  text: string,
  attributes: ReadonlyMap<string, string>,
  inline: ReadonlySet<string>,
): string | undefined {
  const source = attributes.get('src');
  // Files of the preview are judged by their content, and files outside of it are those of the published site.
  if (source !== undefined)
    return /^(?:\.\.?\/)+_stele\/[\w.-]+$/.test(source) ? undefined : 'loads a script of another place';
  // Inside a picture a browser reads tags here.
  if (dataTypes.has(attributes.get('type') ?? '')) return text.includes('<') ? 'has tags in data' : undefined;
  return inline.has(text) ? undefined : 'has a script that the published site does not have';
}

/** The texts of the scripts inside a page of the published site. */
export function listInlineScripts(html: string): readonly string[] {
  return [...html.matchAll(/<script>([^]*?)<\/script>/g)].map(([, text]) => text!);
}
