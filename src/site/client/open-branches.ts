// Opens branches of a large section's navigation in place, and fills its levels. Loaded at the first use. The links are
// in the section's file, which is fetched once. If that fails, the branch's own link leads to a page that shows it.

import type { SectionFileLink } from '../../compiler/model/index.ts';
import { shortVerb } from '../components/short-verb.ts';
import { addButtons, openBranch } from './offer-branches.ts';

type Links = readonly SectionFileLink[];

let section: Promise<Links> | undefined;

document.addEventListener(openBranch, (event) => {
  const { detail: item } = event as CustomEvent<HTMLElement>;
  const button = item.querySelector<HTMLButtonElement>(':scope > .opener');
  (button ? toggle(item, button) : fillLevel(item)).catch(() => location.assign(item.querySelector('a')!.href));
});

async function toggle(item: HTMLElement, button: HTMLButtonElement): Promise<void> {
  const list = item.querySelector<HTMLElement>(':scope > ul');
  const isOpen = button.getAttribute('aria-expanded') === 'true';
  if (list) list.hidden = isOpen;
  else {
    const at = item.dataset['at']!;
    const branch = drawLevel(linksAt(await loadSection(), at), at);
    // The button may have been pressed again.
    if (item.querySelector(':scope > ul')) return;
    item.append(branch);
    addButtons(branch);
  }
  button.setAttribute('aria-expanded', String(!isOpen));
}

/** Replaces the placeholder for the rest of a level by its links. Visible links keep their position. */
async function fillLevel(rest: HTMLElement): Promise<void> {
  const { at = '', from = '0', left = '0' } = rest.dataset;
  const links = linksAt(await loadSection(), at);
  const level = drawLevel(links, at);
  const added = [...level.children].slice(Number(from), Number(from) + Number(left));
  const isBefore = from === '0';
  const scroller = rest.closest<HTMLElement>('.navigation')!;
  const mark = (isBefore ? rest.nextElementSibling : rest.previousElementSibling)!;
  const { top } = mark.getBoundingClientRect();
  const hadFocus = rest.contains(document.activeElement);
  const around = rest.parentElement!;
  rest.replaceWith(...added);
  addButtons(around);
  scroller.scrollTop += mark.getBoundingClientRect().top - top;
  const next = isBefore ? added.at(-1) : added[0];
  if (hadFocus) next?.querySelector('a')?.focus({ preventScroll: true });
}

async function loadSection(): Promise<Links> {
  const { root = './' } = document.documentElement.dataset;
  section ??= fetch(root + document.querySelector<HTMLElement>('.tree')!.dataset['file']!).then((response) => {
    if (!response.ok) throw new Error(`${response.url}: ${response.status}`);
    return response.json() as Promise<Links>;
  });
  // After a failure, the next call tries again.
  section.catch(() => (section = undefined));
  return section;
}

/** The links below a place: indexes joined by dots, `''` for the top level. */
function linksAt(links: Links, at: string): Links {
  return at === '' ? links : at.split('.').reduce((level, index) => level[Number(index)]![3], links);
}

function drawLevel(links: Links, at: string): HTMLElement {
  const list = document.createElement('ul');
  list.append(...links.map((link, index) => drawLink(link, at === '' ? String(index) : `${at}.${index}`)));
  return list;
}

/** Draws a link or closed branch, with the same markup as `draw-tree.ts`. */
function drawLink(written: SectionFileLink, at: string): HTMLElement {
  const [title, target, verb, below] = written;
  const item = document.createElement('li');
  const link = document.createElement('a');
  link.href = addressOf(written) ?? '';
  link.append(title);
  if (link.href === location.href.split('#')[0]) link.setAttribute('aria-current', 'page');
  if (verb !== '') {
    const mark = document.createElement('span');
    mark.className = `verb ${verb.toLowerCase()}`;
    mark.append(`${shortVerb(verb)} `);
    link.prepend(mark);
  }
  if (below.length > 0) {
    item.dataset['at'] = at;
    if (target === null) item.className = 'group';
  }
  item.append(link);
  return item;
}

/**
 * Returns the address of a link; for a group, that of its first page. Addresses of pages are relative to the top of the
 * language's tree, so that they stay right after a language switch.
 */
function addressOf([, target, , below]: SectionFileLink): string | undefined {
  if (target === null) return below.map(addressOf).find((address) => address !== undefined);
  if (/^[a-z][a-z\d+.-]*:/i.test(target)) return target;
  const { root = './', tree } = document.documentElement.dataset;
  if (target.startsWith('/')) return root + target.slice(1);
  const top = tree === undefined ? root : root.slice(3) || './';
  return top + (target === '' ? '' : `${target.split('/').map(encodeURIComponent).join('/')}/`);
}
