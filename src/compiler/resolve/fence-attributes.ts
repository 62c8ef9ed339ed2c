// Reads the attributes of a code fence: `title="…"`, `language="…"`, `tab="…"`, `lineNumbers`, `{1,3}` (format.md 6.4),
// and the names of other tools for them. Other words have no effect and are reported.

import type { Code } from 'mdast';
import { suggest } from '../text/index.ts';
import { fenceAttribute, fenceNames } from '../format/index.ts';
import type { LineMark, Text } from '../model/index.ts';
import { readFenceInfo, readLineSpans, type CodeMark, type FencePart, type Range } from '../source/index.ts';
import type { BodyContext } from './body-context.ts';
import { rangeIn } from './jsx.ts';

/** Limit of parts that are read. */
const maxParts = 40;

/** The attributes of a fence. */
export interface FenceAttributes {
  /** The name of its language. */
  readonly name?: Text | undefined;
  readonly title?: string | undefined;
  readonly language?: Text | undefined;
  readonly hasNumbers: boolean;
  readonly marks: readonly LineMark[];
}

/** Reads the attributes of a fence and reports unknown ones. */
export function readFence(context: BodyContext, node: Code): FenceAttributes {
  return new FenceReader(context, node).read();
}

class FenceReader {
  readonly #context: BodyContext;
  readonly #lines: number;
  readonly #start: number;
  readonly #info: string;
  readonly #texts = new Map<string, Text>();
  readonly #marks: LineMark[] = [];
  #hasNumbers = false;

  constructor(context: BodyContext, node: Code) {
    const { file } = context.page;
    const { start } = rangeIn(context.page, node);
    const [line, fence] = /^([`~]*)[^\r\n]*/.exec(file.text.slice(start)) as unknown as [string, string];
    this.#context = context;
    this.#lines = node.value.split('\n').length;
    this.#start = start + fence.length;
    // Indented code has no fence.
    this.#info = fence.length < 3 ? '' : line.slice(fence.length);
  }

  read(): FenceAttributes {
    const { language: name, parts } = readFenceInfo(this.#info);
    for (const part of parts.slice(0, maxParts)) this.#readPart(part);
    const title = this.#texts.get('title') ?? this.#texts.get('filename');
    const language = this.#texts.get('language');
    return {
      name: name && { value: name.name, file: this.#context.page.file, range: this.#rangeOf(name) },
      title: title?.value,
      language,
      hasNumbers: this.#hasNumbers,
      marks: this.#marks,
    };
  }

  #rangeOf({ start, end }: Range): Range {
    return { start: this.#start + start, end: this.#start + end };
  }

  #readPart(part: FencePart): void {
    if (part.kind === 'attribute') this.#readAttribute(part);
    else if (part.kind === 'lines') this.#mark('highlight', part.value, part);
    else if (part.kind === 'title') this.#texts.set('title', this.#textOf(part.value, part));
    else if (fenceNames('flag').includes(part.value)) this.#hasNumbers = true;
    else this.#reportWord(part.value, part);
  }

  #readAttribute(part: FencePart & { kind: 'attribute' }): void {
    const { name, value, valueStart, end } = part;
    const known = fenceAttribute(name);
    const at = { start: valueStart, end };
    if (known?.value.kind === 'text') this.#texts.set(name, this.#textOf(value, at));
    else if (known?.value.kind === 'lines') this.#mark(known.value.mark, value, at);
    else if (known?.value.kind === 'flag') {
      if (/^(?:true|1|table|inline|yes|)$/i.test(value)) this.#hasNumbers = true;
      else if (/^\d+$/.test(value)) {
        this.#hasNumbers = true;
        this.#reportUnread(part, 'Write `lineNumbers`: the numbers always begin at 1.');
      }
    } else {
      const place = {
        file: this.#context.page.file,
        range: this.#rangeOf({ start: part.start, end: part.start + name.length }),
      };
      const near = suggest(name, fenceNames());
      this.#context.report('unknown-fence-attribute', place, { name, near });
    }
  }

  #textOf(value: string, at: Range): Text {
    return { value, file: this.#context.page.file, range: this.#rangeOf(at) };
  }

  #mark(mark: CodeMark, value: string, at: Range): void {
    const { file } = this.#context.page;
    const spans = readLineSpans(value);
    const beyond = spans?.find(({ last }) => last > this.#lines);
    if (spans === undefined || beyond) {
      const problem = beyond ? { line: beyond.last, lines: this.#lines } : {};
      this.#context.report('wrong-fence-lines', { file, range: this.#rangeOf(at) }, { text: value, ...problem });
    }
    for (const { first, last } of spans ?? []) this.#marks.push({ mark, first, last: Math.min(last, this.#lines) });
  }

  #reportWord(word: string, at: Range): void {
    const near = suggest(word, ['lineNumbers', 'showLineNumbers']);
    if (near !== undefined) {
      this.#context.report(
        'unknown-fence-attribute',
        { file: this.#context.page.file, range: this.#rangeOf(at) },
        { name: word, near },
      );
    } else if (/^["'/]/.test(word)) {
      this.#reportUnread(
        at,
        'Write the numbers of the lines, as in `{3}`, or end the line with the comment `[!code highlight]`.',
      );
    } else if (/[./]/.test(word.slice(1))) this.#reportUnread(at, `Write \`title="${word}"\`.`);
    else this.#reportUnread(at, 'Remove it.');
  }

  #reportUnread(at: Range, advice: string): void {
    const place = { file: this.#context.page.file, range: this.#rangeOf(at) };
    this.#context.report('unread-fence-word', place, { name: this.#info.slice(at.start, at.end), advice });
  }
}
