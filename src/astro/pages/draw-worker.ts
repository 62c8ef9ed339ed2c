// A thread that draws pages: views in, files out.

import { parentPort, workerData } from 'node:worker_threads';
import type { NotFoundView, PageView, SearchRecords, SiteData, TwinSource } from '../../compiler/model/index.ts';
import { isReplaced } from '../../compiler/source/index.ts';
import type { SearchIndexMaker } from '../../outputs/search/index.ts';
import { References, writeDataFiles } from '../../project/index.ts';
import { wordsIn } from '../../site/index.ts';
import { shareDrawing, shareSiteData } from '../site-module.ts';
import { loadTemplates } from '../templates/template-program.ts';
import { PageWriter } from './page-writer.ts';
import {
  askReferences,
  endOfRecords,
  type ThreadMessage,
  type ThreadResult,
  type ThreadSetup,
  type ThreadTask,
} from './draw-pool.ts';

const { site, hasOwnCode, templates, drawing, outDir, programFolder, place, replaced } = workerData as ThreadSetup;

let view: PageView | undefined;
let notFound: NotFoundView | undefined;
// Templates read nothing else while they draw a page.
const shared: Partial<SiteData> = { ...site, viewPage: () => Promise.resolve(view!), viewNotFound: () => notFound! };
shareSiteData(shared as SiteData);
shareDrawing(drawing);
const opening = loadTemplates(templates, programFolder, drawing.assetBase, hasOwnCode);
const writer = new PageWriter(outDir, replaced);

const references = new References(place);
const words = wordsIn(site.lang);
// Loaded while the first thread makes the first views.
const twins = import('../../outputs/markdown/index.ts').then(({ TwinWriter }) => new TwinWriter(site.twinSettings));

async function answer(task: ThreadMessage): Promise<ThreadResult> {
  try {
    if (task === askReferences) return { references: references.list() };
    if (task === endOfRecords) return { search: await writeSearch() };
    if ('records' in task) {
      await addRecords(task.records);
      return {};
    }
    await draw(task);
    return {};
  } catch (error) {
    return { error };
  }
}

/** Makes the search index of the records that have arrived. */
let index: SearchIndexMaker | undefined;

/** The records of a large site are not kept until the last one has arrived. */
async function addRecords(records: SearchRecords): Promise<void> {
  const { SearchIndexMaker } = await import('../../outputs/search/index.ts');
  index ??= new SearchIndexMaker(records);
  index.add(records.pages);
}

async function writeSearch(): Promise<unknown> {
  const { files, kept } = index!.finish();
  index = undefined;
  await writeDataFiles(files, outDir);
  return kept;
}

async function draw({ pages, views, sources, files, ...task }: ThreadTask): Promise<void> {
  const drawPage = await opening;
  notFound = task.notFound;
  for (const [i, page] of pages.entries()) {
    view = views[i];
    writer.write(page.file, await drawPage(page), references);
    if (view !== undefined) await writeTwins(view, sources[i]);
  }
  writer.writeTexts(files);
}

async function writeTwins(of: PageView, source: TwinSource | undefined): Promise<void> {
  if (source === undefined) return;
  const made = (await twins).write(of, source, words);
  writer.writeTexts([...made].filter(([path]) => !isReplaced(path, replaced)));
}

let last = Promise.resolve();
parentPort!.on('message', (task: ThreadMessage) => {
  // One task after the other: `view` is the view of the page that is being drawn.
  last = last.then(async () => {
    const result = await answer(task);
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread has no origin
    parentPort!.postMessage(result);
  });
});
