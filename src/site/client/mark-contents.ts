// Marks the current heading in a page's table of contents: the last heading that begins in or above the upper third of
// the window, or at the end of the page the last visible heading.

import { onMain } from './on-main.ts';

/** Starts this part on the page and on each page that replaces it. */
export function markContents(): void {
  let observers: readonly IntersectionObserver[] = [];
  onMain((main) => {
    for (const observer of observers) observer.disconnect();
    const links = [...main.querySelectorAll<HTMLAnchorElement>('.contents a')];
    const anchors = new Set(links.map(({ hash }) => hash));
    const parts = [...anchors].flatMap((hash) => document.getElementById(decodeURIComponent(hash.slice(1))) ?? []);
    const foot = main.querySelector('.page-foot');
    if (parts.length === 0 || foot === null) return;
    const mark = (): void => {
      const current = parts[findCurrent(parts)];
      for (const link of links) {
        const isCurrent = current !== undefined && decodeURIComponent(link.hash.slice(1)) === current.id;
        // Setting an attribute to the value that it has costs a pass over the styles.
        if (isCurrent === link.hasAttribute('aria-current')) continue;
        if (isCurrent) link.setAttribute('aria-current', 'true');
        else link.removeAttribute('aria-current');
      }
    };
    // The current heading can only change when a heading or the foot crosses one of these thresholds.
    const upper = new IntersectionObserver(mark, { rootMargin: '0px 0px -66.6% 0px', threshold: [0, 1] });
    const end = new IntersectionObserver(mark, { threshold: [0, 0.5, 1] });
    for (const part of parts) upper.observe(part);
    end.observe(foot);
    observers = [upper, end];
  });
}

function findCurrent(parts: readonly Element[]): number {
  const isAtEnd = scrollY > 0 && scrollY + innerHeight >= document.documentElement.scrollHeight - 2;
  const line = isAtEnd ? innerHeight : innerHeight / 3;
  return parts.findLastIndex((part) => part.getBoundingClientRect().top <= line);
}
