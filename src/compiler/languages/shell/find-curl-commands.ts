// Shell code → its curl commands, split into words without a grammar. It is for code that is shown: drawing loads no
// grammar for parsing.

import { holeAt, readPieces } from './read-pieces.ts';
import type { ShellCommand, ShellWord } from './shell-words.ts';

/**
 * Finds the commands, including continued lines. Input from here-documents is left out. As in a shell, only spaces,
 * tabs and line feeds separate words. Other white space, such as a no-break space, is part of a word.
 */
export function findCurlCommands(text: string): readonly ShellCommand[] {
  const commands: ShellCommand[] = [];
  let end = 0;
  for (const { index } of text.matchAll(/(?<![\w./-])curl(?=[ \t\n])/g)) {
    if (index < end) continue;
    const words = cutWords(text, index);
    end = words.at(-1)!.range.end;
    commands.push({ words });
  }
  return commands;
}

/** The words of the command that begins at an offset. */
function cutWords(text: string, start: number): readonly ShellWord[] {
  const words: ShellWord[] = [];
  let isRedirect = false;
  for (let at = start; at < text.length;) {
    const character = text[at]!;
    if (character === ' ' || character === '\t') at++;
    else if (text.startsWith('\\\n', at)) at += 2;
    else if (/[\n;|&()#]/.test(character)) break;
    else if (/[<>]/.test(character)) {
      isRedirect = true;
      at++;
    } else {
      const end = wordEnd(text, at);
      if (!isRedirect) words.push({ range: { start: at, end }, pieces: readPieces(text, at, end, 'bare') });
      isRedirect = false;
      at = end;
    }
  }
  return words;
}

/** Offset after the word that begins at an offset. */
function wordEnd(text: string, start: number): number {
  let quote = '';
  let at = start;
  while (at < text.length) {
    const character = text[at]!;
    const hole = quote === "'" ? undefined : holeAt(text, at, text.length);
    if (hole !== undefined) at = hole;
    else if (character === '\\' && quote !== "'") {
      if (quote === '' && text[at + 1] === '\n') return at;
      at += 2;
    } else {
      if (quote === '' && /[ \t\n;|&()<>]/.test(character)) return at;
      if (quote === '' && /["']/.test(character)) quote = character;
      else if (character === quote) quote = '';
      at++;
    }
  }
  return text.length;
}
