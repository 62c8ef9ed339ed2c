// The site of the injection tests: it has a different string at each place where an author can write one.

/** The payloads. None of them may become markup, run, or disappear. */
export const payloads: readonly string[] = [
  '<img src=x onerror=alert(1)>',
  '"><script>alert(1)</script>',
  '</title></code></pre><svg onload=alert(1)>',
  '</textarea></style></script><script>alert(1)</script>',
  "'><img src=x onerror=alert(1)>",
  '" onmouseover="alert(1)',
  "' onfocus='alert(1)' autofocus='",
  'javascript:alert(1)',
  'data:text/html,<script>alert(1)</script>',
  '<a href="javascript:alert(1)">x</a>',
  '<iframe srcdoc="<script>alert(1)</script>">',
  '<object data="javascript:alert(1)">',
  '<embed src=javascript:alert(1)>',
  '<style>body{display:none}</style>',
  '<base href="//evil.example/">',
  '<meta http-equiv=refresh content="0;url=//evil.example">',
  '<link rel=stylesheet href=//evil.example/x.css>',
  '<form action=//evil.example><input type=submit>',
  '<details open ontoggle=alert(1)>',
  '<svg><animate onbegin=alert(1) attributeName=x>',
  '<math><mi xlink:href="data:x,<script>alert(1)</script>">',
  '<!--><img src=x onerror=alert(1)>-->',
  '--><script>alert(1)</script><!--',
  '<![CDATA[<img src=x onerror=alert(1)>]]>',
  ']]><script>alert(1)</script>',
  '<?xml version="1.0"?><script>alert(1)</script>',
  '<template><script>alert(1)</script></template>',
  '<noscript><p title="</noscript><img src=x onerror=alert(1)>">',
  '&lt;script&gt;alert(1)&lt;/script&gt;',
  '&#60;img src=x onerror=alert(1)&#62;',
  '{alert(1)}',
  '${alert(1)}',
  "{{constructor.constructor('alert(1)')()}}",
  '<%= alert(1) %>',
  '<Fragment set:html={alert(1)} />',
  '</script><script>alert(1)</script>',
  '<x onclick=alert(1) style=position:fixed>x</x>',
  '<img src="x`>`onerror=alert(1)">',
  '\u202e<script>alert(1)</script>',
  '__proto__',
];

/** The places of one page, and those of the whole site. */
export const pagePlaces = [
  'title',
  'description',
  'breadcrumb',
  'heading',
  'step',
  'annotated heading',
  'paragraph',
  'list item',
  'quote',
  'table cell',
  'link text',
  'link title',
  'reference title',
  'image words',
  'image title',
  'inline code',
  'footnote',
  'term',
  'definition',
  'tab title',
  'tab text',
  'callout',
  'callout type',
  'badge',
  'badge colour',
  'event name',
  'table key',
  'table value',
  'card title',
  'glossary marker',
  'asset',
  'literal',
  'unknown component',
  'fence',
  'fence title',
  'block title',
  'tab of code',
  'sample',
  'text',
  'raw text',
  'text link',
  'entity key',
  'entity title',
  'entity since',
  'entity deprecated',
  'key',
  'type',
  'default',
  'since',
  'deprecated',
  'return title',
  'shared key',
] as const;
export const sitePlaces = [
  'site title',
  'site description',
  'footer',
  'label',
  'package',
  'version',
  'install',
  'section',
  'header',
  'navigation',
  'group',
  'markdown title',
  'markdown text',
  'markdown heading',
  'markdown html',
] as const;

export type PlaceName = (typeof pagePlaces)[number] | (typeof sitePlaces)[number];

/** Places that a page does not show literally: for these, the tests only compare the structure. */
export const hiddenPlaces: ReadonlySet<PlaceName> = new Set([
  'callout type',
  'badge colour',
  'table key',
  'entity key',
  'shared key',
  'site description',
  'install',
]);

/** A mark of letters in front of a payload, by which the tests find it. */
export function markOf(place: PlaceName, payload: number): string {
  const at = [...pagePlaces, ...sitePlaces].indexOf(place);
  return `q${at}z${payload}q `;
}

const yaml = (text: string): string => `'${text.replaceAll("'", "''")}'`;
/** As prose: each special character of Markdown and MDX is escaped. */
const prose = (text: string): string => text.replace(/[!-/:-@[-`{-~]/g, '\\$&');
/** As Markdown that may contain tags: only the characters for emphasis are escaped. */
const raw = (text: string): string => text.replace(/[*_`]/g, '\\$&');
/** A code panel with a line of this length has the same structure whatever its text is. */
const longLine = `// ${'long '.repeat(60)}`;
const attribute = (text: string): string => `"${text.replaceAll('&', '&amp;').replaceAll('"', '&quot;')}"`;
const code = (text: string): string => JSON.stringify(text).replaceAll('\u202e', '\\u202e');

/** The whole site. `strings` are the payloads; for a harmless site they are words. */
export function contentWith(strings: readonly string[]): Readonly<Record<string, string>> {
  const all = (place: PlaceName): string => strings.map((text, i) => markOf(place, i) + text).join(' ');
  const pages = strings.flatMap((text, i) => Object.entries(pageWith(i, (place) => markOf(place, i) + text)));
  return {
    'site.yaml': `title: ${yaml(all('site title'))}
description: ${yaml(all('site description'))}
footer: ${yaml(all('footer'))}
languages:
  - id: js
    label: ${yaml(all('label'))}
    package: { name: ${yaml(all('package'))}, version: ${yaml(all('version'))}, install: ${yaml(all('install'))} }
sections: [{ title: ${yaml(all('section'))}, path: /docs }]
header: [{ title: ${yaml(all('header'))}, url: /docs/p0 }]
`,
    'docs/_navigation.mdx': `---
title: Docs
links:
${strings
  .map(
    (text, i) =>
      `  - title: ${yaml(markOf('group', i) + text)}\n` +
      `    links: [{ title: ${yaml(markOf('navigation', i) + text)}, url: /docs/p${i} }]`,
  )
  .join('\n')}
---
`,
    'docs/markdown.md': `---\ntitle: ${yaml(all('markdown title'))}\n---\n\n${strings
      .map((text, i) => {
        const [heading, words] = (['markdown heading', 'markdown text'] as const).map((place) =>
          prose(markOf(place, i) + text),
        );
        return `## ${heading}\n\n${words}\n\n${markOf('markdown html', i)}${raw(text)}`;
      })
      .join('\n\n')}\n`,
    'docs/picture.svg': '<svg xmlns="http://www.w3.org/2000/svg" width="2" height="1"/>\n',
    ...Object.fromEntries(pages),
  };
}

/** One page with a string at each place; `at` gives the string of a place. */
function pageWith(i: number, at: (place: PlaceName) => string): Readonly<Record<string, string>> {
  const y = (place: PlaceName): string => yaml(at(place));
  const p = (place: PlaceName): string => prose(at(place));
  const a = (place: PlaceName): string => attribute(at(place));
  const titled = (place: PlaceName): string =>
    `"${at(place).replace(/[&\\"<{]/g, (found) => `&#${found.charCodeAt(0)};`)}"`;
  return {
    [`docs/p${i}.mdx`]: `---
title: ${y('title')}
description: ${y('description')}
breadcrumb: { title: ${y('breadcrumb')}, url: /docs/p0 }
externalAssets: { a: ${y('asset')} }
descriptions:
  thing${i}:
    id: ${yaml(p('text'))}
    raw: ${yaml(raw(at('raw text')))}
    link: ${yaml(`[words](https://example.com ${titled('text link')})`)}
reference:
  js:
    - key: ${y('shared key')}
      description: (thing${i}.id)
    - key: ${y('entity key')}
      id: thing
      title: ${y('entity title')}
      since: ${y('entity since')}
      deprecated: ${yaml(p('entity deprecated'))}
      parameters:
        - key: ${y('key')}
          type: ${y('type')}
          default: ${y('default')}
          since: ${y('since')}
          deprecated: ${yaml(p('deprecated'))}
          description: (thing${i}.id)
        - key: raw
          type: string
          description: (thing${i}.raw)
        - key: link
          type: string
          description: (thing${i}.link)
      returns:
        - key: anonymous
          title: ${y('return title')}
          type: string
          description: (thing${i}.id)
---

## ${p('heading')}

### (1) ${p('step')}

## ${p('annotated heading')} {{ "url": "annotated" }}

${p('paragraph')}[^1] and [${p('link text')}](/docs/p0 ${titled('link title')}),
[a reference][r], \`\`${at('inline code').replaceAll('`', "'")}\`\`.

[r]: /docs/p0 ${titled('reference title')}
[^1]: ${p('footnote')}

- ${p('list item')}

> ${p('quote')}

| Head |
|---|
| ${p('table cell')} |
| a_name_that_makes_the_table_one_that_may_be_wide |

![${p('image words')}](picture.svg ${titled('image title')})

${p('term')}
: ${p('definition')}

- | ${p('tab title')}

  ${p('tab text')}

<Callout type=${a('callout type')}>${p('callout')}</Callout>

<Badge color=${a('badge colour')}>${p('badge')}</Badge>

<Event.Root><Event.Details name=${a('event name')} /></Event.Root>

<PropsTable data={[{ ${code(at('table key'))}: ${code(at('table value'))} }]} />

<ExampleApps.Card title=${a('card title')} href="/docs/p0" />

<GlossaryMarker>${p('glossary marker')}</GlossaryMarker>

{externalAssets.a}

{${code(at('literal'))}}

<Widget>${p('unknown component')}</Widget>

\`\`\`js title="${at('fence title').replace(/["`]/g, "'")}"
${at('fence')}
${longLine}
\`\`\`

<CodeBlock title=${a('block title')} file="sample${i}" />

<CodeBlock referenceId="thing">
  <CodeBlockTab title=${a('tab of code')} file="sample${i}" />
</CodeBlock>
`,
    [`docs/_samples/sample${i}.js`]: `// ${at('sample')}\n${longLine}\n`,
  };
}
