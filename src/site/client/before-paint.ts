// The one inline script. Its text is the same on every page, so that a content security policy needs one hash. Data
// that differs per page is in attributes of <html>. Before the first paint, the script applies the reader's choices:
// the theme, the language (a page without a language in its address redirects to the reader's), and whether nested rows
// are open. If the main script has not loaded, this script also remembers a click on a language tab, and adds the
// anchor to the tab's link. If storage is blocked or throws, nothing changes.
//
// A page that is opened from disk (`file:`) has no host that finds the file of a folder, and browsers load no module
// there. So this script makes its links lead to files, follows redirects, and removes the button of search.
//
// The build turns this file into a string (src/astro/inline-script.ts). It runs alone, so it imports types only.

{
  type Remembered = import('./storage.ts').Remembered;
  const keyOf = (name: Remembered): string => `stele.${name}`;
  const html = document.documentElement;
  const { root, neutral, languages = '', moved } = html.dataset;
  const file = location.protocol === 'file:' ? 'index.html' : '';
  if (file !== '') {
    addEventListener('DOMContentLoaded', () => {
      for (const link of document.querySelectorAll<HTMLAnchorElement>('a[href]')) {
        if (link.protocol === 'file:' && link.pathname.endsWith('/')) link.pathname += file;
        if (moved !== undefined) location.replace(link.href.replace(/(#.*)?$/, location.hash || '$1'));
      }
      document.querySelector('.search-button')?.remove();
    });
  }
  try {
    const recall = (name: Remembered): string | null => localStorage.getItem(keyOf(name));

    addEventListener('click', ({ target }) => {
      const tab = (target as Element).closest<HTMLAnchorElement>('[data-language]');
      if (tab === null) return;
      try {
        tab.hash = location.hash;
        localStorage.setItem(keyOf('language'), tab.dataset['language']!);
      } catch {
        // Storage is blocked or full: the link still works.
      }
    });

    const theme = recall('theme');
    if (theme) html.dataset['theme'] = theme;

    const language = recall('language');
    if (language && neutral !== undefined && languages.split(' ').includes(language))
      location.replace(`${root}${language}/${neutral}${file}${location.search}${location.hash}`);

    const rows = recall('rows');
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
