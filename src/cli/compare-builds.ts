// Two built sites → what `stele mcp` tells about their differences. Both are read from the data of their pages.

import type { CompareBuilds, SiteReader } from '../mcp/index.ts';
import type { Reference } from '../outputs/export/index.ts';
import type { ReadSiteFile } from '../sides/index.ts';

interface Build {
  readonly read: ReadSiteFile;
  /** Number of errors that it was built with. */
  readonly errors?: number | undefined;
}

/**
 * Reads both sites at the first call for each language, and keeps only the answers.
 * @param base the other build, by the name that answers give it
 * @param head the build that is served
 */
export function compareBuilds(
  base: Build & { readonly name: string },
  head: Build & { readonly site: SiteReader },
): CompareBuilds {
  const answers = new Map<string | undefined, Promise<string>>();
  return (language) => {
    const known = answers.get(language) ?? describeChanges(base, head, language);
    answers.set(language, known);
    // A host that was away may be back at the next call.
    known.catch(() => answers.delete(language));
    return known;
  };
}

async function describeChanges(
  base: Build & { readonly name: string },
  head: Build & { readonly site: SiteReader },
  language: string | undefined,
): Promise<string> {
  const [{ diffReferences, formatPrettyDiff }, { oneLine }, before, after] = await Promise.all([
    import('../outputs/diff/index.ts'),
    import('../mcp/index.ts'),
    readReference(base, base.name),
    readReference(head, 'this site'),
  ]);
  const diff = diffReferences(before, after, { language });
  const side = { kind: 'site', errors: 0 };
  const text = formatPrettyDiff({ base: { ...side, name: base.name }, head: { ...side, name: 'this site' }, diff });
  const pages = diff.pages
    .filter(({ page }) => page.head !== undefined)
    .map(({ page, title, impact }) => `- ${oneLine(title)} (${impact}): ${head.site.addressOf(page.head!, language)}`);
  return pages.length === 0 ? text : `${text}\nPages:\n${pages.join('\n')}\n`;
}

async function readReference({ read, errors }: Build, name: string): Promise<Reference> {
  const [{ readSiteReference }, { NotFound }] = await Promise.all([
    import('../sides/index.ts'),
    import('../mcp/index.ts'),
  ]);
  const reference = await readSiteReference(read, errors);
  if (reference === undefined)
    throw new NotFound(`${name} has no data of its pages: build it with \`outputs: { json: true }\`.`);
  if (reference === 'damaged')
    throw new NotFound(`The data of the pages of ${name} is damaged, or another version of Stele has written it.`);
  return reference;
}
