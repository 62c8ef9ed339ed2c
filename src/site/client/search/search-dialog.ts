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

/** Names that are shown at first; the list says how many more can be asked for. */
const fewNames = 6;

export class SearchDialog {
  readonly #frame: SearchFrame = makeFrame();
  readonly #options = new OptionList(this.#frame.input, this.#frame.list);
  readonly #loader: IndexLoader;
  #reader: ReaderPlace = findReader();
  /** Language that the filter stood on when the dialog was opened: the page's. */
  #own = '';
  /** Number of the newest query: results of earlier queries are dropped. */
  #latest = 0;
  #isGoing = false;
  #mostNames = fewNames;

  constructor() {
    this.#loader = new IndexLoader(new URL('_search/', this.#reader.top));
    const { dialog, input, language, section, forget, list } = this.#frame;
    document.body.append(dialog);
    input.addEventListener('input', () => {
      this.#mostNames = fewNames;
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

  /** Fills the filters; the page's language is chosen whenever it is another one than before. */
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

  /** @param isOther whether the question is another one than before, and not only asked for more */
  async #search(isOther = true): Promise<void> {
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
      mostNames: this.#mostNames,
    };
    let isFirst = isOther;
    const show = (result: SearchResult): void => {
      if (number === this.#latest) this.#show(result, isFirst);
      isFirst = false;
    };
    const waiting = setTimeout(() => number === this.#latest && this.#say(strings.loading), 400);
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

  /** Before anything is typed: earlier searches, or what may be typed. */
  #showStart(): void {
    const searches = recentSearches();
    this.#options.show(drawRecent(searches), true);
    this.#frame.forget.hidden = searches.length === 0;
    this.#frame.message.replaceChildren(...(searches.length > 0 ? [] : strings.hints.map(drawHint)));
    this.#say('');
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
    if (isWhole) this.#say(strings.count(allNames + pages.length));
  }

  #showFailure(): void {
    this.#options.show([], true);
    const again = this.#button(strings.again, () => {
      void this.#prepare();
      void this.#search();
    });
    this.#frame.message.replaceChildren(element('p', {}, strings.failed), again);
    this.#say(strings.failed);
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

  #say(words: string): void {
    if (this.#frame.status.textContent !== words) this.#frame.status.textContent = words;
  }

  #press(event: KeyboardEvent): void {
    if (isComposing(event) || event.target instanceof HTMLSelectElement) return;
    if (event.key === 'Escape') {
      // A search field empties itself on the first Esc.
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
      this.#mostNames = Number(more);
      this.#frame.input.focus();
      void this.#search(false);
      return;
    }
    rememberSearch(this.#frame.input.value);
    // A link for another tab leaves the search as it is.
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0) return;
    this.#isGoing = true;
    this.#frame.dialog.close();
    openAround((option as HTMLAnchorElement).hash);
  }

  /** Returns the focus to the element that had it before; to the button if there was none. */
  #leave(): void {
    const { activeElement } = document;
    const isNowhere = activeElement === document.body || this.#frame.dialog.contains(activeElement);
    if (!this.#isGoing && isNowhere) document.querySelector<HTMLElement>('.search-button')?.focus();
  }
}

/** Whether a key is for an input method. Safari ends a composition before the key that ends it, which has this code. */
function isComposing(event: KeyboardEvent): boolean {
  return event.isComposing || event.keyCode === 229;
}

function sectionsOf({ file: { sections } }: SymbolIndex): readonly (readonly [string, string])[] {
  return sections.map((title, i) => [String(i), title] as const);
}

/** Opens the rows around an anchor of this page; that of another page opens them itself, on arrival. */
function openAround(hash: string): void {
  const target = document.getElementById(decodeURIComponent(hash.slice(1)));
  for (let fold = target?.closest('details'); fold; fold = fold.parentElement?.closest('details')) fold.open = true;
}
