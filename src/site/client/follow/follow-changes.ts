// Loaded only by pages of `stele dev`: follows the changes of the site. The server tells when the content has changed;
// this script fetches the page again, changes what differs, and shows findings over the page.

import type { ChangeMessage } from '../../../compiler/model/index.ts';
import { tellNow, tellReason } from './notice.ts';
import { showFindings } from './overlay.ts';
import { showUpdate } from './show-update.ts';

/** The page as the server last sent it. Absent until the first fetch. */
let before: Document | undefined;
let shownPath = location.pathname;
let wanted = document.documentElement.dataset['version'];
let isFetching = false;
let source: EventSource | undefined;

/** Milliseconds in which a switch of the language ends: its address and head follow after the next frame. */
const switchTime = 150;

/** Connects while the page is visible: browsers limit the number of connections to one server. */
function connect(): void {
  if (document.visibilityState === 'hidden') {
    source?.close();
    source = undefined;
  } else if (source === undefined) {
    const root = new URL(document.documentElement.dataset['root'] ?? './', document.baseURI);
    const address = new URL('_stele/changes', root);
    address.searchParams.set('page', location.pathname);
    source = new EventSource(address);
    source.addEventListener('message', ({ data }: MessageEvent<string>) => receive(JSON.parse(data) as ChangeMessage));
  }
}

function receive(message: ChangeMessage): void {
  showFindings(message);
  if (message.reload !== undefined) reload(message.reload);
  else if (message.version !== wanted) {
    wanted = message.version;
    void update();
  }
}

/** Shows the newest form of the page. Changes during the work are shown after it. */
async function update(): Promise<void> {
  if (isFetching) return;
  isFetching = true;
  try {
    for (let shown: string | undefined; shown !== wanted;) {
      shown = wanted;
      const path = location.pathname;
      const page = await fetchPage(path);
      // The language was switched meanwhile: its page is new already.
      if (path !== location.pathname) continue;
      if (page === undefined) return reload('This address has no page any more.');
      const problem = showUpdate(page, path === shownPath ? before : undefined);
      if (problem !== undefined) return reload(problem);
      before = page;
      shownPath = path;
      document.dispatchEvent(new CustomEvent('stele:updated', { detail: shown }));
    }
  } catch (error) {
    // The server has stopped. When it is back, the channel tells its state.
    console.warn(error);
  } finally {
    isFetching = false;
  }
}

/** The page at a path as a document; undefined if there is none. */
async function fetchPage(path: string): Promise<Document | undefined> {
  const response = await fetch(path, { cache: 'no-store', headers: { Accept: 'text/html' } });
  const isPage = response.headers.get('content-type')?.startsWith('text/html');
  if (!response.ok || response.redirected || !isPage) {
    if (response.status >= 500) throw new Error(await response.text());
    return undefined;
  }
  return new DOMParser().parseFromString(await response.text(), 'text/html');
}

/** Remembers the page as the server sent it, so that the next update knows what scripts have changed since. */
async function remember(): Promise<void> {
  const path = location.pathname;
  const page = await fetchPage(path).catch(() => undefined);
  const isCurrent = page?.documentElement.dataset['version'] === document.documentElement.dataset['version'];
  if (!isCurrent || isFetching || path !== location.pathname) return;
  before = page;
  shownPath = path;
}

function reload(reason: string): void {
  tellReason(reason);
  location.reload();
}

tellNow();
connect();
document.addEventListener('visibilitychange', connect);
setTimeout(() => void remember(), 300);
// After a switch of the language: the other page may have been fetched before the last change.
document.addEventListener('stele:swap', () => {
  setTimeout(() => {
    if (isFetching || location.pathname === shownPath) return;
    void (document.documentElement.dataset['version'] === wanted ? remember() : update());
  }, switchTime);
});
