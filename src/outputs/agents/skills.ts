// The resolved model → a skill for assistants for each language, and the index by which they find it: Agent Skills
// Discovery 0.2.0. A skill contains only facts that the site gives.

import type { Language, ResolvedModel, ResolvedPage, Sha256 } from '../../compiler/model/index.ts';
import { skillsFolder, skillsIndexName } from '../../compiler/source/index.ts';
import { writeFrontMatter } from '../markdown/index.ts';
import type { WriteEntry } from './page-entry.ts';
import { writeSkillBody } from './skill-body.ts';
import { listTreeParts, type TreePart } from './site-parts.ts';

/** The schema that the index follows. Clients know the version of the index by this address. */
const schema = 'https://schemas.agentskills.io/discovery/0.2.0/schema.json';

/** Limits of the Agent Skills format. */
const maxName = 64;
const maxDescription = 1024;

/**
 * The index and the skills, by path from the top of the site. A language without entities has no skill; a site
 * without skills has no index.
 */
export function writeSkills(
  resolved: ResolvedModel,
  sha256: Sha256,
  writeEntry: WriteEntry,
): ReadonlyMap<string, string> {
  const files = new Map<string, string>();
  const skills = resolved.site.languages.flatMap((language) => {
    const parts = listEntityPages(resolved, language);
    if (parts.length === 0) return [];
    const name = nameSkill(resolved.site.title, language.id);
    const description = describeSkill(resolved, language);
    const path = `${skillsFolder}/${name}/SKILL.md`;
    const body = writeSkillBody(resolved, language, parts, path, writeEntry);
    const text = `${writeFrontMatter({ name, description })}\n\n${body}`;
    files.set(path, text);
    // The address is relative to the index, so that it also holds in previews and below a path.
    const digest = `sha256:${sha256(text)}`;
    return { name, type: 'skill-md', description, url: `${name}/SKILL.md`, digest };
  });
  if (skills.length > 0) files.set(skillsIndexName, `${JSON.stringify({ $schema: schema, skills }, undefined, 2)}\n`);
  return files;
}

/** The sections with their pages that document an entity of the language. */
function listEntityPages(resolved: ResolvedModel, { id }: Language): readonly TreePart[] {
  const isOfLanguage = ({ entities }: ResolvedPage): boolean => entities.some(({ forms }) => forms.has(id));
  return listTreeParts(resolved, id)
    .map((part) => ({ ...part, pages: part.pages.filter(isOfLanguage) }))
    .filter(({ pages }) => pages.length > 0);
}

/** Words of the title and the id of the language: letters from a to z and digits, joined with single hyphens. */
function nameSkill(title: string, id: string): string {
  const hyphenate = (text: string): string => text.replace(/[^a-z0-9]+/g, '-').replace(/^-|-$/g, '');
  const own = hyphenate(id).slice(0, maxName);
  const words = hyphenate(title.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()) || 'reference';
  const kept = words.slice(0, Math.max(maxName - own.length - 1, 0)).replace(/-$/, '');
  return kept === '' ? own : `${kept}-${own}`;
}

/** What the skill is for, in one line. Assistants put it between tags, so it has no angle brackets. */
function describeSkill({ site }: ResolvedModel, { label, package: known }: Language): string {
  const words = (text: string): string =>
    text
      .replace(/[\p{Cc}\s]+/gu, ' ')
      .replaceAll('<', '‹')
      .replaceAll('>', '›')
      .trim();
  // The name that code imports is what tasks mention.
  const sdk = known === undefined ? '' : `, the package ${words(known.name)}`;
  const use = `Use it to write or review ${words(label)} code that uses ${words(site.title)}${sdk}.`;
  const about = site.description === undefined ? '' : ` ${words(site.description)}`;
  const whole = `Reference of ${words(site.title)} for ${words(label)}. ${use}${about}`;
  return [...whole].slice(0, maxDescription).join('');
}
