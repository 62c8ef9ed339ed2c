// Small content folders with many references between their files, so that an edit of one shows on pages of others.

import { generateSite } from '../../scripts/bench/write-site.ts';
import type { ContentFiles } from './content-files.ts';

const svg = (width: number, height: number): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><path d="M0 0h9v9z"/></svg>\n`;

const item = (key: string, type: string, description: string, more = ''): string =>
  `        - key: ${key}\n          type: ${type}\n          description: ${description}\n${more}`;

const door = (language: string, type: string): string => `  ${language}:
    - key: Door
      id: door
      title: ${language === 'python' ? 'class Door' : 'Door'}
      properties:
${item('id', type, '(door.id)')}${item('lock', 'Lock', '(lock.self)')}${item('state', type, 'Open, or [closed](/guides/close#how).')}`;

const lock = (language: string, type: string): string => `  ${language}:
    - key: Lock
      id: lock
      title: Lock
      properties:
${item('id', type, '(door.id)')}${item('kind', type, '(lock.kind)')}`;

const openDoor = (language: string, title: string, extra = ''): string => `  ${language}:
    - key: openDoor
      id: open_door
      title: ${title}
${extra}      parameters:
        - (Door.id)
${item('force', 'boolean', '(open.force)', '          optional: true\n')}      returns:
        - (Door)
`;

/** Every kind of file and of reference. */
const doors: Readonly<Record<string, string>> = {
  'site.yaml': `title: Doors
description: Doors and who may open them.
url: https://doors.example/docs/
footer: All doors.
languages:
  - js
  - id: python
    package: { name: doors, version: 1.0.0 }
  - curl
logo: _brand/logo.svg
accent: '#0a7f6f'
fonts:
  text: { name: Own, file: _brand/own.woff2 }
sections:
  - title: Guides
    path: /guides
  - title: Reference
    path: /reference
  - title: Inner
    path: /guides/inner
header:
  - title: Status
    url: https://status.example
  - title: Locks
    url: /reference/lock
edit: https://code.example/{path}
redirects:
  /old/door: /reference/door
  /gone: /guides/close#how
  /far: https://far.example/
flags: [night]
socialImages: pages
`,
  '_brand/logo.svg': svg(20, 20),
  '_brand/own.woff2': 'font',
  '_brand/other.woff2': 'font',
  'index.mdx': '# Doors\n\nSee [closing](/guides/close) and [the lock](/reference/lock#lock.kind).\n',
  'guides/open.mdx':
    '---\nshowNextPage: true\n---\n\n# Open\n\n![A door](/images/door.svg)\n\n## Steps\n\nUse [`Door`](/reference/door).\n\n```js\nconst door = await doors.openDoor({ force: true });\ndoor.lock.kind;\n```\n\n[The plan](/images/plan.pdf)\n',
  'guides/close.mdx':
    '---\ntitle: Close a door\nshowNextPage: true\ndescription: How to close it.\n---\n\nFirst words.\n\n## How\n\nPush.\n\n### Hard\n\n<CodeBlock title="Close" file="close-door" />\n\n> [!NOTE]\n> Only [old](/old/door) doors.\n',
  'guides/_samples/close-door.js': 'const door = await doors.openDoor({ force: false });\ndoor.state;\n',
  'guides/_samples/close-door.py': 'door = doors.open_door(force=False)\nprint(door.state)\n',
  'guides/night.mdx': '---\nfeatureFlag: night\nbreadcrumb: { title: Day, url: /guides/open }\n---\n\n# Night\n',
  'guides/inner/yard.mdx': '---\nshowNextPage: true\n---\n\n# Yard\n\n![Plan](../../images/door.svg)\n',
  'guides/inner/gate/index.mdx': '# Gate\n\n[Yard](../yard)\n\n<LanguageSelector />\n',
  'reference/_navigation.mdx': `---
title: API
links:
  - title: Door
    url: /reference/door
    links:
      - title: Open
        url: /reference/door/open
  - title: Group
    links:
      - title: Lock
        url: /reference/lock
      - title: Elsewhere
        url: https://else.example
  - title: Night
    url: /reference/night
    featureFlag: night
---
`,
  'reference/door/index.mdx': `---
title: Door
descriptions:
  door:
    id: The identifier of [the door](/guides/open).
  lock:
    self: The lock, see [its kinds](/reference/lock#lock.kind).
reference:
${door('js', 'string')}${door('python', 'str')}${door('curl', 'string')}---

# Door

<CodeBlock referenceId="door" title="Door">
  <CodeBlockTab title="JSON" file="door" />
</CodeBlock>
`,
  'reference/_samples/door.json': '{ "id": "1", "lock": { "id": "2", "kind": "iron" }, "state": "open" }\n',
  'reference/door/open.mdx': `---
title: Open a door
descriptions:
  open:
    force: Push hard. ![how](/images/door.svg)
reference:
${openDoor('js', 'doors.openDoor()')}${openDoor('python', 'doors.open_door()')}${openDoor('curl', '/doors/:id/open', '      type: POST\n')}---

# Open a door

<CodeBlock referenceId="open_door" title="Request" file="open-door" />
`,
  'reference/door/_samples/open-door.js': "const door = await doors.openDoor('1');\nconsole.log(door.lock.kind);\n",
  'reference/door/_samples/open-door.sh': 'curl -X POST https://doors.example/doors/1/open\n',
  'reference/lock.mdx': `---
title: Lock
descriptions:
  lock:
    kind: Iron or wood.
reference:
${lock('js', 'string')}${lock('python', 'str')}---

# Lock

## More

Words about [doors](/reference/door#door.id).
`,
  'reference/night.mdx': '---\nfeatureFlag: night\n---\n\n# Night in the reference\n',
  'images/door.svg': svg(4, 2),
  'images/plan.pdf': 'plan',
  '../public/robots.txt': 'User-agent: *\n',
};

/** The doors without findings: edits of all pages may be compiled alone, and pages show rows and texts of others. */
const sound: Readonly<Record<string, string>> = {
  ...doors,
  'guides/_samples/close-door.sh': 'curl https://doors.example/doors/1\n',
  'reference/door/_samples/open-door.py': "door = doors.open_door('1')\nprint(door.lock.kind)\n",
  'reference/door/open.mdx': doors['reference/door/open.mdx']!.replace(
    'key: openDoor\n      id: open_door\n      title: doors.open_door()',
    'key: open_door\n      id: open_door\n      title: doors.open_door()',
  ).replace(/(?<=python:[^]*?type: )boolean/, 'bool'),
};

const links = (count: number): string =>
  Array.from({ length: count }, (_, i) => `  - title: Note ${i % 7} ${i}\n    url: /notes/n${i % 12}`).join('\n');

/** A section too large to be shown whole, no home page, and two languages. */
const notes: Readonly<Record<string, string>> = {
  'site.yaml': 'title: Notes\nurl: https://notes.example/\nlanguages: [js, go]\n',
  'notes/_navigation.mdx': `---\ntitle: Notes\nlinks:\n${links(158)}\n  - title: Deep\n    links:\n      - title: Last\n        url: /notes/deep/last\n---\n`,
  ...Object.fromEntries(
    Array.from({ length: 12 }, (_, i) => [
      `notes/n${i}.mdx`,
      `---\ntitle: Note ${i}\nshowNextPage: true\n---\n\nText ${i} with [the next](/notes/n${(i + 1) % 12}).\n`,
    ]),
  ),
  'notes/deep/last.mdx': `---\ntitle: Last\nreference:\n${lock('js', 'string')}---\n\n# Last\n`,
  'plain/first.mdx': '# First\n\n```js\nconst lock = new Lock();\n```\n',
};

/** No languages and no site.yaml. */
const plain: Readonly<Record<string, string>> = {
  'one.mdx': '# One\n\n[Two](/two)\n',
  'two.mdx': '# Two\n\n## Part\n\n[One](one.mdx#one)\n',
  'more/three.mdx': '---\nshowNextPage: true\n---\n\n# Three\n',
  'more/four.mdx': '# Four\n',
};

const filesOf = (texts: Readonly<Record<string, string>>): ContentFiles => new Map(Object.entries(texts));

export const editedSites: Readonly<Record<string, () => ContentFiles>> = {
  doors: () => filesOf(doors),
  sound: () => filesOf(sound),
  notes: () => filesOf(notes),
  plain: () => filesOf(plain),
  generated: () => new Map(generateSite(8, 7, 4).files),
};
