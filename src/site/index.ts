// Public interface of `site` for other rooms: the words of the interface. Templates are loaded by their paths.

export { wordsIn } from './strings/words-in.ts';
