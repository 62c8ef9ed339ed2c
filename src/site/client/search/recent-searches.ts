// Searches that led somewhere, the last first. Kept in this browser only; where storage is blocked there are none.

const key = 'stele.searches';
const most = 6;

export function recentSearches(): readonly string[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(key) ?? '[]');
    return Array.isArray(kept) ? kept.filter((entry) => typeof entry === 'string').slice(0, most) : [];
  } catch {
    return [];
  }
}

export function rememberSearch(query: string): void {
  const text = query.trim().slice(0, 100);
  if (text.length < 2) return;
  write([text, ...recentSearches().filter((entry) => entry !== text)].slice(0, most));
}

export function forgetSearches(): void {
  write([]);
}

function write(searches: readonly string[]): void {
  try {
    if (searches.length === 0) localStorage.removeItem(key);
    else localStorage.setItem(key, JSON.stringify(searches));
  } catch {
    // Blocked or full: nothing is remembered.
  }
}
