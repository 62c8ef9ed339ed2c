// Creates elements. Strings become text; none is parsed as HTML.

type Child = Node | string | undefined | false;

/** Creates an element. Leaves out undefined attributes, and children that are undefined or false. */
export function element<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  attributes: Readonly<Record<string, string | undefined>> = {},
  ...children: readonly Child[]
): HTMLElementTagNameMap[K] {
  const created = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) if (value !== undefined) created.setAttribute(name, value);
  created.append(...children.filter((child) => child !== undefined && child !== false));
  return created;
}

const svg = 'http://www.w3.org/2000/svg';

/**
 * Creates a line icon of 16 by 16 pixels.
 * @param path the `d` attribute of its path
 */
export function icon(path: string): SVGSVGElement {
  const picture = document.createElementNS(svg, 'svg');
  for (const [name, value] of [
    ['width', '16'],
    ['height', '16'],
    ['viewBox', '0 0 16 16'],
    ['aria-hidden', 'true'],
  ] as const) {
    picture.setAttribute(name, value);
  }
  const line = document.createElementNS(svg, 'path');
  line.setAttribute('d', path);
  picture.append(line);
  return picture;
}
