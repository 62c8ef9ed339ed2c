// What only shows on a page, said to those who do not see it.

/** Says words, and returns what makes them unsaid: the same ones can then be said again. */
export function say(words: string): () => void {
  const place = document.querySelector('body > [role=status]') ?? addPlace();
  place.textContent = words;
  return () => {
    if (place.textContent === words) place.textContent = '';
  };
}

function addPlace(): HTMLElement {
  const place = document.createElement('p');
  place.className = 'unseen';
  place.role = 'status';
  document.body.append(place);
  return place;
}
