// SVG: harmless pictures are accepted, each part that could run or load something is found at its place, and icons are
// rewritten.

import { readFileSync, readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parseSvg } from '../../src/compiler/parse/svg/index.ts';
import { pointAt } from '../../src/compiler/source/index.ts';
import { cpuTime } from '../cpu-time.ts';

const root = 'xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"';
const svg = (inside: string, attributes = 'viewBox="0 0 32 32"'): string =>
  `<svg ${root} ${attributes}>${inside}</svg>`;
const read = (text: string) => parseSvg({ path: 'a.svg', text });

describe('a picture is passive', () => {
  test.each([
    [
      'shapes, gradients and text',
      svg(
        '<defs><linearGradient id="g"><stop offset="0"/></linearGradient></defs>' +
          '<rect fill="url(#g)" width="9" height="9"/><text x="1">a &lt; b</text>',
      ),
    ],
    [
      'its own masks, filters, patterns and clip paths',
      svg(
        '<mask id="m"><rect/></mask><filter id="f"><feGaussianBlur stdDeviation="2"/></filter><clipPath id="c">' +
          '<rect/></clipPath><g mask="url(#m)" filter="url(\'#f\')" clip-path="url( #c )"/>',
      ),
    ],
    ['copies of its own parts', svg('<symbol id="a"><path d="M0 0"/></symbol><use href="#a"/><use xlink:href="#a"/>')],
    [
      'styles',
      svg(
        '<style>@media (prefers-color-scheme: dark) { .a { fill: #fff } } @keyframes x { to { opacity: 0 } ' +
          '}</style><rect class="a" style="fill:red; stroke:url(#x)"/>',
      ),
    ],
    [
      'embedded pictures and fonts',
      svg(
        '<style>@font-face{font-family:X;src:url(data:font/woff2;base64,AAAA)}</style>' +
          '<image xlink:href="data:image/png;base64,\nAAAA" width="1" height="1"/>',
      ),
    ],
    [
      'animations of its style',
      svg(
        '<rect><animate attributeName="fill" values="red;blue" dur="1s"/>' +
          '<animateTransform attributeName="transform" type="rotate" to="9"/></rect>',
      ),
    ],
    [
      'data of drawing programs',
      svg(
        '<metadata><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"/></metadata>' +
          '<sodipodi:namedview xmlns:sodipodi="http://sodipodi.sourceforge.net/DTD/sodipodi-0.dtd" ' +
          'xmlns:inkscape="http://www.inkscape.org/namespaces/inkscape" inkscape:export-filename="C:\\x.png"/>',
      ),
    ],
    ['links to pages', svg('<a href="https://example.com/"><rect/></a>')],
    [
      'any prefix for SVG and XLink',
      '<s:svg xmlns:s="http://www.w3.org/2000/svg" xmlns:l="http://www.w3.org/1999/xlink"><s:use l:href="#a"/></s:svg>',
    ],
    [
      'a declaration, a public document type and comments',
      '<?xml version="1.0" encoding="utf-8" standalone="no"?>\n' +
        '<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd">\n' +
        `<!-- <script> -->\n${svg('<rect/>')}`,
    ],
    ['alternative text', svg('<title>A</title><desc>B</desc>', 'role="img" aria-labelledby="a" data-name="b"')],
  ])('with %s', (_name, text) => {
    const { active, malformed } = read(text);
    expect([active?.what, malformed?.what]).toEqual([undefined, undefined]);
  });
});

describe('a picture is passive if it was made by', () => {
  const folder = new URL('../fixtures/pictures/', import.meta.url);
  test.each(readdirSync(folder))('%s', (name) => {
    const { active, malformed } = read(readFileSync(new URL(name, folder), 'utf8'));
    expect([active?.what, malformed?.what]).toEqual([undefined, undefined]);
  });
});

describe('a picture that draws its parts many times', () => {
  const rects = '<rect width="1" height="1"/>'.repeat(10);
  /** Eight levels, each of which draws the one before it ten times. */
  const levels = (level: (number: number) => string, before = ''): string =>
    svg(before + Array.from({ length: 8 }, (_, at) => level(at + 1)).join(''));
  const inside =
    (element: string) =>
    (number: number): string =>
      `<${element} id="p${number}">${rects}</${element}>`;
  const with10 =
    (element: string, attribute: string) =>
    (number: number): string =>
      inside(element)(number).replaceAll('<rect', `<rect ${attribute.replaceAll('$', `#p${number - 1}`)}`);

  test.each([
    [
      'by copies',
      levels((n) => `<g id="p${n}">${`<use href="#p${n - 1}"/>`.repeat(10)}</g>`, '<g id="p0"><path d=""/></g>'),
    ],
    [
      'by copies with encoded names',
      levels((n) => `<g id="p${n}">${`<use xlink:href=" #%70${n - 1}"/>`.repeat(10)}</g>`),
    ],
    ['by patterns', levels(with10('pattern', 'fill="url($)"'))],
    ['by patterns that are inherited', levels((n) => `<g fill="url(#p${n - 1})">${inside('pattern')(n)}</g>`)],
    [
      'by patterns of classes',
      levels(
        (n) =>
          `<style>g, .c${n}{fill:/*mask:*/url( "#p${n - 1}" )}</style>` +
          `${inside('pattern')(n).replaceAll('<rect', `<rect class="c${n}"`)}`,
      ),
    ],
    [
      'by patterns of key frames',
      levels((n) => `<style>@keyframes k{to{fill:url(#p${n - 1})}}</style>${inside('pattern')(n)}`),
    ],
    [
      'by patterns of animations',
      levels((n) => inside('pattern')(n).replaceAll('/>', `><set attributeName="fill" to="url(#p${n - 1})"/></rect>`)),
    ],
    [
      'by patterns in variables',
      levels(
        (n) =>
          `<g style="--p:url(#p${n - 1})">${inside('pattern')(n).replaceAll('<rect', '<rect fill="var(--p)"')}</g>`,
      ),
    ],
    ['by masks', levels(with10('mask', 'mask="url($)"'))],
    [
      'by masks that are inherited',
      levels(
        (n) =>
          `<mask id="p${n}"><g style="mask:url(#p${n - 1})">${'<rect style="mask:inherit"/>'.repeat(10)}</g></mask>`,
      ),
    ],
    ['by clip paths', levels(with10('clipPath', 'style="clip-path:url($)"'))],
    [
      'by markers',
      levels((n) => `<marker id="p${n}"><path d="M0 0hhvhvhvhvhv" marker-mid="url(#p${n - 1})"/></marker>`),
    ],
    [
      'by markers in the paint of their shape',
      svg(
        `<pattern id="p">${rects.repeat(40)}</pattern><marker id="m">` +
          `${'<path d="" fill="context-stroke"/>'.repeat(400)}</marker><path d="M0 0h1v1" stroke="url(#p)" ` +
          'marker="url(#m)"/>',
      ),
    ],
    [
      'by HTML',
      levels(
        (n) =>
          `<mask id="p${n}"><foreignObject>` +
          `${`<p xmlns="http://www.w3.org/1999/xhtml" style="mask:url(#p${n - 1})">x</p>`.repeat(10)}` +
          '</foreignObject></mask>',
      ),
    ],
    [
      'by parts that draw each other',
      svg(
        [0, 1, 2]
          .map(
            (n) =>
              `<g id="a${n}">${[0, 1, 2]
                .filter((m) => m !== n)
                .map((m) => `<use href="#a${m}"/>`)
                .join('')}</g>`,
          )
          .join(''),
      ),
    ],
    [
      'by a chain of 20,000 references',
      svg(Array.from({ length: 20_000 }, (_, n) => `<g id="a${n}"><use href="#a${n + 1}"/></g>`).join('')),
    ],
  ])('%s is active', (_name, text) => {
    expect(read(text).active?.what).toMatch(
      /^(?:copies of its own parts|parts that refer|references more than|a variable with a reference)/,
    );
  });

  test('to show ten thousand marks of a chart is passive', () => {
    const text = svg(
      '<defs><path id="m" d="M0 0h1"/></defs>' +
        `${'<g clip-path="url(#c)"><use href="#m" x="1" fill="url(#g)"/></g>'.repeat(10_000)}<clipPath id="c">` +
        '<rect/></clipPath>',
    );
    expect(read(text).active).toBeUndefined();
  });

  test('only inside themselves is passive, since browsers ignore such references', () => {
    expect(
      read(
        svg(
          '<g fill="url(#p)"><pattern id="p"><rect/></pattern><rect id="r">' +
            '<animate href="#r" attributeName="x" to="1"/></rect></g>',
        ),
      ).active,
    ).toBeUndefined();
  });

  test.each([
    ['spaces', `a{fill:url(${' '.repeat(200_000)}#b)}`],
    ['hyphens', `a{b:url(#a)}${'-'.repeat(200_000)}`],
    ['quotes and hyphens', `a{b:url(#a)}${'"--'.repeat(70_000)}`],
    ['a long name', `.${'a'.repeat(200_000)} b{fill:url(#c)}`],
    ['many selectors with many references', `${'.a,'.repeat(30_000)}.b{${'fill:url(#c);'.repeat(30_000)}}`],
    ['many braces with many references', `${'a{'.repeat(60_000)}${'fill:url(#c);'.repeat(20_000)}`],
    ['comments', `${'/*'.repeat(100_000)}url(#a)`],
  ])('by a style sheet with %s is read in seconds', (_name, css) => {
    expect(cpuTime(() => read(svg(`<style>${css}</style>`)))).toBeLessThan(5000);
  });
});

describe('a picture is active', () => {
  test.each([
    ['handlers in any case', svg('<rect ONLOAD="x()"/>'), 'the event handler `ONLOAD`'],
    ['handlers of animations', svg('<animate onbegin="x()"/>'), 'the event handler `onbegin`'],
    ['scripts in CDATA', svg('<script><![CDATA[x()]]></script>'), 'the element `<script>`'],
    [
      'elements of other languages',
      svg('<m:math xmlns:m="http://www.w3.org/1998/Math/MathML"/>'),
      'the element `<m:math>`',
    ],
    ['listeners', svg('<ev:listener xmlns:ev="http://www.w3.org/2001/xml-events"/>'), 'the element `<ev:listener>`'],
    ['unknown attributes', svg('<rect formaction="x"/>'), 'the attribute `formaction`'],
    [
      'addresses with characters that browsers ignore',
      svg('<a href="java&#9;script:x()"/>'),
      'a reference to `java script:x()`',
    ],
    [
      'copies of parts of other files',
      svg('<use href="https://evil.example/#a"/>'),
      'a reference to `https://evil.example/#a`',
    ],
    ['gradients of other files', svg('<linearGradient xlink:href="x.svg#a"/>'), 'a reference to `x.svg#a`'],
    [
      'data that is a document',
      svg('<image href="data:text/html;base64,AAAA"/>'),
      'a reference to `data:text/html;base64,AAAA`',
    ],
    [
      'style sheets in several pieces',
      svg('<style>rect{fi<![CDATA[ll:url(]]>//evil.example)}</style>'),
      'a reference to `url(//evil.example)`',
    ],
    ['rules with escapes', svg('<style>@\\69mport "x";</style>'), 'an escape sequence in CSS'],
    ['namespaces by style sheet', svg('<style>@namespace "x";</style>'), 'the rule `@namespace`'],
    ['animated addresses', svg('<animate attributeName="href" to="javascript:x()"/>'), 'an animation of `href`'],
    [
      'an animation that loads',
      svg('<set attributeName="fill" to="url(//evil.example)"/>'),
      'a reference to `url(//evil.example)`',
    ],
    [
      'frames in HTML',
      svg('<foreignObject><iframe xmlns="http://www.w3.org/1999/xhtml" src="x"/></foreignObject>'),
      'the element `<iframe>`',
    ],
    [
      'handlers in HTML',
      svg('<foreignObject><p xmlns="http://www.w3.org/1999/xhtml" onclick="x()"/></foreignObject>'),
      'the event handler `onclick`',
    ],
    [
      'backgrounds in HTML',
      svg('<foreignObject><body xmlns="http://www.w3.org/1999/xhtml" background="//evil.example"/></foreignObject>'),
      'the attribute `background`',
    ],
    [
      'style sheets in HTML',
      svg(
        '<foreignObject><style xmlns="http://www.w3.org/1999/xhtml">@import "//evil.example"</style></foreignObject>',
      ),
      'the element `<style>`',
    ],
    [
      'a script in the data of a picture',
      svg(`<image href="data:image/svg+xml;base64,${btoa(svg('<script/>'))}"/>`),
      'a picture in its data, with the element `<script>`',
    ],
    [
      'fonts of other hosts',
      svg('<font-face><font-face-src><font-face-uri xlink:href="//evil.example"/></font-face-src></font-face>'),
      'the element `<font-face-uri>`',
    ],
    [
      'a document type that declares attributes',
      `<!DOCTYPE svg [<!ATTLIST svg onload CDATA "x()">]>${svg('')}`,
      'a document type with declarations',
    ],
    [
      'a document type with an entity for the namespace of HTML',
      '<!DOCTYPE svg [<!ENTITY ns_a "http://www.w3.org/1999/xhtml"><!ENTITY ns_a "http://a/">]>' +
        `${svg('<a:script xmlns:a="&ns_a;"/>')}`,
      'the element `<a:script>`',
    ],
    [
      'its own document type',
      `<!DOCTYPE svg SYSTEM "https://evil.example/x.dtd">${svg('')}`,
      'a document type with declarations',
    ],
  ])('with %s', (_name, text, what) => {
    expect(read(text).active?.what).toBe(what);
  });

  test('and the finding is at the place of the active part', () => {
    const text = svg('\n  <g>\n    <rect width="1" onclick="x()"/></g>');
    expect(pointAt({ path: 'a.svg', text }, read(text).active!.range.start)).toEqual({ line: 3, column: 21 });
  });
});

describe('a picture is malformed', () => {
  test.each([
    ['an end tag that comes too early', '<svg xmlns="http://www.w3.org/2000/svg"><g></svg>'],
    ['no end', '<svg xmlns="http://www.w3.org/2000/svg">'],
    ['no namespace', '<svg/>'],
    ['another root', '<html xmlns="http://www.w3.org/1999/xhtml"/>'],
    ['an entity that it does not define', svg('&nbsp;')],
    ['an unknown prefix', svg('<x:a/>')],
    ['an attribute without quotes', svg('<rect width=1/>')],
    ['another encoding', `<?xml version="1.0" encoding="UTF-16"?>${svg('')}`],
    ['300 levels', svg('<g>'.repeat(300) + '</g>'.repeat(300))],
    ['nothing', ''],
    ['words', 'hello'],
  ])('with %s', (_name, text) => {
    expect(read(text).malformed?.what).toMatch(/\w/);
  });
});

test.each([
  ['viewBox="0 0 30 20"', { width: 30, height: 20 }],
  ['width="10" height="20px" viewBox="0 0 1 1"', { width: 10, height: 20 }],
  ['width="1in" viewBox="0 0 2 1"', { width: 96, height: 48 }],
  ['width="100%" height="100%" viewBox="0 0 2 1"', { width: 2, height: 1 }],
  ['width="100%"', undefined],
  ['viewBox="0 0 0 0"', undefined],
])('the size of a root with %s', (attributes, size) => {
  expect(read(svg('', attributes)).size).toEqual(size);
});

describe('an icon', () => {
  test('of plain shapes is rewritten, and keeps the paint attributes of its root', () => {
    const picture = svg(
      '<title>T</title><!-- x --><path d="M0 0h9" style="fill:#fff;stroke-width: 2" data-x="1"/>',
      'viewBox="0 0 32 32" fill="none" width="5" class="a"',
    );
    expect(read(`<?xml version="1.0"?>\n${picture}\n`).icon).toEqual({
      viewBox: '0 0 32 32',
      shapes: '<g fill="none"><path d="M0 0h9" fill="#fff" stroke-width="2"/></g>',
    });
  });

  test('may have properties of drawing programs in its styles', () => {
    const text = svg(
      '<path d="M0 0h9" style="fill:#fff;stroke-dasharray:none;-inkscape-stroke:none;' +
        'font-variation-settings:normal;display:inline"/>',
      'viewBox="0 0 32 32" style="enable-background:new 0 0 32 32;"',
    );
    expect(read(text).icon).toEqual({ viewBox: '0 0 32 32', shapes: '<path d="M0 0h9" fill="#fff"/>' });
  });

  test.each([
    ['a shape that is not shown', svg('<path d="" style="display:none"/>')],
    ['a picture', svg('<image href="data:image/png;base64,AAAA"/>')],
    ['a script', svg('<script>x()</script>')],
    ['a handler at its root', svg('<path d=""/>', 'viewBox="0 0 32 32" onload="x()"')],
    ['copies of parts', svg('<g id="a"><path d=""/></g><use href="#a"/>')],
    ['clip paths', svg('<clipPath id="a"><rect/></clipPath>')],
    ['masks', svg('<g mask="url(#m)"/>')],
    ['patterns', svg('<pattern id="p"/>')],
    ['filters', svg('<filter id="f"/>')],
    ['dashes', svg('<path d="M0 0h9" stroke="#000" stroke-dasharray=".0001"/>')],
    ['dashes in a style', svg('<path d="M0 0h9" style="stroke-dasharray:.0001"/>')],
    ['text', svg('<text>S</text>')],
    ['a style sheet', svg('<style>rect{}</style>')],
    ['gradients that refer to gradients', svg('<linearGradient id="a" href="#a"/>')],
    ['huge numbers', svg('<path d="M0 0h1e30"/>')],
    ['too wide a shape', svg('<path d=""/>', 'viewBox="0 0 200 32"')],
    ['no size', svg('<path d=""/>', '')],
    ['17 levels', svg('<g>'.repeat(17) + '</g>'.repeat(17))],
    ['2,001 shapes', svg('<path d=""/>'.repeat(2001))],
    ['64 KiB', svg(`<path d="${'M0 0'.repeat(20_000)}"/>`)],
    ['markup in values', svg('<path d="M0 0" fill="&lt;x&gt;"/>')],
  ])('with %s is refused', (_name, text) => {
    expect(read(text).icon).toHaveProperty('what');
  });
});
