// Pages whose drawing failed in code of the site: the finding of each, and what is shown in its place.

import type { DrawnPage, ShownPage } from '../astro/index.ts';
import { escapeHtml } from '../compiler/text/index.ts';
import type { Diagnostic } from '../compiler/diagnostics/index.ts';
import type { FindingView } from '../compiler/model/index.ts';
import { LastGoodPages } from './last-good-pages.ts';

/** What happens when a page fails, and when it is drawn again. */
export interface FailureEvents {
  /** The finding for an error of the site's own code on a page. */
  readonly find: (error: unknown, page: string) => Promise<Diagnostic>;
  /** Called when the finding of a page has changed; undefined if the page is drawn again. */
  readonly onChange: (found: Diagnostic | undefined, before: Diagnostic | undefined) => void;
  /** The page that is shown if there is no good form. */
  readonly drawFailure: (found: Diagnostic, page: string) => string;
}

/** The pages of a site with code of its own. */
export class FailedPages {
  readonly #findings = new Map<string, Diagnostic>();
  readonly #lastGood = new LastGoodPages();
  readonly #events: FailureEvents;

  constructor(events: FailureEvents) {
    this.#events = events;
  }

  /** The finding of a page that cannot be drawn, by its path below the top of the site. */
  at(path: string): Diagnostic | undefined {
    return this.#findings.get(path);
  }

  /** Chooses what is shown at a path: the page, its last good form, or a page with the finding. */
  async choose(path: string, drawn: DrawnPage): Promise<ShownPage> {
    if ('html' in drawn) {
      this.#set(path, undefined);
      return { html: this.#lastGood.choose(path, drawn) };
    }
    const found = await this.#events.find(drawn.error, path);
    this.#set(path, found);
    const html = new TextEncoder().encode(this.#events.drawFailure(found, path));
    const shown = this.#lastGood.choose(path, { html, isDamaged: true });
    return shown === html ? { html, status: 500 } : { html: shown };
  }

  #set(path: string, found: Diagnostic | undefined): void {
    const before = this.#findings.get(path);
    if (found === undefined) this.#findings.delete(path);
    else this.#findings.set(path, found);
    if (before === undefined && found === undefined) return;
    if (before?.message === found?.message && before?.range?.start === found?.range?.start) return;
    this.#events.onChange(found, before);
  }
}

/** A page with a finding. It is loaded again after the next change. */
export function drawFailurePage(
  { code, message, place, frame, editor }: FindingView,
  version: string,
  channel: string,
): string {
  const link = editor === undefined ? escapeHtml(place) : `<a href="${escapeHtml(editor)}">${escapeHtml(place)}</a>`;
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>This page cannot be drawn</title>
<style>
:root { color-scheme: light dark; font: 1rem/1.5 system-ui, sans-serif; }
body { max-width: 45rem; margin: 3rem auto; padding: 0 1rem; }
pre { overflow: auto; padding: 1rem; border: 1px solid #8888; border-radius: 6px; }
</style>
<h1>This page cannot be drawn</h1>
<p><b>error</b> ${escapeHtml(code)}</p>
<p>${escapeHtml(message)}</p>
<p>${link}</p>
${frame === undefined ? '' : `<pre tabindex="0">${escapeHtml(frame)}</pre>\n`}
<p>It is loaded again after the next change.</p>
<script>
new EventSource(${inScript(channel)}).onmessage = ({ data }) => {
  if (JSON.parse(data).version !== ${inScript(version)}) location.reload();
};
</script>
`;
}

function inScript(text: string): string {
  return JSON.stringify(text).replaceAll('<', '\\u003c');
}
