// The list of options. One option is active; the input names it in `aria-activedescendant`. The keyboard and the
// pointer change the active option.

export class OptionList {
  readonly #input: HTMLInputElement;
  readonly #list: HTMLElement;
  #options: readonly HTMLElement[] = [];
  #active = -1;
  /** Whether the reader has changed the active option. If so, it stays active when more results are added. */
  #isMoved = false;

  constructor(input: HTMLInputElement, list: HTMLElement) {
    this.#input = input;
    this.#list = list;
    list.addEventListener('pointermove', (event) => {
      const option = event.target instanceof Element ? event.target.closest<HTMLElement>('[role=option]') : null;
      if (option === null || option === this.active) return;
      this.#isMoved = true;
      this.#activate(this.#options.indexOf(option), false);
    });
  }

  get active(): HTMLElement | undefined {
    return this.#options[this.#active];
  }

  get count(): number {
    return this.#options.length;
  }

  /**
   * Shows groups of options. The first option is active, unless the reader has moved to one that is still in the list.
   * @param isNew whether the options are the results of a new query
   */
  show(groups: readonly HTMLElement[], isNew: boolean): void {
    const before = this.#isMoved && !isNew ? this.active : undefined;
    this.#list.replaceChildren(...groups);
    this.#options = [...this.#list.querySelectorAll<HTMLElement>('[role=option]')];
    this.#options.forEach((option, i) => (option.id = `-search-option-${i}`));
    this.#input.setAttribute('aria-expanded', String(this.#options.length > 0));
    const kept = before === undefined ? -1 : this.#placeOf(before);
    this.#isMoved = kept >= 0;
    this.#activate(Math.max(kept, 0), false);
    if (isNew) this.#list.parentElement!.scrollTop = 0;
  }

  /** Moves the active option down or up. After the last option follows the first. */
  move(by: 1 | -1): void {
    if (this.#options.length === 0) return;
    this.#isMoved = true;
    this.#activate((this.#active + by + this.#options.length) % this.#options.length, true);
  }

  #activate(index: number, isScrolled: boolean): void {
    this.active?.setAttribute('aria-selected', 'false');
    this.#active = index;
    const { active } = this;
    for (const option of this.#options) if (option !== active) option.setAttribute('aria-selected', 'false');
    active?.setAttribute('aria-selected', 'true');
    if (active) this.#input.setAttribute('aria-activedescendant', active.id);
    else this.#input.removeAttribute('aria-activedescendant');
    if (!isScrolled) return;
    // The title of the first group is above the first option.
    if (index === 0) this.#list.parentElement!.scrollTop = 0;
    else active?.scrollIntoView({ block: 'nearest' });
  }

  /**
   * Index of the option that corresponds to an earlier one: the one with the same address; for an option without an
   * address, the one at the same place. -1 if there is none.
   */
  #placeOf(before: HTMLElement): number {
    const href = before.getAttribute('href');
    if (href === null) return Math.min(this.#active, this.#options.length - 1);
    return this.#options.findIndex((option) => option.getAttribute('href') === href);
  }
}
