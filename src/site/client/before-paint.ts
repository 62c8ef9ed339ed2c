// The inline script of every page. Its text is always the same, so that a content security policy needs one hash. Data
// that differs per page is in attributes of <html>. Before the first paint, the script applies the reader's theme, and
// their choice whether nested rows are open; `choose-language.ts` applies their language. If the main script has not
// loaded, this script also remembers a click on a language tab, and adds the anchor to the tab's link. If storage is
// blocked or throws, nothing changes.
//
// A page that is opened from disk (`file:`) gets one more script, `from-disk.ts`. `Document.astro` writes its path in
// place of the word `fromDisk`.
//
// The build turns this file into a string (src/astro/inline-script.ts). It runs alone, so it imports types only. Every
// page contains it, so it is written for few bytes: the choices are read as properties of the storage.

{
  type Key = `stele.${import('./storage.ts').Remembered}`;
  const html = document.documentElement;
  const { dataset } = html;
  if (location.protocol === 'file:') {
    const script = document.createElement('script');
    script.src = `${dataset['root']}fromDisk`;
    document.head.append(script);
  }
  try {
    addEventListener('click', ({ target }) => {
      try {
        const tab = (target as Element).closest<HTMLAnchorElement>('[data-language]');
        if (!tab) return;
        tab.hash = location.hash;
        localStorage['stele.language' satisfies Key] = tab.dataset['language']!;
      } catch {
        // Storage is blocked or full: the link still works.
      }
    });

    type Choices = { readonly [key in Key]?: string };
    const { 'stele.theme': theme, 'stele.rows': rows } = localStorage as Choices;

    if (theme) dataset['theme'] = theme;

    if (rows) {
      const fold = (): void => {
        for (const details of document.querySelectorAll<HTMLDetailsElement>('.rows>li>details'))
          details.open = rows === 'open';
      };
      const observer = new MutationObserver(fold);
      observer.observe(html, { childList: true, subtree: true });
      addEventListener('DOMContentLoaded', () => {
        fold();
        observer.disconnect();
      });
    }
  } catch {
    // Storage is blocked.
  }
}
