// The text of an SVG → the size, shapes and active parts of the picture. A strict XML parser reads it. Nothing is
// loaded.

import sax from 'sax';
import type { SvgPicture, SvgProblem } from '../../model/index.ts';
import type { Range, SourceFile } from '../../source/index.ts';
import { escapePattern } from '../../text/index.ts';
import { declaredEntities } from './doctype.ts';
import { DrawingCost } from './drawing-cost.ts';
import {
  findActiveAttribute,
  findActiveElement,
  findActiveStyle,
  svgOf,
  type SvgAttribute,
  type SvgName,
} from './find-active.ts';
import { IconWriter, type SvgElement } from './icon-writer.ts';
import { readSvgSize } from './svg-size.ts';
import { pictureInstructions, svgNamespace } from './svg-names.ts';

// Paths and embedded pictures are longer than the parser's default limit. The size of the file is limited elsewhere.
(sax as { MAX_BUFFER_LENGTH?: number }).MAX_BUFFER_LENGTH = Number.POSITIVE_INFINITY;

/** Limit of attributes of one tag. */
const maxAttributes = 5000;

/** Limit for the nesting of elements. */
const maxLevels = 256;

/** Limit for the nesting of pictures in the data of pictures. */
const maxPictures = 2;

/** Parses an SVG. Never throws for the content of the file. */
export function parseSvg({ text }: SourceFile): SvgPicture {
  return new SvgReader(text, 0).read();
}

/** Thrown to stop the parser, which otherwise continues after an error. */
const enough = new Error('enough');

type Handlers = Pick<
  sax.SAXParser,
  'onopentag' | 'onclosetag' | 'ontext' | 'oncdata' | 'ondoctype' | 'onprocessinginstruction' | 'onerror'
>;

/** Only the five entities of XML are allowed, since those of HTML are not defined in an SVG. */
const options = { xmlns: true, position: true, strictEntities: true };

class SvgReader {
  readonly #text: string;
  readonly #parser = sax.parser(true, options);
  readonly #icon: IconWriter;
  readonly #cost = new DrawingCost();
  readonly #level: number;
  readonly #open: SvgName[] = [];
  #size: SvgPicture['size'];
  #hasRoot = false;
  #malformed: SvgProblem | undefined;
  #active: SvgProblem | undefined;
  #style = '';
  /** The number of elements that are drawn. Set by `read`. */
  drawn = 0;

  /** @param level the number of pictures that contain this one */
  constructor(text: string, level: number) {
    this.#text = text;
    this.#level = level;
    this.#icon = new IconWriter(text.length);
    const handlers: Handlers = {
      onopentag: (tag) => this.#openTag(tag as sax.QualifiedTag),
      onclosetag: () => this.#closeTag(),
      ontext: (words) => this.#addText(words),
      oncdata: (words) => this.#addText(words),
      ondoctype: (doctype) => this.#readDoctype(doctype),
      onprocessinginstruction: ({ name, body }) => this.#readInstruction(name, body),
      onerror: (error) => this.#fail(problemOf(error), this.#here()),
    };
    Object.assign(this.#parser, handlers);
  }

  read(): SvgPicture {
    this.#limitAttributes();
    try {
      if (this.#malformed === undefined) this.#parser.write(this.#text).close();
      if (!this.#hasRoot) this.#fail('there is no element', this.#here());
    } catch (error) {
      if (error !== enough) throw error;
    }
    const drawn = this.#malformed || this.#active ? 0 : this.#cost.result();
    if (typeof drawn === 'number') this.drawn = drawn;
    else this.#active = drawn;
    const icon = this.#malformed ?? this.#active ?? this.#icon.result();
    return {
      size: this.#size,
      malformed: this.#malformed,
      active: this.#active,
      icon,
    };
  }

  /**
   * Refuses tags with too many attributes, because the parser compares each attribute with all before it. Between two
   * `<` there is at most one tag.
   */
  #limitAttributes(): void {
    let start = 0;
    let count = 0;
    for (let at = 0; at < this.#text.length; at++) {
      const character = this.#text[at];
      if (character === '<') [start, count] = [at, 0];
      else if (character === '=' && ++count > maxAttributes)
        return this.#setMalformed(`a tag has more than ${maxAttributes} attributes`, { start, end: start + 1 });
    }
  }

  #setMalformed(what: string, range: Range): void {
    this.#malformed ??= { what, range };
  }

  /** Marks the file as malformed and stops the parser. */
  #fail(what: string, range: Range): never {
    this.#setMalformed(what, range);
    throw enough;
  }

  #refuse(what: string | undefined, range: Range): void {
    if (what !== undefined) this.#active ??= { what, range };
  }

  /** The last character that was read. */
  #here(): Range {
    const end = Math.min(Math.max(this.#parser.position, 1), Math.max(this.#text.length, 1));
    return { start: end - 1, end };
  }

  #openTag(tag: sax.QualifiedTag): void {
    const attributes = Object.values(tag.attributes) as readonly SvgAttribute[];
    const start = Math.max(this.#parser.startTagPosition - 1, 0);
    const end = this.#parser.position;
    const range = { start, end: Math.min(start + 1 + tag.name.length, this.#text.length) };
    const rangeOf = ({ name }: SvgAttribute): Range => {
      const within = this.#text.slice(start, end).search(new RegExp(`(?<=[\\s"'])${escapePattern(name)}\\s*=`));
      return within < 0 ? range : { start: start + within, end: start + within + name.length };
    };
    const element = { name: tag.name, local: tag.local, prefix: tag.prefix, uri: tag.uri, attributes, range, rangeOf };
    if (!this.#hasRoot) {
      this.#hasRoot = true;
      this.#size = readSvgSize(attributes);
      if (tag.local !== 'svg' || tag.uri !== svgNamespace)
        this.#fail(`its first element is not \`<svg xmlns="${svgNamespace}">\``, range);
    }
    this.#refuse(findActiveElement(element), range);
    for (const attribute of attributes) {
      // Only the first active part is reported, and finding ranges takes time.
      if (this.#active !== undefined) break;
      const what = findActiveAttribute(element, attribute);
      if (what !== undefined) this.#refuse(what, rangeOf(attribute));
    }
    if (this.#open.length >= maxLevels) this.#fail(`it has more than ${maxLevels} levels`, range);
    this.#open.push(element);
    this.#icon.open(element);
    if (this.#active === undefined) this.#cost.open(element, this.#readPictures(element));
  }

  /**
   * Checks the pictures in the data of an element. An active or malformed picture makes this one active.
   * @returns the number of elements that are drawn for them
   */
  #readPictures({ attributes, range, local }: SvgElement): number {
    let drawn = 0;
    for (const { local: name, value } of attributes) {
      const text = local === 'image' && name === 'href' ? svgOf(value) : undefined;
      if (text === undefined) continue;
      if (this.#level >= maxPictures) this.#refuse('pictures inside pictures inside pictures', range);
      else {
        const inner = new SvgReader(text, this.#level + 1);
        const { active, malformed } = inner.read();
        if (active) this.#refuse(`a picture in its data, with ${active.what}`, range);
        else if (malformed) this.#refuse('a picture in its data that cannot be shown', range);
        drawn += inner.drawn;
      }
    }
    return drawn;
  }

  #closeTag(): void {
    const element = this.#open.pop();
    this.#icon.close();
    this.#cost.close();
    if (element?.local === 'style') {
      this.#refuse(findActiveStyle(this.#style), this.#here());
      this.#cost.addSheet(this.#style);
      this.#style = '';
    }
  }

  #addText(words: string): void {
    if (this.#open.at(-1)?.local === 'style') this.#style += words;
  }

  /**
   * Accepts the public document types of SVG, and entities for the addresses of namespaces. Refuses other declarations.
   */
  #readDoctype(doctype: string): void {
    const entities = declaredEntities(doctype);
    if (entities === undefined) this.#refuse('a document type with declarations', this.#here());
    for (const [name, value] of entities ?? []) this.#parser.ENTITIES[name] ??= value;
  }

  /**
   * Accepts instructions of drawing programs, and the XML declaration if its encoding is the one of the file (UTF-8).
   */
  #readInstruction(name: string, body: string): void {
    const encoding = /encoding\s*=\s*["']([^"']*)["']/i.exec(body)?.[1] ?? 'utf-8';
    if (pictureInstructions.has(name)) return;
    if (name.toLowerCase() !== 'xml') this.#refuse(`the instruction \`<?${name}\``, this.#here());
    else if (!/^(?:utf-?8|us-ascii|ascii)$/i.test(encoding))
      this.#fail(`it declares the encoding \`${encoding}\` instead of UTF-8`, this.#here());
  }
}

/** The message of the parser without its place, as the problem of a finding. */
function problemOf(error: Error): string {
  const [line = ''] = error.message.split('\n');
  return `its XML cannot be read (${line.charAt(0).toLowerCase()}${line.slice(1).replaceAll('"', '`')})`;
}
