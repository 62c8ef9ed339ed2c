// A search result → the options of the list: symbols and pages in groups. Each option is a link.

import { partsOfName } from '../../../compiler/text/index.ts';
import { searchStrings as strings } from '../../strings/search.ts';
import { element } from './element.ts';
import { makeExcerpt } from './make-excerpt.ts';
import type { FoundPage, FoundSymbol, SearchResult } from './run-search.ts';

/** Number of further names that the option “more” shows. */
const manyNames = 60;

export function drawResult(result: SearchResult): readonly HTMLElement[] {
  const { symbols, allNames, pages, nearest, isPageFirst, label } = result;
  const more = allNames > symbols.length ? [drawMore(symbols.length + manyNames, allNames)] : [];
  const symbolGroup = drawGroup('symbols', strings.symbols, [...drawSymbols(symbols, label), ...more]);
  const pageGroup = drawGroup('pages', strings.pages, pages.map(drawPage));
  const nearGroup = drawGroup('nearest', strings.nearest, drawSymbols(nearest, label));
  const groups = isPageFirst ? [pageGroup, symbolGroup, nearGroup] : [symbolGroup, pageGroup, nearGroup];
  return groups.filter((group) => group !== undefined);
}

/** Recent searches as options, which can be chosen like results. */
export function drawRecent(searches: readonly string[]): readonly HTMLElement[] {
  const options = searches.map((search) =>
    element('div', { role: 'option', class: 'recent', 'data-query': search }, search),
  );
  const group = drawGroup('recent', strings.recent, options);
  return group ? [group] : [];
}

/**
 * The option that shows further names.
 * @param next number of names that are shown after it is chosen
 */
function drawMore(next: number, all: number): HTMLElement {
  return element('div', { role: 'option', class: 'more', 'data-more': String(next) }, strings.moreNames(next, all));
}

/** A line of help. Text between back quotes becomes code. */
export function drawHint(text: string): HTMLElement {
  return element('p', {}, ...text.split('`').map((piece, i) => (i % 2 === 0 ? piece : element('code', {}, piece))));
}

/** The message for a search without hits. */
export function drawNothing({ request, nearest }: SearchResult): readonly HTMLElement[] {
  const nothing = element('p', {}, strings.nothing(request.text));
  return nearest.length > 0 ? [nothing] : [nothing, element('p', { class: 'advice' }, strings.advice)];
}

function drawGroup(name: string, title: string, options: readonly HTMLElement[]): HTMLElement | undefined {
  if (options.length === 0) return undefined;
  const id = `-search-${name}`;
  return element(
    'div',
    { role: 'group', 'aria-labelledby': id },
    element('p', { id, role: 'presentation' }, title),
    ...options,
  );
}

/** Draws symbols. If several have the same name, only the first has a note about the name's spelling. */
function drawSymbols(symbols: readonly FoundSymbol[], label: string): readonly HTMLElement[] {
  const noted = new Set<string>();
  return symbols.map((found) => {
    const { shown } = found.symbol.name;
    const isNoted = noted.has(shown);
    noted.add(shown);
    return drawSymbol(isNoted ? { ...found, otherSpelling: undefined } : found, label);
  });
}

function drawSymbol(
  found: Omit<FoundSymbol, 'otherSpelling'> & { otherSpelling?: string | undefined },
  label: string,
): HTMLElement {
  const { symbol, href, pageTitle, otherSpelling, onlyIn } = found;
  const { name, kind, parent, verb } = symbol;
  const owner = parent && ownerOf(symbol);
  return drawOption(href, [
    element(
      'span',
      { class: 'line' },
      verb !== undefined &&
        name.shown.startsWith('/') &&
        element('span', { class: `verb ${verb.toLowerCase()}` }, verb),
      element('code', {}, ...breakable(name.shown)),
      element(
        'span',
        { class: 'kind' },
        owner === undefined ? strings.kinds[kind] : `${strings.kinds[kind]} ${strings.of} `,
        owner !== undefined && element('code', {}, ...breakable(owner)),
      ),
      element('span', { class: 'place' }, pageTitle),
    ),
    otherSpelling !== undefined &&
      element('span', { class: 'note' }, ...otherSpellingOf(otherSpelling, onlyIn.length > 0 ? '' : label, name.shown)),
    onlyIn.length > 0 && element('span', { class: 'note' }, strings.onlyIn(onlyIn.join(', '))),
  ]);
}

function otherSpellingOf(typed: string, label: string, shown: string): readonly (Node | string)[] {
  const [before = '', after = ''] = strings.youTyped('\0', label).split('\0');
  return [before, element('code', {}, typed), `${after} `, element('code', {}, shown)];
}

/** The names of a row's parents, from the entity down: `Connection › domains`. */
function ownerOf({ parent }: FoundSymbol['symbol']): string {
  const above: string[] = [];
  for (let symbol = parent; symbol; symbol = symbol.parent) above.unshift(symbol.name.shown);
  return above.join(' › ');
}

function drawPage({ href, title, heading, symbol, section, text, marks, onlyIn }: FoundPage): HTMLElement {
  return drawOption(href, [
    element(
      'span',
      { class: 'line' },
      element('span', { class: 'title' }, title),
      heading !== undefined && element('span', { class: 'kind' }, heading),
      heading === undefined && symbol !== undefined && element('code', { class: 'kind' }, ...breakable(symbol)),
      section !== undefined && element('span', { class: 'place' }, section),
    ),
    text !== undefined &&
      text !== '' &&
      element('span', { class: 'excerpt', dir: 'auto' }, ...makeExcerpt(text, marks ?? []).map(drawPiece)),
    onlyIn.length > 0 && element('span', { class: 'note' }, strings.onlyIn(onlyIn.join(', '))),
  ]);
}

function drawPiece({ text, isMarked }: { readonly text: string; readonly isMarked: boolean }): Node | string {
  return isMarked ? element('mark', {}, text) : text;
}

function drawOption(href: string, children: readonly (HTMLElement | false)[]): HTMLElement {
  return element('a', { role: 'option', href, tabindex: '-1' }, ...children);
}

/** A name with line break opportunities between its parts. */
function breakable(name: string): readonly (Node | string)[] {
  return partsOfName(name).flatMap((part, i) => (i === 0 ? [part] : [element('wbr'), part]));
}
