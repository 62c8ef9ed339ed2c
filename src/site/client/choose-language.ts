// The inline script of pages without a language in their address: before the first paint, it redirects a reader who has
// chosen a language to the page in that language. Other pages do not contain it, so that programs that look for
// redirects find none there. Like `before-paint.ts`, it has the same text everywhere and imports types only.

{
  try {
    const { root, neutral, languages = '' } = document.documentElement.dataset;
    const key = 'stele.language' satisfies `stele.${import('./storage.ts').Remembered}`;
    const language: string | undefined = localStorage[key];
    if (language && languages.split(' ').includes(language)) {
      const file = location.protocol === 'file:' ? 'index.html' : '';
      location.replace(`${root}${language}/${neutral}${file}${location.search}${location.hash}`);
    }
  } catch {
    // Storage is blocked.
  }
}
