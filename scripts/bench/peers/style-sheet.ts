// The style sheets of the peers' sites. Both contain the colour that the case `style` changes.

import { languageIds } from '../language-forms.ts';
import { accent } from './cases.ts';

/** Hugo has no look of its own: columns, tables, and tabs made of radio buttons. */
export function writeHugoStyles(): string {
  const others = languageIds.map((id) => `.in-${id}`).join(', ');
  const chosen = languageIds.map((id) => `#choose-${id}:checked ~ article .in-${id}`).join(',\n');
  return `:root { --accent: ${accent}; --line: #d8dce2; }
body { display: grid; grid-template-columns: 18rem 1fr; margin: 0; font: 1rem/1.5 system-ui, sans-serif; }
header { grid-column: 1 / -1; display: flex; flex-wrap: wrap; gap: 1rem; padding: 1rem; }
header, body > nav { border: 0 solid var(--line); border-width: 0 1px 1px 0; }
body > nav { position: sticky; top: 0; height: 100vh; overflow: auto; padding: 1rem; }
main { max-width: 60rem; padding: 1rem 2rem; }
a { color: var(--accent); }
table { border-collapse: collapse; width: 100%; }
th, td { padding: 0.4rem; border: 1px solid var(--line); text-align: left; vertical-align: top; }
pre { padding: 1rem; overflow: auto; }
input[name='language'] { position: absolute; opacity: 0; }
input[name='language'] + label { padding: 0.3rem 0.6rem; cursor: pointer; }
input[name='language']:checked + label { border-bottom: 2px solid var(--accent); }
${others} { display: none; }
${chosen} { display: block; }
`;
}

/** Starlight has a look of its own; the site changes the colour of links. */
export function writeStarlightStyles(): string {
  return `:root {\n  --sl-color-accent: ${accent};\n  --sl-color-text-accent: ${accent};\n}\n`;
}
