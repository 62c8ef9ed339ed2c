// The languages of `site.yaml`, and their packages.

import { codeLanguageNames, type Casing } from '../languages/index.ts';
import { extension, languageId, noJson, webAddress } from './text-rules.ts';
import { choice, key, list, map, shape, text } from './spec.ts';

/** Naming conventions. */
export const casings = ['snake', 'camel', 'pascal'] as const satisfies readonly Casing[];

export const languageShape = shape(
  'a language',
  'An entry of `languages` that changes a language that Stele knows, or adds one.',
  {
    id: key(text(languageId, noJson), 'The name of the language in addresses and in `reference`.', 'kotlin'),
    label: key(text(), 'The name for readers.', 'Kotlin', 'the name that Stele knows, else the `id`'),
    extensions: key(
      list(() => text(extension)),
      'The endings of its samples. The first is preferred.',
      "['.kt', '.kts']",
      'those that Stele knows, else the `id` behind a dot',
    ),
    grammar: key(
      choice(codeLanguageNames(), {
        anyCase: true,
        wanted: 'the name of a grammar that Shiki has',
        otherwise: 'Write the name of a similar language, or `text` for code without colours.',
      }),
      'The grammar that colours its samples.',
      'kotlin',
      'the one that Stele knows, else the one named like the `id`',
    ),
    package: key(
      map(() => packageShape),
      'The package that brings its SDK.',
      '{ name: latchkey, version: 7.2.0 }',
    ),
    casing: key(
      list(() => choice(casings), { least: 1, mayBeAlone: true }),
      'How its names are written. `stele check` points out names that are written otherwise.',
      '[camel, pascal]',
      'the one that Stele knows, else no check of names',
    ),
  },
  ['id'],
);

export const packageShape = shape(
  '`package`',
  'The package that brings the SDK of a language.',
  {
    name: key(text(), 'The name of the package.', 'latchkey'),
    version: key(text(), 'The version that the reference describes.', '7.2.0'),
    install: key(text(), 'The command that installs it.', 'gem install latchkey'),
    url: key(text(webAddress), 'The address where it is published.', 'https://packages.example.com/latchkey'),
  },
  ['name'],
);
