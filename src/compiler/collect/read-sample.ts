// The file of a sample → the text that readers see, without region markers and exemption, and the text of each region
// (format.md 6.5 and 6.6). A region is the lines between the comments `region NAME` and `endregion`.

import type { Report } from '../diagnostics/index.ts';
import type { CollectedSample, Sample, SampleExemption } from '../model/index.ts';
import { commentSyntaxOf } from '../languages/index.ts';
import type { CommentSyntax, Range } from '../source/index.ts';
import { isLineBreak, trimWhere } from '../text/index.ts';

type SampleText = Pick<CollectedSample, 'text' | 'regions' | 'exemption' | 'isBroken'>;

/**
 * Reads a sample. If its region markers are wrong, reports them and returns no text, because the regions are unknown.
 */
export function readSample(sample: Sample, report: Report): SampleText {
  const comment = commentSyntaxOf(sample.extension);
  const lines = splitLines(sample.file.text);
  if (comment === undefined)
    return {
      text: shownText(
        sample,
        lines.map(({ text }) => text),
      ),
      regions: new Map(),
      isBroken: false,
    };
  const firstLine = lines[fixedFirstLine.test(sample.file.text) ? 1 : 0];
  const exemption = firstLine && readExemption(firstLine, comment);
  const rest = exemption ? lines.filter((line) => line !== firstLine) : lines;
  return { ...splitRegions(sample, rest, comment, report), exemption };
}

/** Lines that must be the first of a file. An exemption follows on the second line. */
const fixedFirstLine = /^(?:#!|<\?(?:php|xml)\b)/;

interface Line {
  readonly text: string;
  /** Offset of its first character in the file. */
  readonly start: number;
}

function splitLines(text: string): readonly Line[] {
  const lines: Line[] = [];
  let start = 0;
  for (const [line] of text.matchAll(/[^\r\n]*(?:\r\n|\r|\n|$)/g)) {
    lines.push({ text: line.replace(/[\r\n]+$/, ''), start });
    start += line.length;
    if (start === text.length && !/[\r\n]$/.test(line)) break;
  }
  return lines;
}

/** The text and place of the comment of a line. Undefined if the line contains anything else. */
function commentIn(
  { text, start }: Line,
  { openings, closing }: CommentSyntax,
): { text: string; range: Range } | undefined {
  const trimmed = text.trim();
  const opening = openings.find((mark) => trimmed.startsWith(mark));
  if (opening === undefined || !trimmed.endsWith(closing) || trimmed.length < opening.length + closing.length)
    return undefined;
  const at = start + text.indexOf(trimmed);
  return {
    text: trimmed.slice(opening.length, trimmed.length - closing.length).trim(),
    range: { start: at, end: at + trimmed.length },
  };
}

function readExemption(line: Line, comment: CommentSyntax): SampleExemption | undefined {
  const found = commentIn(line, comment);
  const match = /^stele-ignore\b\s*([^\s:]*)\s*(?::\s*(.*))?/.exec(found?.text ?? '');
  if (found === undefined || match === null) return undefined;
  const [, code = '', reason = ''] = match;
  return { code, reason: reason.trim(), range: found.range };
}

interface OpenRegion {
  readonly name: string;
  readonly range: Range;
  readonly lines: string[];
}

function splitRegions(sample: Sample, lines: readonly Line[], comment: CommentSyntax, report: Report): SampleText {
  const { file } = sample;
  const shown: string[] = [];
  const open: OpenRegion[] = [];
  const regions = new Map<string, string>();
  let isBroken = false;
  const reportBroken = (
    code: 'repeated-region' | 'stray-endregion' | 'unclosed-region',
    range: Range,
    name: string,
  ): void => {
    report(code, { file, range }, { name });
    isBroken = true;
  };
  for (const line of lines) {
    const marker = commentIn(line, comment);
    const name = marker && /^region\s+([\w.-]+)$/.exec(marker.text)?.[1];
    if (marker && name !== undefined) {
      const isTaken = regions.has(name) || open.some((region) => region.name === name);
      if (isTaken) reportBroken('repeated-region', marker.range, name);
      open.push({ name, range: marker.range, lines: [] });
    } else if (marker && /^endregion\b/.test(marker.text)) {
      const region = open.pop();
      if (region === undefined) reportBroken('stray-endregion', marker.range, '');
      else regions.set(region.name, withoutIndent(region.lines));
    } else {
      shown.push(line.text);
      for (const region of open) region.lines.push(line.text);
    }
  }
  for (const { name, range } of open) reportBroken('unclosed-region', range, name);
  if (isBroken) return { text: '', regions: new Map(), isBroken };
  return { text: shownText(sample, shown), regions, isBroken };
}

/** The text of lines. If the sample is shown as it is, the two share one string, since a site has many samples. */
function shownText({ file }: Sample, lines: readonly string[]): string {
  const text = lines.join('\n');
  return text === file.text ? file.text : text;
}

function withoutIndent(lines: readonly string[]): string {
  const depths = lines.filter((line) => line.trim() !== '').map((line) => /^[ \t]*/.exec(line)![0].length);
  const depth = depths.reduce((min, each) => Math.min(min, each), Number.MAX_SAFE_INTEGER);
  return trimWhere(lines.map((line) => line.slice(Math.min(depth, line.length))).join('\n'), isLineBreak);
}
