// A resolved page → data: its headings, links, code blocks and entities.

import type { Page, ResolvedBlock, ResolvedHeading, ResolvedPage } from '../../compiler/model/index.ts';
import { exportEntity, exportShared } from './export-entity.ts';
import { exportLinks } from './export-links.ts';
import { canonicalOf, originOf, type Places } from './origin.ts';
import type { ReferenceBlock, ReferenceBody, ReferenceHeading, ReferencePage } from './reference-data.ts';

export function exportPage(resolved: ResolvedPage, places: Places): ReferencePage {
  const { page, route, title, titleHeading, headings, languages, entities, shared, blocks } = resolved;
  const { file, description, featureFlag, showNextPage, icon, breadcrumb, externalAssets } = page;
  return {
    route,
    file: file.path,
    title,
    description: description?.value,
    icon: icon?.value,
    breadcrumb: breadcrumb && { title: breadcrumb.title.value, url: breadcrumb.url?.value },
    externalAssets:
      externalAssets.size === 0
        ? undefined
        : Object.fromEntries([...externalAssets].map(([name, { value }]) => [name, value])),
    featureFlag: featureFlag?.value,
    showNextPage,
    // Absent if the page is for all languages.
    languages: languages && [...languages],
    ...(page.isDamaged ? { isDamaged: true } : {}),
    body: exportBody(page, places),
    headings: [...(titleHeading ? [titleHeading] : []), ...headings].map(exportHeading),
    links: exportLinks(resolved, places),
    blocks: blocks.map((block) => exportBlock(block, places)),
    entities: entities.map((entity) => exportEntity(entity, places)),
    shared: shared.map((entity) => exportShared(entity, places)),
  };
}

/** The body as written. A body that could not be parsed is included and marked. */
function exportBody({ file, body }: Page, places: Places): ReferenceBody {
  const { syntax, range, isBroken, tree } = body;
  const text = file.text.slice(range.start, range.end);
  return {
    syntax,
    text,
    ...canonicalOf(tree, text),
    origin: originOf(file, range, places),
    ...(isBroken ? { isBroken: true } : {}),
  };
}

function exportHeading({ level, text, id, path, step, isListed }: ResolvedHeading): ReferenceHeading {
  return { level, text, anchor: id, path: path.join('/'), step, ...(isListed ? {} : { isListed: false }) };
}

function exportBlock({ title, entity, limitedTo, panels, file, range }: ResolvedBlock, places: Places): ReferenceBlock {
  return {
    title,
    entity,
    languages: limitedTo,
    origin: originOf(file, range, places),
    panels: panels.map(({ title: panelTitle, language, stem, region, fence, samples }) => ({
      title: panelTitle,
      language,
      stem,
      region,
      code: fence && { language: fence.language, text: fence.code },
      samples: Object.fromEntries([...samples].map(([id, sample]) => [id, sample.file.path])),
    })),
  };
}
