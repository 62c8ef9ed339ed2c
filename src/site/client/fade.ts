// A change of the page as a cross-fade, where the browser has one, is quick enough for it, and the reader has nothing
// against it.

/** Milliseconds that a browser may take to be ready for a fade: about a frame and a half. */
const patience = 25;
/** Set once a browser was not ready in time: from then on changes are made at once. */
let isSlow = false;

/**
 * Applies `update`; resolves when it is applied, and rejects with what it throws. While a fade goes on the browser takes
 * every click for one on the page's root: a press ends the fade, and its click goes to what lies under it.
 */
export async function changeInFade(update: () => void): Promise<void> {
  const isStill = isSlow || matchMedia('(prefers-reduced-motion: reduce)').matches;
  if (document.startViewTransition === undefined || isStill || document.visibilityState === 'hidden') return update();
  const start = performance.now();
  const transition = document.startViewTransition(() => {
    isSlow = performance.now() - start > patience;
    update();
  });
  const press = (): void => {
    transition.skipTransition();
    addEventListener('click', passOn, { capture: true, once: true });
  };
  addEventListener('pointerdown', press, { capture: true, once: true });
  const end = (): void => removeEventListener('pointerdown', press, { capture: true });
  // A fade that is cut short is no failure.
  transition.ready.catch(() => undefined);
  transition.finished.then(end, end);
  await transition.updateCallbackDone;
}

function passOn(click: MouseEvent): void {
  if (click.target !== document.documentElement) return;
  click.stopPropagation();
  const pressed = document.elementFromPoint(click.clientX, click.clientY);
  pressed?.closest<HTMLElement>('a, button, summary')?.focus({ preventScroll: true });
  pressed?.dispatchEvent(new MouseEvent('click', click));
}
