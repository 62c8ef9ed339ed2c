// A small site with each kind of file in a content folder: pages, navigation, samples, a picture, an icon, a redirect
// and its own component.

import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

const entity = (language: string): string => `  ${language}:
    - key: Door
      id: door
      title: Door
      properties:
        - key: id
          type: string
          description: (door.id)
`;

const files: Readonly<Record<string, string>> = {
  'site.yaml': `title: Doors
url: https://doors.example/docs/
languages: [js, curl]
icon: icon.svg
components:
  Note: parts/Note.astro
redirects:
  /old: /guides/door
`,
  'icon.svg':
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><path d="M0 0h32v32H0z" fill="#333"/></svg>\n',
  'parts/Note.astro': '<p class="own"><slot /></p>\n',
  'index.mdx': '# Doors\n\nWords.\n\n![A door](/images/door.svg)\n',
  'images/door.svg': '<svg xmlns="http://www.w3.org/2000/svg" width="4" height="2"/>\n',
  'guides/_navigation.mdx': '---\ntitle: Guides\nlinks:\n  - title: Door\n    url: /guides/door\n---\n',
  'guides/door.mdx': '# Door\n\n<Note>Own.</Note>\n\n[Reference](/reference/door)\n\n```js\nconst x = 1;\n```\n',
  'reference/_navigation.mdx': '---\ntitle: Reference\nlinks:\n  - title: Door\n    url: /reference/door\n---\n',
  'reference/door.mdx': `---
title: Door
descriptions:
  door:
    id: The identifier.
reference:
${entity('js')}${entity('curl')}---

# Door

<CodeBlock title="Get" file="get-door" />
`,
  'reference/_samples/get-door.js': 'const door = await open();\n',
  'reference/_samples/get-door.sh': 'curl https://doors.example/door\n',
};

/** Writes the site's content folder, and the `node_modules` of a project around it. */
export function writeFaultSite(folder: string): void {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, 'content', path)), { recursive: true });
    writeFileSync(join(folder, 'content', path), text);
  }
  mkdirSync(join(folder, 'node_modules'));
}
