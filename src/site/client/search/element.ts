// Elements from data. Text is always text: nothing here is parsed as HTML.

type Child = Node | string | undefined | false;

/** An element with attributes and children; absent children are left out, as are attributes that are undefined. */
export function element<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  attributes: Readonly<Record<string, string | undefined>> = {},
  ...children: readonly Child[]
): HTMLElementTagNameMap[K] {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) if (value !== undefined) made.setAttribute(name, value);
  made.append(...children.filter((child) => child !== undefined && child !== false));
  return made;
}

const svg = 'http://www.w3.org/2000/svg';

/** A picture of lines, 16 by 16. */
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
