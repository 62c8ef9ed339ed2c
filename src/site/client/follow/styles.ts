// The styles of the layer over a page. They use no tokens of the site, whose own styles may replace them.

/** Text of a style sheet. Contrast of text is at least 4.5:1 in both themes. */
export const styles = `
:host { position: fixed; inset: auto 0 0 auto; z-index: 2147483000; display: block; max-width: 100%;
  font: 400 13px/20px system-ui, -apple-system, 'Segoe UI', Roboto, 'Noto Sans', sans-serif; text-align: start;
  letter-spacing: normal; color: light-dark(#16181d, #e9eaed); pointer-events: none; }
:host > * { pointer-events: auto; }
* { box-sizing: border-box; }
h2, p, ol, pre { margin: 0; padding: 0; font: inherit; }
ol { list-style: none; }
.sr-only { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
.findings { display: flex; flex-direction: column; align-items: flex-end; gap: 8px; padding: 12px; }
.panel { order: -1; width: min(560px, 100vw - 24px); max-height: min(60vh, 560px); overflow: auto;
  overscroll-behavior: contain; }
.panel, .count, .notice { background: light-dark(#fff, #15171b); border: 1px solid light-dark(#d5d8de, #33373f);
  border-radius: 8px; box-shadow: 0 4px 20px rgb(0 0 0 / 14%); }
.panel[hidden] { display: none; }
header { position: sticky; top: 0; display: flex; justify-content: space-between; align-items: center;
  padding: 6px 6px 6px 16px; background: inherit; border-bottom: 1px solid light-dark(#e4e6ea, #25282e); }
header { background: light-dark(#fff, #15171b); }
h2 { font-weight: 600; }
button { font: inherit; color: inherit; cursor: pointer; }
.close { width: 32px; height: 32px; font-size: 18px; line-height: 1; background: none; border: 0; border-radius: 6px; }
.close:hover { background: light-dark(#f0f1f4, #202329); }
.count { padding: 5px 12px; }
.count::before { content: ''; display: inline-block; width: 8px; height: 8px; margin-inline-end: 8px;
  border-radius: 50%; background: currentcolor; color: light-dark(#676d78, #8b919c); }
.count.error::before { color: light-dark(#c0281b, #ff8f85); }
.count.warning::before { color: light-dark(#b06a12, #f0b072); }
li { padding: 12px 16px; }
li + li { border-top: 1px solid light-dark(#e4e6ea, #25282e); }
.kind { font-size: 12px; color: light-dark(#5d636e, #a0a6b0); }
.kind b { font-weight: 600; }
b.error { color: light-dark(#b02a1e, #ff8f85); }
b.warning { color: light-dark(#96500a, #f0b072); }
.message { font-weight: 500; overflow-wrap: anywhere; }
.place { overflow-wrap: anywhere; }
a { color: light-dark(#2c5bd0, #8fb0ff); }
pre { margin: 8px 0; padding: 8px 10px; overflow-x: auto; border-radius: 6px;
  background: light-dark(#f6f7f9, #0f1013);
  font: 12px/18px ui-monospace, 'SF Mono', Menlo, Consolas, 'DejaVu Sans Mono', monospace; }
.hint { color: light-dark(#474d58, #abb0ba); overflow-wrap: anywhere; }
.hint::before { content: '→ '; }
:focus-visible { outline: 2px solid light-dark(#2c5bd0, #8fb0ff); outline-offset: 1px; }
pre:focus-visible { outline-offset: -2px; }
.notice { margin: 0 12px 12px; padding: 8px 14px; }
@media print { :host { display: none; } }
@media (forced-colors: active) { .count::before { background: CanvasText; forced-color-adjust: auto; } }
`;
