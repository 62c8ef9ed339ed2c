// Searches that led somewhere, the last first. Kept in this browser only; where storage is blocked there are none.

import { recall, remember } from '../storage.ts';

const most = 6;

export function recentSearches(): readonly string[] {
  try {
    const kept: unknown = JSON.parse(recall('searches') ?? '[]');
    return Array.isArray(kept) ? kept.filter((entry) => typeof entry === 'string').slice(0, most) : [];
  } catch {
    // Somebody else's value.
    return [];
  }
}

export function rememberSearch(query: string): void {
  const text = query.trim().slice(0, 100);
  if (text.length < 2) return;
  const searches = [text, ...recentSearches().filter((entry) => entry !== text)].slice(0, most);
  remember('searches', JSON.stringify(searches));
}

export function forgetSearches(): void {
  remember('searches', undefined);
}
