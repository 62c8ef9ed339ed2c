// The options of the list: one of them is active, and the input says which. The keyboard moves it, as does the pointer.

export class OptionList {
  readonly #input: HTMLInputElement;
  readonly #list: HTMLElement;
  #options: readonly HTMLElement[] = [];
  #active = -1;
  /** Whether the reader has moved: then what they are at stays, also when more results come. */
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
   * Shows groups of options. The first is active, unless the reader has moved to one that is still there.
   * @param isNew whether they answer another question than those before
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

  /** Moves down or up, from the last to the first and back. */
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
    // Above the first option stands its group's title.
    if (index === 0) this.#list.parentElement!.scrollTop = 0;
    else active?.scrollIntoView({ block: 'nearest' });
  }

  /** Where an option is that was shown before: the same address, or what stands in the place of one without. */
  #placeOf(before: HTMLElement): number {
    const href = before.getAttribute('href');
    if (href === null) return Math.min(this.#active, this.#options.length - 1);
    return this.#options.findIndex((option) => option.getAttribute('href') === href);
  }
}
