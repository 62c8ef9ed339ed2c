// A content folder of an attacker who wants to run code in the browsers of readers, or to learn who they are: hostile
// strings in each place of the format, all ways to write an address, and files and attributes that run code.

import { positions } from '../hostile-positions.ts';

/** Payloads below all bounds. If one runs, it sets `window.__hit`; if one loads something, it asks `evil.example`. */
export const payloads: readonly string[] = [
  '<img src=x onerror=window.__hit=1>',
  '"><script>window.__hit=1</script>',
  '</title></script></style></textarea><script>window.__hit=1</script>',
  "' onfocus='window.__hit=1' autofocus='",
  'javascript:window.__hit=1',
  '\u0001 java\tscript:window.__hit=1',
  '//evil.example/x',
  'https://evil.example/x.png',
  'data:text/html,<script>window.__hit=1</script>',
  '[x](javascript:window.__hit=1) ![y](https://evil.example/y.png) <javascript:window.__hit=1>',
  '<svg/onload=window.__hit=1><iframe srcdoc="<script>parent.__hit=1</script>"></iframe>',
  '{window.__hit=1} ${window.__hit=1} {{window.__hit=1}} <%= window.__hit=1 %>',
  "x'; } body { background: url(//evil.example/x) } /*",
  '<link rel=stylesheet href=//evil.example/x.css><meta http-equiv=refresh content="0;url=//evil.example">',
  '--><script>window.__hit=1</script><!-- ]]><script>window.__hit=1</script>',
  '__proto__',
];

const addresses: readonly string[] = `javascript:window.__hit=1|JaVaScRiPt:window.__hit=1|java&#115;cript:window.__hit=1
javascript&colon;window.__hit=1|&#106;avascript&#58;window.__hit=1|java&Tab;script:window.__hit=1
java&NewLine;script:window.__hit=1|&#1;javascript:window.__hit=1|\\javascript:window.__hit=1
javascript\\:window.__hit=1|vbscript:x|data:text/html,x
data:text/html;base64,PHNjcmlwdD53aW5kb3cuX19oaXQ9MTwvc2NyaXB0Pg==|//evil.example/x|/\\evil.example/x
\\\\evil.example/x|/&Tab;/evil.example|&#47;&#47;evil.example|https:evil.example|https:/evil.example
https:\\\\evil.example|http:evil.example|blob:x|file:///etc/passwd|view-source:x|ftp://evil.example
feed:javascript:window.__hit=1|mailto:a@evil.example?body=<script>|tel:1;javascript:1
https://user:pw@evil.example/x.png|./javascript:window.__hit=1|?javascript:1|#javascript:window.__hit=1
javascript%3Awindow.__hit=1|%6aavascript:window.__hit=1|https://evil.example/"onerror="window.__hit=1
https://ok.example@evil.example/x.png`.split(/[|\n]/);

const links = addresses
  .map(
    (address, i) =>
      `[l${i}](<${address}>) ![i${i}](<${address}>) [r${i}][d${i}] ![s${i}][d${i}] <${address}>\n\n` +
      `[d${i}]: <${address}>`,
  )
  .join('\n\n');

const attributes = `<Chart set:html="<img src=x onerror='window.__hit=1'>" onclick="window.__hit=1" style="color:red" />

<Chart set:html={"<script>window.__hit=1</script>"} slot="x" constructor="y"
data={[{ "set:html": "<script>window.__hit=1</script>" }]}>x</Chart>

<Chart href="javascript:window.__hit=1" {...{ "set:html": "<script>window.__hit=1</script>" }} />

<div set:html="<script>window.__hit=1</script>" onmouseover="window.__hit=1" style="x" class="kept"
title='"><script>window.__hit=1</script>'>x</div>

<Badge set:html="<script>window.__hit=1</script>">x</Badge> <Fragment set:html="<script>window.__hit=1</script>" />

<a href="javascript:window.__hit=1">x</a> <img src="https://evil.example/x.png" onerror="window.__hit=1" /> <iframe
srcDoc="<script>window.__hit=1</script>" /> <object
data="javascript:window.__hit=1" /> <style>{"body{background:url(//evil.example)}"}</style> <script
>window.__hit=1</script>

<PropsTable data={[{ "set:html": "<script>window.__hit=1</script>", __html: "<script>window.__hit=1</script>" }]} />

<ExampleApps.Card title="<script>window.__hit=1</script>" href="javascript:window.__hit=1" />
`;

const svg = (inside: string, more = ''): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"${more}>${inside}</svg>\n`;

/** Files that pages link to and show. */
const files: Readonly<Record<string, string>> = {
  'files/page.html': '<!doctype html><script>window.__hit=1</script>\n',
  'files/page.HTM': '<!doctype html><script>window.__hit=1</script>\n',
  'files/page.xhtml': '<html xmlns="http://www.w3.org/1999/xhtml"><script>window.__hit=1</script></html>\n',
  'files/page.xml': '<x:script xmlns:x="http://www.w3.org/1999/xhtml">window.__hit=1</x:script>\n',
  'files/worker.js': 'self.addEventListener("fetch", () => {});\n',
  'files/none': '<script>window.__hit=1</script>\n',
  'files/page.html.png': '<script>window.__hit=1</script>\n',
  'files/handler.svg': svg('<rect/>', ' onload="window.__hit=1"'),
  'files/script.svg': svg('<script>window.__hit=1</script>'),
  'files/loads.svg': svg('<image href="https://evil.example/x.png"/>'),
  'files/plain.svg': svg('<rect width="9" height="9"/>'),
  'files/it\'s (a) "name".svg': svg('<circle r="4"/>'),
};

/** Merges maps at each depth and joins lists. Of two texts, the later one is kept. */
function merge(a: unknown, b: unknown): unknown {
  if (Array.isArray(a) && Array.isArray(b)) return [...(a as unknown[]), ...(b as unknown[])];
  if (
    typeof a !== 'object' ||
    a === null ||
    typeof b !== 'object' ||
    b === null ||
    Array.isArray(a) !== Array.isArray(b)
  )
    return b;
  const merged = new Map(Object.entries(a));
  for (const [key, value] of Object.entries(b))
    merged.set(key, merged.has(key) ? merge(merged.get(key), value) : value);
  return Object.fromEntries(merged);
}

/** @param round number that decides which payload is in which place; the rounds together try all pairs */
export function hostileSite(round: number): Readonly<Record<string, string>> {
  const site = positions.filter(({ name }) => name.startsWith('site.'));
  const others = positions.filter(({ name }) => !name.startsWith('site.'));
  const at = (i: number): string => payloads[(round + i) % payloads.length]!;
  const siteYaml = site
    .map((position, i) => JSON.parse(position.files(at(i), 'x')['site.yaml']!) as unknown)
    .reduce(merge, { title: 'Hostile', languages: ['js', 'curl', 'python'] }) as Record<string, unknown>;
  // Content that stops a build has its own tests.
  const { severities: _severities, budgets: _budgets, ...drawn } = siteYaml;
  const own = {
    components: { Chart: 'chart.astro' },
    icon: 'files/handler.svg',
    logo: 'files/handler.svg',
    mdx: 'data',
    socialImages: 'off',
  };
  const properties = addresses.map((address, i) => ({
    key: `k${i}`,
    type: 'string',
    description: `[l](<${address}>) ![i](<${address}>)`,
  }));
  const tables = { reference: { js: [{ key: 'T', id: 't', properties }] } };
  return {
    ...files,
    'chart.astro': '<figure class="chart" {...Astro.props}><slot /></figure>\n',
    'site.yaml': `${JSON.stringify({ ...drawn, ...own })}\n`,
    'index.mdx': '# Home\n',
    'things/links.mdx': `# Links\n\n${links.replaceAll(/ <[^>\n]*>(?=\n\n)/g, '')}\n`,
    'things/links-in-markdown.md': `# Links\n\n${links}\n`,
    'things/links-in-tables.mdx': `---\n${JSON.stringify(tables)}\n---\n\n# T\n`,
    'things/attributes.mdx': `# Attributes\n\n${attributes}`,
    'things/files.mdx': `# Files\n\n${Object.keys(files)
      .map((path) => `[link](</${path}>) ![image](</${path}>)`)
      .join('\n\n')}\n`,
    ...(Object.assign({}, ...others.map((position, i) => position.files(at(i), `p${i}`))) as Record<string, string>),
  };
}
