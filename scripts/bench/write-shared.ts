// The files of a generated site that do not belong to one entity: configuration, home, navigation, shared parameters.

import { stringify } from 'yaml';
import { fieldKey, languageForms, languageIds, type LanguageId } from './language-forms.ts';
import { capitalise } from './naming.ts';
import type { EntityPlan, SectionPlan } from './plan-site.ts';
import { titleOf } from './write-page.ts';

/** `site.yaml` */
export function writeSiteFile(sections: readonly SectionPlan[]): string {
  return stringify({
    format: 1,
    title: 'Acme API',
    description: 'A made-up product with SDKs in eight languages.',
    url: 'https://docs.example.com/',
    languages: languageIds,
    sections: [
      { title: 'Parameters', path: '/parameters' },
      ...sections.map(({ topic }) => ({ title: capitalise(topic), path: `/${topic}` })),
    ],
  });
}

export function writeHome(sections: readonly SectionPlan[]): string {
  const links = sections.map(({ topic, objects }) => `- [${capitalise(topic)}](/${objects[0]!.route})`);
  const frontmatter = '---\ntitle: Acme API\ndescription: Where to begin.\n---\n';
  return `${frontmatter}\nEvery part of the API has a section of its own.\n\n${links.join('\n')}\n`;
}

/** A section's `_navigation.mdx`. */
export function writeNavigation(section: SectionPlan): string {
  return `---\n${stringify({ title: capitalise(section.topic), links: linksOf(section) })}---\n`;
}

export interface NavigationLink {
  readonly title: string;
  readonly url: string;
  readonly links?: readonly NavigationLink[];
}

/** The links of a section: each object with its methods below. */
export function linksOf({ objects, methods }: SectionPlan): readonly NavigationLink[] {
  return objects.map((object) => {
    const own = methods.filter((method) => method.object === object).map(linkTo);
    return { ...linkTo(object), ...(own.length > 0 ? { links: own } : {}) };
  });
}

function linkTo(entity: EntityPlan): NavigationLink {
  return { title: titleOf(entity), url: `/${entity.route}` };
}

const shared: readonly (readonly [name: string, type: 'string' | 'integer', text: string])[] = [
  ['after', 'string', 'Identifier of the object that the page begins behind. Take it from `list_metadata`.'],
  ['before', 'string', 'Identifier of the object that the page ends in front of. Take it from `list_metadata`.'],
  ['limit', 'integer', 'Most objects on the page: `1` to `100`, `10` where nothing is said.'],
  ['order', 'string', 'Order by the time of creation: `asc` or `desc`.'],
  ['idempotency_key', 'string', 'Any text of your own. A second request with the same key changes nothing.'],
];

/** Descriptions of the shared parameters by group and name. */
export const sharedDescriptions = {
  shared: Object.fromEntries(shared.map(([name, , text]) => [name, text])),
  go: { context: 'Carries deadlines and cancellation.', error: '`nil` where the request succeeded.' },
  dotnet: { cancellation: 'Cancels the request while it is under way.' },
  java: { builder: 'A builder that takes the options one by one.' },
} as const;

/** The page of the parameters that many methods share: entities without an id, referred to by key. */
export function writeParameters(): string {
  const frontmatter = {
    title: 'Shared parameters',
    description: sharedSummary,
    descriptions: sharedDescriptions,
    reference: Object.fromEntries(languageIds.map((language) => [language, sharedIn(language)])),
  };
  return `---\n${stringify(frontmatter, { aliasDuplicateObjects: false })}---\n\n${sharedProse}\n`;
}

export const sharedSummary = 'Parameters that many methods share.';

/** The prose of that page. */
export const sharedProse = 'Methods that give lists are read page by page; methods that write are safe to repeat.';

/** The shared parameters of a language, as items of the format. */
export function sharedIn(language: LanguageId): readonly Readonly<Record<string, unknown>>[] {
  const { scalars } = languageForms[language];
  const entities = shared.map(([name, type]) => ({
    key: fieldKey(language, name),
    optional: true,
    type: scalars[type],
    description: `(shared.${name})`,
  }));
  return [...entities, ...(plumbing[language] ?? [])];
}

/** Additional parameters that calls in a language need. */
const plumbing: Partial<Readonly<Record<LanguageId, readonly Readonly<Record<string, unknown>>[]>>> = {
  go: [
    { key: 'ctx', type: 'context.Context', description: '(go.context)' },
    { key: 'err', type: 'error', description: '(go.error)' },
  ],
  dotnet: [
    { key: 'cancellationToken', optional: true, type: 'CancellationToken', description: '(dotnet.cancellation)' },
  ],
};
