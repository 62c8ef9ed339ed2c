// The language of the interface, for scripts, which read it from the page.

export function isGerman(): boolean {
  return /^de\b/i.test(document.documentElement.lang);
}
