// Runs parts of the script on the page's content, and again on each content that replaces it. Uses an event of the
// document, so that scripts that are loaded later receive it too.

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

/** Notifies every part that the page's content was replaced. */
export function announceMain(): void {
  document.dispatchEvent(new Event(swapped));
}
