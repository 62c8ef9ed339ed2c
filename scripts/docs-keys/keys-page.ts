// The tables of the format → the handbook's page of keys and attributes. `test/content/keys.test.ts` holds the page to it.

import {
  attributeWords,
  commonAttributes,
  components,
  elements,
  fenceAttributes,
  headingKeys,
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

const head = `---
title: Keys and attributes
description: Every key of a page, of a navigation and of site.yaml, and every attribute of a component, with an example.
showNextPage: true
---

{/* Written by npm run docs:keys from the tables in src/compiler/format. Change those, then run it. */}

# Keys and attributes

This page lists everything that Stele reads, with one example of each. \`stele check\` and the [completion in
editors](/guides/editors) work from the same tables. A key that is not
listed is an error, and the finding names the nearest one.

The guides say when to use them: [authoring a page](/guides/authoring), [writing the body](/guides/body),
[configuration](/guides/configuration).`;

const bodyHead = `## Components

Components stand in the body of a page. Attributes are data: \`title="words"\`, \`{10}\`, \`{["js", "go"]}\`. A site may bring
[components of its own](/guides/configuration/components-of-your-own).`;

/** The whole page, as `content/guides/keys.mdx`. */
export function makeKeysPage(): string {
  const parts = [
    head,
    ...linesOfShapes([pageShape, navigationShape, siteShape]),
    bodyHead,
    ...Object.entries(components as Readonly<Record<string, Component>>).flatMap(describeComponent),
    ...describeFences(),
    ...describeHeadings(),
    ...describeElements(),
  ];
  return `${parts.join('\n\n')}\n`;
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
    'Attributes stand behind the language of a [fence](/guides/authoring/samples/fences). Lines are numbers and spans, such as `{1,3-5}`.',
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
