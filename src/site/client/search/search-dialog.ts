// The open search dialog: queries and filters → results, and moving between them.

import { searchStrings as strings } from '../../strings/search.ts';
import type { SymbolIndex } from '../../../outputs/search/index.ts';
import { drawHint, drawNothing, drawRecent, drawResult } from './draw-results.ts';
import { element } from './element.ts';
import { IndexLoader } from './load-index.ts';
import { OptionList } from './option-list.ts';
import { findReader, type ReaderPlace } from './reader-place.ts';
import { forgetSearches, recentSearches, rememberSearch } from './recent-searches.ts';
import { runSearch, type SearchResult } from './run-search.ts';
import { fillSelect, makeFrame, type SearchFrame } from './search-frame.ts';

/** Number of names that are shown at first. An option of the list shows more. */
const fewNames = 6;

export class SearchDialog {
  readonly #frame: SearchFrame = makeFrame();
  readonly #options = new OptionList(this.#frame.input, this.#frame.list);
  readonly #loader: IndexLoader;
  #reader: ReaderPlace = findReader();
  /** Id of the page's language when the filters were last filled. */
  #own = '';
  /** Number of the latest query. Results of earlier queries are dropped. */
  #latest = 0;
  /** Whether the dialog was closed by opening a result. */
  #isGoing = false;
  #maxNames = fewNames;

  constructor() {
    this.#loader = new IndexLoader(new URL('_search/', this.#reader.top));
    const { dialog, input, language, section, forget, list } = this.#frame;
    document.body.append(dialog);
    input.addEventListener('input', () => {
      this.#maxNames = fewNames;
      void this.#search();
    });
    language.addEventListener('change', () => void this.#search());
    section.addEventListener('change', () => void this.#search());
    forget.addEventListener('click', () => {
      forgetSearches();
      input.focus();
      void this.#search();
    });
    dialog.addEventListener('keydown', (event) => this.#press(event));
    dialog.addEventListener('pointerdown', (event) => {
      if (event.target === dialog) dialog.close();
    });
    dialog.addEventListener('close', () => this.#leave());
    list.addEventListener('click', (event) => this.#click(event));
    // Close the dialog, so that Back does not restore it.
    addEventListener('pagehide', () => dialog.close());
  }

  /** Opens the dialog; closes it if it is open. */
  toggle(): void {
    const { dialog, input } = this.#frame;
    if (dialog.open) {
      dialog.close();
      return;
    }
    this.#isGoing = false;
    this.#reader = findReader();
    dialog.showModal();
    input.select();
    void this.#prepare();
    void this.#search();
  }

  /** Fills the filters. If the page's language has changed, it becomes the chosen one. */
  async #prepare(): Promise<void> {
    const { language = '' } = this.#reader;
    const index = await this.#loader.symbols(this.#reader.language).catch(() => undefined);
    if (index === undefined) return;
    const { language: byLanguage, section: bySection, filters } = this.#frame;
    const chosen = this.#own === language && byLanguage.options.length > 0 ? byLanguage.value : language;
    this.#own = language;
    fillSelect(byLanguage, [...index.file.languages, ['', strings.allLanguages]], chosen);
    fillSelect(bySection, [['-1', strings.allSections], ...sectionsOf(index)], bySection.value);
    byLanguage.hidden = index.file.languages.length < 2;
    bySection.hidden = bySection.options.length < 3;
    filters.classList.add('is-ready');
    if (chosen !== language) void this.#search();
  }

  /** @param isNew false if the query is the same as before, but with more names */
  async #search(isNew = true): Promise<void> {
    const number = ++this.#latest;
    const text = this.#frame.input.value.trim();
    if (text === '') {
      this.#showStart();
      this.#frame.list.ariaBusy = 'false';
      return;
    }
    const { language, section, list } = this.#frame;
    list.ariaBusy = 'true';
    const request = {
      text,
      language: language.options.length > 0 ? language.value : (this.#reader.language ?? ''),
      section: Number(section.value || -1),
      maxNames: this.#maxNames,
    };
    let isFirst = isNew;
    const show = (result: SearchResult): void => {
      if (number === this.#latest) this.#show(result, isFirst);
      isFirst = false;
    };
    const waiting = setTimeout(() => number === this.#latest && this.#announce(strings.loading), 400);
    try {
      show(await runSearch(request, this.#reader, this.#loader, show));
    } catch (error) {
      console.error(error);
      if (number === this.#latest) this.#showFailure();
    } finally {
      clearTimeout(waiting);
      if (number === this.#latest) list.ariaBusy = 'false';
    }
  }

  /** Shows the dialog without a query: recent searches, or hints on queries. */
  #showStart(): void {
    const searches = recentSearches();
    this.#options.show(drawRecent(searches), true);
    this.#frame.forget.hidden = searches.length === 0;
    this.#frame.message.replaceChildren(...(searches.length > 0 ? [] : strings.hints.map(drawHint)));
    this.#announce('');
  }

  #show(result: SearchResult, isNew: boolean): void {
    const { isWhole, elsewhere, symbols, allNames, pages } = result;
    const isEmpty = symbols.length + pages.length === 0;
    // Keep the old results until the new ones are complete.
    if (isEmpty && !isWhole) return;
    this.#frame.forget.hidden = true;
    this.#options.show(drawResult(result), isNew);
    const more = elsewhere > 0 ? [this.#button(strings.elsewhere, () => this.#searchEverywhere())] : [];
    this.#frame.message.replaceChildren(...(isEmpty ? [...drawNothing(result), ...more] : []));
    if (isWhole) this.#announce(strings.count(allNames + pages.length));
  }

  #showFailure(): void {
    this.#options.show([], true);
    const again = this.#button(strings.again, () => {
      void this.#prepare();
      void this.#search();
    });
    this.#frame.message.replaceChildren(element('p', {}, strings.failed), again);
    this.#announce(strings.failed);
  }

  #searchEverywhere(): void {
    const { language, section, input } = this.#frame;
    language.value = '';
    section.value = '-1';
    input.focus();
    void this.#search();
  }

  #button(words: string, onClick: () => void): HTMLElement {
    const button = element('button', { type: 'button', class: 'quiet' }, words);
    button.addEventListener('click', onClick);
    return button;
  }

  #announce(words: string): void {
    if (this.#frame.status.textContent !== words) this.#frame.status.textContent = words;
  }

  #press(event: KeyboardEvent): void {
    if (isComposing(event) || event.target instanceof HTMLSelectElement) return;
    if (event.key === 'Escape') {
      // By default, the first Esc would only empty the search field.
      event.preventDefault();
      this.#frame.dialog.close();
    } else if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      this.#options.move(event.key === 'ArrowDown' ? 1 : -1);
    } else if (event.key === 'Enter' && event.target === this.#frame.input) {
      event.preventDefault();
      const { active } = this.#options;
      if (active instanceof HTMLAnchorElement && (event.ctrlKey || event.metaKey))
        window.open(active.href, '_blank', 'noopener');
      else active?.click();
    }
  }

  #click(event: MouseEvent): void {
    const option = event.target instanceof Element ? event.target.closest<HTMLElement>('[role=option]') : null;
    if (option === null) return;
    const { query } = option.dataset;
    if (query !== undefined) {
      this.#frame.input.value = query;
      this.#frame.input.focus();
      void this.#search();
      return;
    }
    const { more } = option.dataset;
    if (more !== undefined) {
      this.#maxNames = Number(more);
      this.#frame.input.focus();
      void this.#search(false);
      return;
    }
    rememberSearch(this.#frame.input.value);
    // A link that opens in another browser tab keeps the dialog open.
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0) return;
    this.#isGoing = true;
    this.#frame.dialog.close();
    openAround((option as HTMLAnchorElement).hash);
  }

  /** The browser returns the focus to the element that had it before. If there was none, focuses the search button. */
  #leave(): void {
    const { activeElement } = document;
    const isNowhere = activeElement === document.body || this.#frame.dialog.contains(activeElement);
    if (!this.#isGoing && isNowhere) document.querySelector<HTMLElement>('.search-button')?.focus();
  }
}

/**
 * Whether a key belongs to an input method. Safari ends a composition before it reports the key that ends it; that key
 * has the code 229.
 */
function isComposing(event: KeyboardEvent): boolean {
  return event.isComposing || event.keyCode === 229;
}

function sectionsOf({ file: { sections } }: SymbolIndex): readonly (readonly [string, string])[] {
  return sections.map((title, i) => [String(i), title] as const);
}

/** Opens the rows around an anchor of this page. Another page opens its rows itself after loading. */
function openAround(hash: string): void {
  const target = document.getElementById(decodeURIComponent(hash.slice(1)));
  for (let fold = target?.closest('details'); fold; fold = fold.parentElement?.closest('details')) fold.open = true;
}
