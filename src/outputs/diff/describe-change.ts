// A change → one sentence for people.

import type { ChangeKind } from '../../compiler/format/index.ts';
import { quote } from '../../compiler/diagnostics/index.ts';
import type { Change } from './change.ts';

interface Words {
  /** The thing that has changed. */
  readonly it: string;
  /** ` from … to …`, if all languages have the same short values. */
  readonly fromTo: string;
  readonly before: string;
  readonly after: string;
  readonly detail: string;
  /** Names of the languages. */
  readonly label: string;
}

const sentences: Readonly<Record<ChangeKind, (words: Words) => string>> = {
  'language-removed': ({ label }) => `The language ${label} is gone from the site.`,
  'language-added': ({ label }) => `The language ${label} is new.`,
  'page-removed': ({ it }) => `The page ${it} is gone, and its address leads nowhere.`,
  'page-redirected': ({ it, after }) => `The page ${it} is gone; its address leads to ${after}.`,
  'page-added': ({ it }) => `The page ${it} is new.`,
  'page-moved': ({ before, after }) => `The page ${before} stands at ${after} now, with a redirect.`,
  'page-lost-address': ({ before, after }) => `The page ${before} stands at ${after} now, and nothing leads there.`,
  'redirect-removed': ({ detail }) => `The old address ${detail} leads nowhere any more.`,
  'redirect-added': ({ detail, after }) => `The old address ${detail} leads to ${after}.`,
  'redirect-changed': ({ detail, fromTo }) => `The target of the old address ${detail} has changed${fromTo}.`,
  'entity-removed': ({ it }) => `${it} is gone.`,
  'entity-added': ({ it }) => `${it} is new.`,
  'entity-id-changed': ({ fromTo }) => `The id of an entity has changed${fromTo}, and with it all anchors.`,
  'entity-moved': ({ it, fromTo }) => `${it} has moved${fromTo}.`,
  'entity-kind-changed': ({ it, fromTo }) => `The kind of ${it} has changed${fromTo}.`,
  'form-removed': ({ it, label }) => `${it} does not exist in ${label} any more.`,
  'form-added': ({ it, label }) => `${it} exists in ${label} now.`,
  'form-renamed': ({ it, fromTo }) => `${it} is renamed${fromTo}.`,
  'verb-changed': ({ it, fromTo }) => `The verb of ${it} has changed${fromTo}.`,
  'path-changed': ({ it, fromTo }) => `The path of ${it} has changed${fromTo}.`,
  'path-parameter-renamed': ({ it, fromTo }) => `A parameter in the path of ${it} has another name${fromTo}.`,
  'deprecated-removed': ({ it }) => `${it} is gone. It was deprecated.`,
  'input-removed': ({ it }) => `The parameter ${it} is gone.`,
  'input-added': ({ it }) => `The optional parameter ${it} is new.`,
  'required-input-added': ({ it }) => `The required parameter ${it} is new.`,
  'output-removed': ({ it }) => `The property ${it} is gone.`,
  'output-added': ({ it }) => `The property ${it} is new.`,
  'input-required': ({ it }) => `The parameter ${it} is required now.`,
  'input-optional': ({ it }) => `The parameter ${it} is optional now.`,
  'output-optional': ({ it }) => `The property ${it} may be absent now.`,
  'output-required': ({ it }) => `The property ${it} is always present now.`,
  'argument-renamed': ({ it, fromTo }) => `The parameter ${it} is renamed${fromTo}.`,
  'arguments-reordered': ({ it, fromTo }) => `The order of ${it} has changed${fromTo}.`,
  'input-renamed': ({ it, fromTo }) => `The parameter ${it} is renamed${fromTo}.`,
  'output-renamed': ({ it, fromTo }) => `The property ${it} is renamed${fromTo}.`,
  'input-type-narrowed': ({ it, fromTo }) => `The parameter ${it} takes fewer values: its type has changed${fromTo}.`,
  'input-type-widened': ({ it, fromTo }) => `The parameter ${it} takes more values: its type has changed${fromTo}.`,
  'output-type-widened': ({ it, fromTo }) => `The property ${it} may have more values: its type has changed${fromTo}.`,
  'output-type-narrowed': ({ it, fromTo }) => `The property ${it} has fewer values: its type has changed${fromTo}.`,
  'type-replaced': ({ it, fromTo }) => `The type of ${it} is another one: it has changed${fromTo}.`,
  'type-changed': ({ it, fromTo }) => `The type of ${it} has changed${fromTo}.`,
  'type-notation': ({ it, fromTo }) => `The type of ${it} is written in another way: it has changed${fromTo}.`,
  'type-added': ({ it }) => `${it} has a type now.`,
  'type-lost': ({ it }) => `${it} has no type any more.`,
  'enum-value-removed': ({ it, detail }) => `The value ${detail} of ${it} is gone.`,
  'input-enum-value-added': ({ it, detail }) => `The parameter ${it} takes the new value ${detail}.`,
  'output-enum-value-added': ({ it, detail }) => `The property ${it} may have the new value ${detail}.`,
  'default-changed': ({ it, fromTo }) => `The default of ${it} has changed${fromTo}.`,
  'nesting-changed': ({ it, fromTo }) => `${it} stands at another level: it has moved${fromTo}.`,
  'email-changed': ({ it }) => `Whether ${it} sends an e-mail has changed.`,
  'anchor-lost': ({ detail }) => `The anchor ${detail} is gone.`,
  'deprecation-set': ({ it }) => `${it} is deprecated.`,
  'deprecation-cleared': ({ it }) => `${it} is not deprecated any more.`,
  'since-changed': ({ it, fromTo }) => `The version that brought ${it} has changed${fromTo}.`,
  'sample-removed': ({ it }) => `The ${it} is gone.`,
  'sample-added': ({ it }) => `The ${it} is new.`,
  'sample-changed': ({ it }) => `The code of the ${it} has changed.`,
  'sample-outdated': ({ detail, before }) => `The sample ${detail} still uses ${before}.`,
  'description-changed': ({ it }) => `The description of ${it} has changed.`,
  'title-changed': ({ it, fromTo }) => `The title of ${it} has changed${fromTo}.`,
  'body-changed': ({ it }) => `The text of ${it} has changed.`,
};

/** Longer values stand only in the details. */
const maxShown = 80;

export function describeChange(
  { kind, subject, values, languages }: Pick<Change, 'kind' | 'subject' | 'values' | 'languages'>,
  detail: string | undefined,
  labels: ReadonlyMap<string, string>,
): string {
  const [value] = values;
  const isShort = (text: string | undefined): boolean =>
    text === undefined || (text.length <= maxShown && !text.includes('\n'));
  const isOne = values.length === 1 && isShort(value?.before) && isShort(value?.after);
  return sentences[kind]({
    it: nameOf(subject),
    fromTo: isOne ? ` from ${show(value?.before)} to ${show(value?.after)}` : '',
    before: show(value?.before),
    after: show(value?.after),
    detail: quote(detail ?? ''),
    label: joinAll(languages.map((language) => labels.get(language) ?? language)),
  });
}

function show(value: string | undefined): string {
  return value === undefined ? 'none' : value === '' ? 'an empty text' : quote(value);
}

/** The shortest name of what has changed. */
export function nameOf({ kind, field, entity, page }: Change['subject']): string {
  if (kind === 'sample') return `sample ${quote(field ?? '')}`;
  if (kind === 'shared') return quote(`(${field})`);
  const route = page?.head ?? page?.base;
  return quote(field ?? entity ?? (route === undefined ? 'the site' : `/${route}`));
}

function joinAll(words: readonly string[]): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`;
}
