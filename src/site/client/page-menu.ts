// The menu of a page: copy it as Markdown, view that, copy its link, or open it in an assistant of the site's list.

import { joinParts, partsAfter } from '../../compiler/text/index.ts';
import { pageMenuStrings as strings } from '../strings/page-menu.ts';
import { announce } from './announce.ts';
import { openPageMenu } from './offer-page-menu.ts';

let menu: HTMLElement | undefined;

document.addEventListener(openPageMenu, ({ target }) => {
  const link = target as HTMLAnchorElement;
  menu?.remove();
  menu = makeMenu(link);
  link.after(menu);
  const { bottom, right } = link.getBoundingClientRect();
  menu.style.top = `${bottom + 6}px`;
  menu.style.right = `${document.documentElement.clientWidth - right}px`;
  menu.showPopover();
  menu.querySelector('button')!.focus();
});

function makeMenu(link: HTMLAnchorElement): HTMLElement {
  const made = document.createElement('div');
  made.popover = 'auto';
  made.className = 'page-menu';
  const add = (words: string, act: () => Promise<string | undefined>): void => {
    const button = document.createElement('button');
    button.type = 'button';
    button.textContent = words;
    button.addEventListener('click', () => {
      act().then(
        (said) => {
          made.hidePopover();
          link.focus();
          if (said !== undefined) setTimeout(announce(said), 1600);
        },
        () => location.assign(link.href),
      );
    });
    made.append(button);
  };
  add(strings.copyPage, async () => {
    await navigator.clipboard.writeText(await readTwin(link.href));
    return strings.pageCopied;
  });
  add(strings.viewPage, () => {
    location.assign(link.href);
    return Promise.resolve(undefined);
  });
  add(strings.copyLink, async () => {
    await navigator.clipboard.writeText(location.href);
    return strings.linkCopied;
  });
  const assistants = JSON.parse(link.dataset['assistants'] ?? '[]') as readonly { title: string; url: string }[];
  for (const { title, url } of assistants) {
    const opens = document.createElement('a');
    opens.textContent = title;
    opens.href = url.replaceAll('{url}', () => encodeURIComponent(link.href));
    opens.target = '_blank';
    opens.rel = 'noopener noreferrer';
    opens.addEventListener('click', () => made.hidePopover());
    made.append(opens);
  }
  return made;
}

/**
 * The page as Markdown, with all its parts.
 * @throws Error if a part cannot be read
 */
async function readTwin(address: string): Promise<string> {
  const first = await readText(address);
  return joinParts(first, await Promise.all(partsAfter(address, first).map(readText)));
}

async function readText(address: string): Promise<string> {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${response.status}`);
  return response.text();
}
