// The rules of `stele diff` as edits of a small site: text of a file → other text, and the changes in both directions.

import type { Files } from './diff-of.ts';

/** The site that the rules edit. Its languages are those with different ways to pass arguments. */
export const site: Files = {
  'site.yaml': `title: Doors
languages: [curl, js, python, go]
redirects:
  /old/gate: /door
`,
  'door.mdx': `---
title: Door
description: A door.
descriptions:
  door:
    self: A door that opens.
    id: The identifier of the door.
    state: |
      Whether it is open. Possible values:

      - \`open\`
      - \`closed\`
    name: The name of the door.
    note: A note.
reference:
  curl:
    - key: door
      id: door
      properties:
        - { key: id, type: string, description: (door.id) }
        - { key: state, type: enum, description: (door.state) }
        - { key: name, type: '"front" | "back"', description: (door.name) }
        - { key: note, type: string, optional: true, description: (door.note) }
    - key: openDoor
      id: open_door
      title: /doors/:door_id/open
      type: POST
      parameters:
        - { key: door_id, type: string, description: The door to open. }
        - { key: force, type: boolean, optional: true, default: false, description: Whether to use force. }
        - (limit)
      returns:
        - (door)
    - { key: limit, type: integer, optional: true, description: The most doors., default: 10 }
  js:
    - key: Door
      id: door
      properties:
        - { key: id, type: string, description: (door.id) }
        - { key: state, type: DoorState, description: (door.state) }
        - { key: name, type: '"front" | "back"', description: (door.name) }
        - { key: note, type: string, optional: true, description: (door.note) }
    - key: openDoor
      id: open_door
      title: doors.openDoor
      parameters:
        - { key: doorId, type: string, description: The door to open. }
        - { key: force, type: boolean, optional: true, default: false, description: Whether to use force. }
        - (limit)
      returns:
        - (Door)
    - { key: limit, type: number, optional: true, description: The most doors., default: 10 }
  python:
    - key: Door
      id: door
      properties:
        - { key: id, type: str, description: (door.id) }
        - { key: state, type: DoorState, description: (door.state) }
        - { key: name, type: 'Literal["front", "back"]', description: (door.name) }
        - { key: note, type: str, optional: true, description: (door.note) }
    - key: open_door
      id: open_door
      title: doors.open_door
      parameters:
        - { key: door_id, type: str, description: The door to open. }
        - { key: force, type: bool, optional: true, default: false, description: Whether to use force. }
        - (limit)
      returns:
        - (Door)
    - { key: limit, type: int, optional: true, description: The most doors., default: 10 }
---

<CodeBlock referenceId="open_door" file="open" />

## Locks

A door has a lock.
`,
  '_samples/open.js': 'doors.openDoor(doorId, { force: true });\n',
  '_samples/open.py': 'doors.open_door(door_id, force=True)\n',
  'gate.mdx': `---
title: Gate
reference:
  js:
    - key: Gate
      id: gate
      properties:
        - { key: width, type: number, description: The width. }
---

# Gate

A gate is a wide door without a frame, and it stands outside of the house.
`,
  'help.mdx': `# Help

Ask the doorkeeper, who knows all doors and gates of the house by their names.
`,
};

/** One step of an edit. */
export type Step = (files: Record<string, string>) => void;

/** Replaces text of a file. Fails if the file does not have it. */
export function replace(file: string, from: string, to: string): Step {
  return (files) => {
    const text = files[file];
    if (text?.includes(from) !== true) throw new Error(`${file} has no ${from}`);
    files[file] = text.replace(from, () => to);
  };
}

/** Replaces text of the page `door` in one language. */
export function within(language: string, from: string, to: string): Step {
  return (files) => {
    const text = files['door.mdx']!;
    const start = text.indexOf(`\n  ${language}:\n`);
    const next = text.slice(start + 1).search(/\n(?:  \w+:\n|---\n)/) + start + 2;
    const part = text.slice(start, next);
    if (start < 0 || !part.includes(from)) throw new Error(`${language} has no ${from}`);
    files['door.mdx'] = text.slice(0, start) + part.replace(from, () => to) + text.slice(next);
  };
}

/** Adds, moves or removes a file. */
export function write(file: string, text: string | undefined): Step {
  return (files) => {
    if (text === undefined) delete files[file];
    else files[file] = text;
  };
}

export function move(from: string, to: string): Step {
  return (files) => {
    files[to] = files[from]!;
    delete files[from];
  };
}

export function siteWith(steps: readonly Step[], base: Files = site): Files {
  const files: Record<string, string> = { ...base };
  for (const step of steps) step(files);
  return files;
}

export interface Rule {
  readonly name: string;
  /** Steps before the comparison: they change the base. */
  readonly before?: readonly Step[];
  readonly edit: readonly Step[];
  /** The changes, and those of swapped sides. */
  readonly forth: readonly string[];
  readonly back: readonly string[];
}

const door = 'door.mdx';
const all = (from: (language: string) => readonly [string, string]): readonly Step[] =>
  ['curl', 'js', 'python'].map((language) => within(language, ...from(language)));
const text: Readonly<Record<string, string>> = { curl: 'string', js: 'string', python: 'str' };
const id: Readonly<Record<string, string>> = { curl: 'door_id', js: 'doorId', python: 'door_id' };

export const rules: readonly Rule[] = [
  {
    name: 'a property in all languages',
    edit: all((l) => [`        - { key: note, type: ${text[l]}, optional: true, description: (door.note) }\n`, '']),
    forth: ['breaking output-removed curl,js,python door.note'],
    back: ['addition output-added curl,js,python door.note'],
  },
  {
    name: 'a deprecated property',
    before: [within('js', 'key: note,', 'key: note, deprecated: Use names.,')],
    edit: [
      within(
        'js',
        '        - { key: note, deprecated: Use names., type: string, optional: true, description: (door.note) }\n',
        '',
      ),
    ],
    forth: ['risk deprecated-removed js door.note'],
    back: ['addition output-added js door.note'],
  },
  {
    name: 'an optional parameter',
    edit: all((l) => [
      `        - { key: force, type: ${l === 'python' ? 'bool' : 'boolean'}, optional: true, default: false, description: Whether to use force. }\n`,
      '',
    ]),
    forth: [
      'breaking input-removed curl,js,python open_door.parameters.force',
      'breaking sample-outdated js,python open_door.parameters.force',
    ],
    back: ['addition input-added curl,js,python open_door.parameters.force'],
  },
  {
    name: 'a required parameter',
    edit: [within('js', '        - { key: doorId, type: string, description: The door to open. }\n', '')],
    forth: [
      'breaking input-removed js open_door.parameters.door_id',
      'breaking sample-outdated js open_door.parameters.door_id',
    ],
    back: ['breaking required-input-added js open_door.parameters.door_id'],
  },
  {
    name: 'a parameter becomes required',
    edit: all((l) => [`${l === 'python' ? 'bool' : 'boolean'}, optional: true`, l === 'python' ? 'bool' : 'boolean']),
    forth: ['breaking input-required curl,js,python open_door.parameters.force'],
    back: ['addition input-optional curl,js,python open_door.parameters.force'],
  },
  {
    name: 'a shared parameter becomes required',
    edit: [within('js', 'number, optional: true', 'number'), within('python', 'int, optional: true', 'int')],
    forth: ['breaking input-required js,python limit'],
    back: ['addition input-optional js,python limit'],
  },
  {
    name: 'a property becomes optional',
    edit: all((l) => [`key: id, type: ${text[l]}`, `key: id, type: ${text[l]}, optional: true`]),
    forth: ['risk output-optional curl,js,python door.id'],
    back: ['addition output-required curl,js,python door.id'],
  },
  {
    name: 'a property is renamed in two languages',
    edit: [within('js', 'key: id,', 'key: doorId,'), within('python', 'key: id,', 'key: door_id,')],
    forth: ['breaking output-renamed js,python door.id'],
    back: ['breaking output-renamed js,python door.id'],
  },
  {
    name: 'a property is renamed in all languages',
    edit: all(() => ['key: id,', 'key: uid,']),
    forth: ['breaking output-renamed curl,js,python door.id', 'breaking anchor-lost curl,js,python door.id'],
    back: ['breaking output-renamed curl,js,python door.uid', 'breaking anchor-lost curl,js,python door.uid'],
  },
  {
    name: 'a parameter is renamed',
    edit: all((l) => [`key: ${id[l]}`, 'key: which']),
    forth: [
      'breaking argument-renamed curl,python open_door.parameters.door_id',
      'breaking anchor-lost curl,js,python open_door.parameters.door_id',
      'breaking sample-outdated js,python open_door.parameters.door_id',
      'text argument-renamed js open_door.parameters.door_id',
    ],
    back: [
      'breaking argument-renamed curl,python open_door.parameters.which',
      'breaking anchor-lost curl,js,python open_door.parameters.which',
      'text argument-renamed js open_door.parameters.which',
    ],
  },
  {
    name: 'parameters change places',
    edit: all((l) => {
      const line = `        - { key: ${id[l]}, type: ${text[l]}, description: The door to open. }\n`;
      return [line, ''];
    }).concat(
      all((l) => [
        '        - (limit)\n',
        `        - (limit)\n        - { key: ${id[l]}, type: ${text[l]}, description: The door to open. }\n`,
      ]),
    ),
    forth: [
      'breaking arguments-reordered js open_door.parameters',
      'risk arguments-reordered python open_door.parameters',
    ],
    back: [
      'breaking arguments-reordered js open_door.parameters',
      'risk arguments-reordered python open_door.parameters',
    ],
  },
  {
    name: 'parameters move into an options object',
    edit: [
      within(
        'js',
        '        - { key: force, type: boolean, optional: true, default: false, description: Whether to use force. }\n',
        '        - key: options\n          type: Options\n          properties:\n            - { key: force, type: boolean, optional: true, default: false, description: Whether to use force. }\n',
      ),
    ],
    forth: ['breaking nesting-changed js open_door.parameters.force'],
    back: ['breaking nesting-changed js open_door.parameters.force'],
  },
  {
    name: 'a member of an options object is renamed',
    before: [
      within(
        'js',
        '        - { key: force, type: boolean, optional: true, default: false, description: Whether to use force. }\n',
        '        - key: options\n          type: Options\n          properties:\n            - { key: force, type: boolean, optional: true, default: false, description: Whether to use force. }\n',
      ),
    ],
    edit: [within('js', 'key: force', 'key: useForce')],
    forth: [
      'breaking input-renamed js open_door.parameters.force',
      'breaking anchor-lost js open_door.parameters.force',
      'breaking sample-outdated js open_door.parameters.force',
    ],
    back: [
      'breaking input-renamed js open_door.parameters.use_force',
      'breaking anchor-lost js open_door.parameters.use_force',
    ],
  },
  {
    name: 'the verb',
    edit: [within('curl', 'type: POST', 'type: PUT')],
    forth: ['breaking verb-changed curl open_door'],
    back: ['breaking verb-changed curl open_door'],
  },
  {
    name: 'the path',
    edit: [within('curl', '/doors/:door_id/open', '/doors/:door_id/unlock')],
    forth: ['breaking path-changed curl open_door'],
    back: ['breaking path-changed curl open_door'],
  },
  {
    name: 'the name of a path parameter',
    edit: [within('curl', '/doors/:door_id/open', '/doors/:id/open')],
    forth: ['text path-parameter-renamed curl open_door'],
    back: ['text path-parameter-renamed curl open_door'],
  },
  {
    name: 'the type of a parameter takes more',
    edit: [
      within('js', 'key: doorId, type: string', 'key: doorId, type: string | null'),
      within('python', 'key: door_id, type: str', "key: door_id, type: 'Optional[str]'"),
    ],
    forth: ['addition input-type-widened js,python open_door.parameters.door_id'],
    back: ['breaking input-type-narrowed js,python open_door.parameters.door_id'],
  },
  {
    name: 'the type of a property has more',
    edit: [
      within('js', 'key: id, type: string', 'key: id, type: string | null'),
      within('python', 'key: id, type: str', 'key: id, type: str | None'),
    ],
    forth: ['breaking output-type-widened js,python door.id'],
    back: ['addition output-type-narrowed js,python door.id'],
  },
  {
    name: 'another type',
    edit: [within('js', 'key: id, type: string', 'key: id, type: number')],
    forth: ['breaking type-replaced js door.id'],
    back: ['breaking type-replaced js door.id'],
  },
  {
    name: 'a type of unknown relation',
    edit: [within('js', 'type: DoorState', 'type: State')],
    forth: ['risk type-changed js door.state'],
    back: ['risk type-changed js door.state'],
  },
  {
    name: 'another notation of a type',
    edit: [within('python', 'Literal["front", "back"]', 'Literal["front"] | Literal["back"]')],
    forth: ['text type-notation python door.name'],
    back: ['text type-notation python door.name'],
  },
  {
    name: 'a type is missing',
    edit: [within('js', 'key: id, type: string,', 'key: id,')],
    forth: ['text type-lost js door.id'],
    back: ['text type-added js door.id'],
  },
  {
    name: 'a value of an enum in the type',
    edit: [
      within('js', '"front" | "back"', '"front"'),
      within('python', '"front", "back"', '"front"'),
      within('curl', '"front" | "back"', '"front"'),
    ],
    forth: ['breaking enum-value-removed curl,js,python door.name'],
    back: ['risk output-enum-value-added curl,js,python door.name'],
  },
  {
    name: 'a value of a parameter’s enum',
    before: [within('js', 'key: doorId, type: string', `key: doorId, type: '"a" | "b"'`)],
    edit: [within('js', '"a" | "b"', '"a"')],
    forth: ['breaking enum-value-removed js open_door.parameters.door_id'],
    back: ['addition input-enum-value-added js open_door.parameters.door_id'],
  },
  {
    name: 'a value of an enum in the description',
    edit: [replace(door, '      - `closed`\n', '')],
    forth: ['breaking enum-value-removed curl,js,python door.state'],
    back: ['risk output-enum-value-added curl,js,python door.state'],
  },
  {
    name: 'a default',
    edit: all(() => ['default: 10', 'default: 20']),
    forth: ['risk default-changed curl,js,python limit'],
    back: ['risk default-changed curl,js,python limit'],
  },
  {
    name: 'a deprecation',
    edit: all(() => ['key: note,', 'key: note, deprecated: Use `name`.,']),
    forth: ['addition deprecation-set curl,js,python door.note'],
    back: ['addition deprecation-cleared curl,js,python door.note'],
  },
  {
    name: 'the version',
    edit: [within('js', 'key: note,', "key: note, since: '4.1',")],
    forth: ['text since-changed js door.note'],
    back: ['text since-changed js door.note'],
  },
  {
    name: 'an e-mail',
    edit: [within('js', 'title: doors.openDoor', 'title: doors.openDoor\n      sendsEmail: true')],
    forth: ['risk email-changed js open_door'],
    back: ['risk email-changed js open_door'],
  },
  {
    name: 'an entity of another page',
    edit: [
      replace(
        'gate.mdx',
        '    - key: Gate\n      id: gate\n      properties:\n        - { key: width, type: number, description: The width. }\n',
        '    - { key: x, type: number, description: X. }\n',
      ),
    ],
    forth: ['breaking entity-removed js gate'],
    back: ['addition entity-added js gate'],
  },
  {
    name: 'the id of an entity',
    edit: [replace('gate.mdx', 'id: gate', 'id: wide_gate')],
    forth: ['breaking entity-id-changed - gate'],
    back: ['breaking entity-id-changed - wide_gate'],
  },
  {
    name: 'the key of an entity',
    edit: [within('js', 'key: Door', 'key: FrontDoor'), within('js', '(Door)', '(FrontDoor)')],
    forth: ['breaking form-renamed js door'],
    back: ['breaking form-renamed js door'],
  },
  {
    name: 'the kind of an entity',
    edit: [replace('gate.mdx', '      properties:', '      parameters:')],
    forth: ['breaking entity-kind-changed js gate'],
    back: ['breaking entity-kind-changed js gate'],
  },
  {
    name: 'an entity moves to another page',
    edit: [
      replace(
        'gate.mdx',
        '    - key: Gate\n      id: gate\n      properties:\n        - { key: width, type: number, description: The width. }\n',
        '    - { key: x, type: number, description: X. }\n',
      ),
      write(
        'wide.mdx',
        '---\ntitle: Wide\nreference:\n  js:\n    - key: Gate\n      id: gate\n      properties:\n        - { key: width, type: number, description: The width. }\n---\n',
      ),
    ],
    forth: ['breaking entity-moved - gate', 'addition page-added - /wide'],
    back: ['breaking entity-moved - gate', 'breaking page-removed - /wide'],
  },
  {
    name: 'a form',
    edit: [
      replace(
        'gate.mdx',
        '  js:',
        '  python:\n    - key: Gate\n      id: gate\n      properties:\n        - { key: width, type: int, description: The width. }\n  js:',
      ),
    ],
    forth: ['addition form-added python gate'],
    back: ['breaking form-removed python gate'],
  },
  {
    name: 'a language',
    edit: [replace('site.yaml', ', go]', ', go, ruby]')],
    forth: ['addition language-added ruby site'],
    back: ['breaking language-removed ruby site'],
  },
  {
    name: 'a page without entities',
    edit: [write('help.mdx', undefined)],
    forth: ['breaking page-removed - /help'],
    back: ['addition page-added - /help'],
  },
  {
    name: 'a page with an entity',
    edit: [write('gate.mdx', undefined)],
    forth: ['breaking page-removed - /gate', 'breaking entity-removed js gate'],
    back: ['addition page-added - /gate', 'addition entity-added js gate'],
  },
  {
    name: 'a page whose address leads to another page',
    edit: [write('help.mdx', undefined), replace('site.yaml', 'redirects:', 'redirects:\n  /help: /door')],
    forth: ['risk page-redirected - /help'],
    back: ['addition page-added - /help'],
  },
  {
    name: 'a page moves with a redirect',
    edit: [move('gate.mdx', 'wide/gate.mdx'), replace('site.yaml', 'redirects:', 'redirects:\n  /gate: /wide/gate')],
    forth: ['risk page-moved - /gate'],
    back: ['breaking page-lost-address - /wide/gate'],
  },
  {
    name: 'a page moves without a redirect',
    edit: [move('help.mdx', 'wide/help.mdx')],
    forth: ['breaking page-lost-address - /help'],
    back: ['breaking page-lost-address - /wide/help'],
  },
  {
    name: 'a redirect',
    edit: [replace('site.yaml', '  /old/gate: /door\n', '  /older/gate: /door\n')],
    forth: ['breaking redirect-removed - site', 'text redirect-added - site'],
    back: ['breaking redirect-removed - site', 'text redirect-added - site'],
  },
  {
    name: 'the target of a redirect',
    edit: [replace('site.yaml', '/old/gate: /door', '/old/gate: /gate')],
    forth: ['risk redirect-changed - site'],
    back: ['risk redirect-changed - site'],
  },
  {
    name: 'a heading',
    edit: [replace(door, '## Locks', '## Keys')],
    forth: ['breaking anchor-lost - Locks', 'text body-changed - /door'],
    back: ['breaking anchor-lost - Keys', 'text body-changed - /door'],
  },
  {
    name: 'a sample of a language',
    edit: [write('_samples/open.py', undefined)],
    forth: ['risk sample-removed python open'],
    back: ['addition sample-added python open'],
  },
  {
    name: 'the code of a sample',
    edit: [replace('_samples/open.js', 'true', 'false')],
    forth: ['text sample-changed js open'],
    back: ['text sample-changed js open'],
  },
  {
    name: 'a sample that uses a removed name',
    edit: [
      within(
        'js',
        '        - { key: force, type: boolean, optional: true, default: false, description: Whether to use force. }\n',
        '',
      ),
    ],
    forth: [
      'breaking input-removed js open_door.parameters.force',
      'breaking sample-outdated js open_door.parameters.force',
    ],
    back: ['addition input-added js open_door.parameters.force'],
  },
  {
    name: 'the words of a description',
    edit: [replace(door, 'The identifier of the door.', 'The number of the door.')],
    forth: ['text description-changed curl,js,python door.id'],
    back: ['text description-changed curl,js,python door.id'],
  },
  {
    name: 'the words of a page',
    edit: [replace(door, 'A door has a lock.', 'A door has two locks.')],
    forth: ['text body-changed - /door'],
    back: ['text body-changed - /door'],
  },
  {
    name: 'the title of a page',
    edit: [replace('gate.mdx', 'title: Gate', 'title: The gate')],
    forth: ['text title-changed - /gate'],
    back: ['text title-changed - /gate'],
  },
  {
    name: 'the description of a page',
    edit: [replace(door, 'description: A door.', 'description: A front door.')],
    forth: ['text description-changed - /door'],
    back: ['text description-changed - /door'],
  },
  {
    name: 'the title of a method',
    edit: [within('js', 'title: doors.openDoor', 'title: await doors.openDoor')],
    forth: ['text title-changed js open_door'],
    back: ['text title-changed js open_door'],
  },
];
