// How parts keep up with a page whose content is replaced: what they do to it, they do again to what takes its place.
// An event of the document, so that a script that is loaded later hears of it too.

const swapped = 'stele:swap';

/** Id of the element that is replaced when the language is switched. */
export const mainId = '-main';

/** Calls `draw` for the page's content now, and for each content that replaces it. */
export function onMain(draw: (main: HTMLElement) => void): void {
  const drawNow = (): void => {
    const main = document.getElementById(mainId);
    if (main) draw(main);
  };
  document.addEventListener(swapped, drawNow);
  drawNow();
}

/** Tells every part that the page's content is another one. */
export function announceMain(): void {
  document.dispatchEvent(new Event(swapped));
}
