// The skill for assistants that write content with Stele: Markdown with front matter, in the Agent Skills format.

/** Assistants read it to decide whether they need the skill. */
const description =
  'Writes and checks documentation with Stele, a site generator for multi-language API references. Use it when a ' +
  'repository has a content folder with site.yaml, or when pages, samples or the navigation of its reference change.';

/**
 * The text of its `SKILL.md`.
 * @param version the version of Stele that it describes
 */
export function writeAuthorSkill(version: string): string {
  return `---
name: stele
description: ${description}
metadata:
  version: "${version}"
---

# Writing documentation with Stele

This describes Stele ${version}. Run \`npx stele --version\`; if it differs, run \`npx stele skills install\`.

## The content folder

- \`content/site.yaml\`: title, address, languages, sections. The first language is the default.
- \`content/guides/keys.mdx\` becomes \`/guides/keys/\`, and \`/python/guides/keys/\` for readers of Python.
- \`_navigation.mdx\` in a section's folder: the tree beside its pages.
- \`_samples/\` beside a page or above it: samples, one file for each language with the same stem.
- Files and folders whose names begin with \`_\` are not pages.

## A page of the reference

The front matter holds the data, the body the prose:

\`\`\`mdx
---
title: Door
description: A door that people with a key can open.
descriptions:
  door:
    id: The identifier of the door.
reference:
  python:
    - key: Door
      id: door
      title: class Door
      properties:
        - key: id
          type: str
          description: (door.id)
  ruby:
    - key: Door
      id: door
      title: class Door
      properties:
        - key: id
          type: String
          description: (door.id)
---

# Door

A door that people with a key can open.

<CodeBlock title="Open a door" file="open-door" referenceId="door" />
\`\`\`

- Write each text once, in \`descriptions\`, and use it in every language as \`(door.id)\`.
- \`id\` is the same in all languages; \`key\`, \`title\` and \`type\` are as that language spells them.
- An entity has \`properties\` (an object), or \`parameters\` and \`returns\` (a method).
- \`optional: true\`, \`deprecated\`, \`default\` and nested \`properties\` describe an entry.
- Leave out a language that does not have the entity. Never invent names, types or defaults: ask, or read the code.
- Bodies are data: imports and expressions of JavaScript are errors, unless \`site.yaml\` allows them.
- Link to pages by route, without a language: \`[Keys](/guides/keys)\`.

## Commands

| task | command |
|---|---|
| a new page | \`npx stele new page /reference/door\` |
| a new entity on a page | \`npx stele new entity /reference/door door\` |
| new samples for a page | \`npx stele new sample /reference/door open-door\` |
| rename a description everywhere | \`npx stele rename door.id door.key\` |
| find mistakes | \`npx stele check --format json\` |
| explain a finding | \`npx stele explain dangling-link\` |
| see what a change does to readers | \`npx stele diff origin/main\` |
| read the reference as data | \`npx stele export\` |
| look at the site | \`npx stele dev\` |

## After every change

1. Run \`npx stele check\`. It names file, line and column, and what to write instead. Correct every error and warning.
2. If you do not understand a finding, run \`npx stele explain <code>\`. Do not turn it off in \`site.yaml\`.
3. Run \`npx stele diff origin/main\`. A breaking change that you did not intend is a mistake. Do not write
   \`_approvals.yaml\` yourself: people approve changes.
`;
}
