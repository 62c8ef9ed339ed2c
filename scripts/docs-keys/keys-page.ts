// The tables of the format → the handbook's pages of keys and of attributes, which `test/content/keys.test.ts`
// compares.

import {
  attributeWords,
  commonAttributes,
  components,
  elements,
  fenceAttributes,
  headingKeys,
  approvalsShape,
  navigationShape,
  ownAttributes,
  pageShape,
  siteShape,
  type AttributeKind,
  type Attributes,
  type Component,
} from '../../src/compiler/format/index.ts';
import { code, linesOf, tableOf } from './markdown.ts';
import { linesOfShapes } from './shape-lines.ts';

const written =
  '{/* Written by npm run docs:keys from the tables in src/compiler/format. Change those, then run it. */}';

const keysHead = `---
title: Keys
description: Every key of a page, of a navigation and of site.yaml, with an example.
showNextPage: true
---

${written}

# Keys

This page lists every key that Stele reads, with one example of each; \
[components and attributes](/guides/attributes) have
their own. \`stele check\` and the [completion in editors](/guides/editors) work from the same tables. A key that is not
listed is an error, and the finding names the nearest one.

The guides say when to use them: [authoring a page](/guides/authoring), [configuration](/guides/configuration).`;

const attributesHead = `---
title: Components and attributes
description: Every component of a body, and every attribute of components, code fences, headings and elements of HTML.
showNextPage: true
---

${written}

# Components and attributes

This page lists everything that a body may hold beside Markdown, with one example of each. [Writing the
body](/guides/body) says when to use it.

## Components

Attributes are data: \`title="words"\`, \`{10}\`, \`{["js", "go"]}\`. An attribute that is not listed is \
left out, with a
warning. A site may bring [components of its own](/guides/configuration/components-of-your-own).`;

/** The pages that are written, by their names in `content/guides`. */
export function makeKeysPages(): Readonly<Record<string, string>> {
  const keys = [keysHead, ...linesOfShapes([pageShape, navigationShape, siteShape, approvalsShape])];
  const attributes = [
    attributesHead,
    ...Object.entries(components as Readonly<Record<string, Component>>).flatMap(describeComponent),
    ...describeFences(),
    ...describeHeadings(),
    ...describeElements(),
  ];
  return { 'keys.mdx': `${keys.join('\n\n')}\n`, 'attributes.mdx': `${attributes.join('\n\n')}\n` };
}

function describeComponent([name, { about, example, attributes }]: readonly [string, Component]): readonly string[] {
  const table = Object.keys(attributes).length === 0 ? [] : [attributeTable(attributes)];
  return [`### \`${name}\``, about, `\`\`\`mdx\n${example}\n\`\`\``, ...table];
}

function attributeTable(attributes: Attributes): string {
  const rows = Object.entries(attributes).map(([name, { kind, about, example }]) => [
    code(name),
    linesOf(about, valueOf(kind), code(example)),
  ]);
  return tableOf(['attribute', 'meaning'], rows);
}

function valueOf(kind: AttributeKind): string {
  return `Value: ${attributeWords[kind]}.`;
}

function describeFences(): readonly string[] {
  const rows = Object.values(fenceAttributes).map(({ about, example, otherNames }) => [
    code(example),
    otherNames.length === 0 ? about : `${about} Also ${otherNames.map(code).join(', ')}.`,
  ]);
  return [
    '## Code fences',
    'Attributes stand behind the language of a [fence](/guides/authoring/samples/fences). Lines are numbers ' +
      'and spans, such as `{1,3-5}`.',
    tableOf(['attribute', 'meaning'], rows),
  ];
}

function describeHeadings(): readonly string[] {
  const rows = Object.values(headingKeys).map(({ about, example }) => [code(example), about]);
  return [
    '## Headings',
    'Keys stand in double braces behind a heading: `## Errors {{ "url": "codes" }}`.',
    tableOf(['key', 'meaning'], rows),
  ];
}

function describeElements(): readonly string[] {
  const own = Object.entries(ownAttributes).flatMap(([element, attributes]) =>
    Object.entries(attributes).map(([name, attribute]) => ({ name, element, attribute })),
  );
  const common = Object.entries(commonAttributes).map(([name, attribute]) => ({ name, element: '', attribute }));
  const rows = [...common, ...own].map(({ name, element, attribute: { kind, about, example } }) => [
    code(name),
    linesOf(element === '' ? about : `On ${code(element)}. ${about}`, valueOf(kind), code(example)),
  ]);
  return [
    '## Elements of HTML',
    `The body of a page may use ${[...elements].map(code).join(', ')}. Links and pictures are written in Markdown.`,
    'All elements may have these attributes, and `aria-…` and `data-…` too, unless the table names an element.',
    tableOf(['attribute', 'meaning'], rows),
  ];
}
