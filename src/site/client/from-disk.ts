// A page that is opened from disk (`file:`). There is no host that finds the file of a folder, and browsers load no
// module there. So this classic script makes links lead to files, follows redirects, and removes the button of search.
// Loaded by `before-paint.ts`.

function leadToFiles(): void {
  const { moved } = document.documentElement.dataset;
  for (const link of document.querySelectorAll<HTMLAnchorElement>('a[href]')) {
    if (link.protocol === 'file:' && link.pathname.endsWith('/')) link.pathname += 'index.html';
    if (moved !== undefined) location.replace(link.href.replace(/(#.*)?$/, location.hash || '$1'));
  }
  document.querySelector('.search-button')?.remove();
}

if (document.readyState === 'loading') addEventListener('DOMContentLoaded', leadToFiles);
else leadToFiles();
