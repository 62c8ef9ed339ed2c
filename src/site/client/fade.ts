// Changes the page with a cross-fade, if the browser supports view transitions, starts them quickly enough, and the
// reader did not ask for reduced motion.

/** Milliseconds that a browser may take to start a fade: about one and a half frames. */
const patience = 25;
/** True after a fade started too late. Later changes are made without a fade. */
let isSlow = false;

/**
 * Applies `update`. Resolves when the update is applied, and rejects with the error that it throws. During a fade, the
 * browser reports every click on the page's root. So a press ends the fade, and the click is dispatched again on the
 * element under it.
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
    addEventListener('click', redirectClick, { capture: true, once: true });
  };
  addEventListener('pointerdown', press, { capture: true, once: true });
  const end = (): void => removeEventListener('pointerdown', press, { capture: true });
  // `ready` rejects if the fade is skipped, which is not an error.
  transition.ready.catch(() => undefined);
  transition.finished.then(end, end);
  await transition.updateCallbackDone;
}

function redirectClick(click: MouseEvent): void {
  if (click.target !== document.documentElement) return;
  click.stopPropagation();
  const pressed = document.elementFromPoint(click.clientX, click.clientY);
  pressed?.closest<HTMLElement>('a, button, summary')?.focus({ preventScroll: true });
  pressed?.dispatchEvent(new MouseEvent('click', click));
}
