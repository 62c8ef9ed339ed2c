// What only shows on a page, said to those who do not see it.

/** Adds the place of what is said. It must be there before: words that come with it are not heard everywhere. */
export function addAnnouncer(): HTMLElement {
  const place = document.createElement('p');
  place.className = 'unseen';
  place.role = 'status';
  document.body.append(place);
  return place;
}

/** Says words, and returns what makes them unsaid: the same ones can then be said again. */
export function announce(words: string): () => void {
  const place = document.querySelector('body > [role=status]') ?? addAnnouncer();
  place.textContent = words;
  return () => {
    if (place.textContent === words) place.textContent = '';
  };
}
