// Why a page was loaded again: kept over the reload, and shown for a moment after it.

import { layer } from './layer.ts';

const key = 'stele-dev-reload';
/** Milliseconds that a reason is shown. */
const shownFor = 4000;

/** Keeps the reason of a reload for the page that follows. */
export function tellReason(reason: string): void {
  console.info(`stele dev: ${reason}`);
  sessionStorage.setItem(key, reason);
}

/** Shows the reason of the last reload, if this page was loaded by one. */
export function tellNow(): void {
  const reason = sessionStorage.getItem(key);
  if (reason === null) return;
  sessionStorage.removeItem(key);
  const notice = document.createElement('p');
  notice.className = 'notice';
  notice.role = 'status';
  notice.textContent = `Loaded again: ${reason}`;
  layer().append(notice);
  setTimeout(() => notice.remove(), shownFor);
}
