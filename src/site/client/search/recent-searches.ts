// Searches whose results the reader opened, the latest first. They are stored in this browser only. If storage is
// blocked, there are none.

import { recall, remember } from '../storage.ts';

const maxSearches = 6;

export function recentSearches(): readonly string[] {
  try {
    const kept: unknown = JSON.parse(recall('searches') ?? '[]');
    return Array.isArray(kept) ? kept.filter((entry) => typeof entry === 'string').slice(0, maxSearches) : [];
  } catch {
    // The stored value is not ours.
    return [];
  }
}

export function rememberSearch(query: string): void {
  const text = query.trim().slice(0, 100);
  if (text.length < 2) return;
  const searches = [text, ...recentSearches().filter((entry) => entry !== text)].slice(0, maxSearches);
  remember('searches', JSON.stringify(searches));
}

export function forgetSearches(): void {
  remember('searches', undefined);
}
