// What code blocks can do with a script: be copied, and be found by a search of the page in tabs that are not shown.
// Without it the code is there all the same: it can be selected, and tabs work.

const words = document.documentElement.dataset;

for (const panel of document.querySelectorAll(':not(.no-copy *) > .code-panel')) {
  const parts = [...panel.querySelectorAll('code')];
  const side = panel.querySelector('.code-side');
  if (parts.length === 0 || side === null || navigator.clipboard === undefined) continue;
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'copy';
  button.textContent = words.copy ?? '';
  button.setAttribute('aria-live', 'polite');
  button.addEventListener('click', async () => {
    await navigator.clipboard.writeText(parts.map((code) => code.textContent).join('\n'));
    button.textContent = words.copied ?? '';
    setTimeout(() => (button.textContent = words.copy ?? ''), 1600);
  });
  side.append(button);
}

for (const tabs of document.querySelectorAll('.code-tabs')) {
  const inputs = [...tabs.querySelectorAll(':scope > input')];
  const update = () => {
    for (const [i, panel] of tabs.querySelectorAll(':scope > .code-panel').entries()) {
      if (inputs[i]?.checked) panel.removeAttribute('hidden');
      else panel.setAttribute('hidden', 'until-found');
    }
  };
  tabs.addEventListener('change', update);
  tabs.addEventListener('beforematch', (event) => {
    const panel = event.target.closest('.code-panel');
    const input = inputs[[...tabs.querySelectorAll(':scope > .code-panel')].indexOf(panel)];
    if (input) input.checked = true;
    update();
  });
  update();
}
