// A resolved page → data: its headings, links, code blocks and entities.

import type { LinkTarget, ResolvedBlock, ResolvedHeading, ResolvedPage } from '../model/index.ts';
import { exportEntity, exportShared } from './export-entity.ts';
import { originOf } from './origin.ts';

export function exportPage(resolved: ResolvedPage): object {
  const { page, route, title, titleHeading, headings, languages, entities, blocks } = resolved;
  const { file, description, featureFlag, showNextPage, icon, breadcrumb, externalAssets, body } = page;
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
    syntax: body.syntax,
    // Absent: the page is for all languages.
    languages: languages && [...languages],
    headings: [...(titleHeading ? [titleHeading] : []), ...headings].map(exportHeading),
    links: exportLinks(resolved),
    blocks: blocks.map(exportBlock),
    entities: entities.map(exportEntity),
    shared: exportShared(page),
  };
}

function exportHeading({ level, text, id, path, step }: ResolvedHeading): object {
  return { level, text, anchor: id, path: path.join('/'), step };
}

/** Links of the page's body and of the texts that it shows; each address once per target. */
function exportLinks({ links }: ResolvedPage): readonly object[] {
  return [...links].map(([node, target]) => ({ url: node.url, target: exportTarget(target) }));
}

function exportTarget(target: LinkTarget): object {
  const { kind, ...rest } = target;
  return { kind, ...rest };
}

function exportBlock({ title, entity, limitedTo, panels, file, range }: ResolvedBlock): object {
  return {
    title,
    entity,
    languages: limitedTo,
    origin: originOf(file, range),
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
