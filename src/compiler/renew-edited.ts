// Pages before and after an edit → their new facts, if no other page reads what has changed.

import { describeFace, type PageFace } from './describe-face.ts';
import type { FileEdit } from './edit-facts.ts';
import { keepsTargets } from './keeps-targets.ts';
import { findReadElsewhere, listPage } from './list-facts.ts';
import type { Entity, PageFacts, ResolvedModel, SiteFacts } from './model/index.ts';

/** A site before and after edits. */
interface SiteChange {
  readonly before: ResolvedModel;
  readonly after: ResolvedModel;
}

/**
 * The new facts of edited pages, by route.
 * @param edits of pages of the site; a page that only shows edited samples, texts or rows has the same text
 * @param hasReaders whether the edits include all pages that may show texts and rows of edited pages
 * @returns `shown elsewhere` if nothing has changed but what such pages show, and they are not included; undefined if
 * something has changed that any other file may read
 */
export function renewEdited(
  facts: SiteFacts,
  { before, after }: SiteChange,
  edits: readonly FileEdit[],
  hasReaders: boolean,
): ReadonlyMap<string, PageFacts> | 'shown elsewhere' | undefined {
  const byPath = new Map(facts.pages.map((page) => [page.path, page]));
  const lasts = edits.map((edit) => byPath.get(edit.after.path)!);
  const compared = new Map<string, readonly number[]>();
  const moved = new Map<string, readonly number[]>();
  for (const [i, edit] of edits.entries()) {
    const last = lasts[i]!;
    const [old, now] = [before, after].map(({ pages }) => pages.get(last.route)!);
    if (!keepsTargets(facts, old!, now!)) return undefined;
    const facesFor = (isRead: (entity: Entity) => boolean) =>
      [before, after].map(({ model, pages }) =>
        describeFace(model.pages.get(last.route)!, pages.get(last.route)!, isRead),
      ) as [PageFace, PageFace];
    const faces = facesFor((entity) => isAmbiguous(facts, entity));
    const ofNames = movePlaces(last.compared, ...faces);
    if (ofNames === undefined) return undefined;
    compared.set(last.path, ofNames);
    const isSame = edit.before === edit.after;
    const ofAll = isSame
      ? last.readElsewhere
      : movePlaces(
          last.readElsewhere,
          ...facesFor((entity) => facts.referenced.has(entity.key.value) || isAmbiguous(facts, entity)),
        );
    if (ofAll !== undefined) moved.set(last.path, ofAll);
  }
  if (!hasReaders && moved.size < edits.length) return 'shown elsewhere';
  const shown = hasReaders
    ? findReadElsewhere(
        lasts.map(({ route }) => after.pages.get(route)!),
        new Map(),
      )
    : undefined;
  const changed = new Map<string, PageFacts>();
  for (const [i, { route, path, stems, readElsewhere }] of lasts.entries()) {
    const ofNames = compared.get(path)!;
    const isSame = edits[i]!.before === edits[i]!.after;
    const places = isSame
      ? readElsewhere
      : shown
        ? [...new Set([...(shown.get(path) ?? []), ...ofNames])]
        : moved.get(path)!;
    const page = listPage(after.pages.get(route)!, places, ofNames);
    // The only block without samples may be gone, which is a finding about the site.
    if (facts.found.has('.') && page.stems.join() !== stems.join()) return undefined;
    changed.set(route, page);
  }
  return changed;
}

/** Whether there are several entities with a key, whose content decides which one a name means. */
function isAmbiguous({ entities }: SiteFacts, { language, key }: Entity): boolean {
  return entities.get(language)?.get(key.value)?.length !== 2;
}

/** The new places of texts; undefined if one of them has changed, or the face has. */
function movePlaces(places: readonly number[], before: PageFace, after: PageFace): readonly number[] | undefined {
  if (before.face !== after.face) return undefined;
  const left = new Set(places);
  const moved: number[] = [];
  for (const [i, text] of before.texts.entries()) {
    if (!left.delete(text.node.range.start)) continue;
    if (text.value !== after.texts[i]!.value) return undefined;
    moved.push(after.texts[i]!.node.range.start);
  }
  return left.size === 0 ? moved : undefined;
}
