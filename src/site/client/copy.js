// Adds a copy button to every code panel. Without it the code is there all the same: it can be selected.

const words = document.documentElement.dataset;

for (const panel of document.querySelectorAll(':not(.no-copy *).code')) {
  const code = panel.querySelector('code');
  const head = panel.querySelector('figcaption');
  if (code === null || head === null || navigator.clipboard === undefined) continue;
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'copy';
  button.textContent = words.copy ?? '';
  button.addEventListener('click', async () => {
    await navigator.clipboard.writeText(code.textContent ?? '');
    button.textContent = words.copied ?? '';
    setTimeout(() => (button.textContent = words.copy ?? ''), 1600);
  });
  head.append(button);
}
