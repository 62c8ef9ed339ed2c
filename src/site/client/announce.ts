// Announces visual changes of a page to screen readers.

/** Adds the live region. Some screen readers ignore text that is inserted together with its live region. */
export function addAnnouncer(): HTMLElement {
  const place = document.createElement('p');
  place.className = 'sr-only';
  place.role = 'status';
  document.body.append(place);
  return place;
}

/** Announces a text. Returns a function that clears it, so that the same text can be announced again. */
export function announce(words: string): () => void {
  const place = document.querySelector('body > [role=status]') ?? addAnnouncer();
  place.textContent = words;
  return () => {
    if (place.textContent === words) place.textContent = '';
  };
}
