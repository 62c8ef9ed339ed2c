// Lines of a shell command → whether the command continues on the next line: an open quote, bracket or here-document,
// or a line that ends with `\` or an operator. Each line is read once, so long commands take linear time.

const openingWords = new Set(['if', 'for', 'while', 'until', 'select', 'case', '{']);
const closingWords = new Set(['fi', 'done', 'esac', '}']);
/** A command begins after these words. */
const leadingWords = new Set(['then', 'do', 'else', 'elif', '!', 'time']);

export class UnfinishedCommand {
  #quote = '';
  #depth = 0;
  readonly #documents: { end: string; mayIndent: boolean }[] = [];

  /** Takes the next line. Returns true if the command continues. */
  takeLine(line: string): boolean {
    const [document] = this.#documents;
    if (document && this.#quote === '') {
      const written = document.mayIndent ? line.replace(/^\t+/, '') : line;
      if (written === document.end) this.#documents.shift();
      return this.#documents.length > 0 || this.#depth > 0;
    }
    const goesOn = this.#scan(line);
    return goesOn || this.#quote !== '' || this.#depth > 0 || this.#documents.length > 0;
  }

  /** Returns true if the end of the line shows that the command continues. */
  #scan(line: string): boolean {
    let mayBeCommand = this.#quote === '';
    for (let at = 0; at < line.length; at++) {
      const character = line[at]!;
      if (character === '\\' && this.#quote !== "'") {
        if (at === line.length - 1) return true;
        at++;
      } else if (this.#quote !== '') {
        if (character === this.#quote) this.#quote = '';
      } else if (character === '#' && (at === 0 || /\s/.test(line[at - 1]!))) {
        return false;
      } else if (/["'`]/.test(character)) {
        this.#quote = character;
        mayBeCommand = false;
      } else if (character === '<' && line.startsWith('<<', at)) {
        at = this.#openDocument(line, at);
      } else if (/[()]/.test(character)) {
        this.#depth = Math.max(0, this.#depth + (character === '(' ? 1 : -1));
        mayBeCommand = true;
      } else if (/[;&|\n]/.test(character)) {
        mayBeCommand = true;
      } else if (/\S/.test(character)) {
        const word = /^[^\s;&|()"'`<>\\]+/.exec(line.slice(at, at + 100))?.[0] ?? character;
        if (mayBeCommand) mayBeCommand = this.#takeWord(word);
        at += word.length - 1;
      }
    }
    return this.#quote === '' && /(?:\||&&)\s*$/.test(line);
  }

  /** Returns true if a command may follow the word. */
  #takeWord(word: string): boolean {
    if (openingWords.has(word)) this.#depth++;
    else if (closingWords.has(word)) this.#depth = Math.max(0, this.#depth - 1);
    return leadingWords.has(word) || word === '{' || word === 'if' || word === 'while' || word === 'until';
  }

  /** Returns the offset of the last character of `<<EOF`. */
  #openDocument(line: string, at: number): number {
    const [whole, dash, , id] = /^<<(-?)\s*(["']?)\\?([\w.-]+)\2/.exec(line.slice(at, at + 200)) ?? [];
    if (whole === undefined) return at + (line.startsWith('<<<', at) ? 2 : 1);
    this.#documents.push({ end: id!, mayIndent: dash === '-' });
    return at + whole.length - 1;
  }
}
