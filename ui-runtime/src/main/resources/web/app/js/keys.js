// Keys of lists and records: / searches, arrows walk the rows, Enter opens, e edits.

const typing = (element) => element?.closest?.('input, textarea, select, [contenteditable]');

export function startKeys() {
  document.addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || document.querySelector('dialog[open]')) return;
    if (event.key === '/' && !typing(event.target)) {
      const search = document.getElementById('q');
      if (search) {
        event.preventDefault();
        search.focus();
        search.select();
      }
    } else if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      walk(event);
    } else if (event.key === 'Escape' && event.target.id === 'q') {
      event.target.blur();
    } else if (event.key.length === 1 && !typing(event.target)) {
      document.querySelector(`[data-key="${CSS.escape(event.key)}"]`)?.click();
    }
  });
  // A row is as good as its link.
  document.addEventListener('click', (event) => {
    const row = event.target.closest?.('tr[data-href]');
    if (row && !event.target.closest('a, button, input') && !String(getSelection())) location.assign(row.dataset.href);
  });
}

function walk(event) {
  const links = [...document.querySelectorAll('table[data-rows] [data-row-link]')];
  if (!links.length || (typing(event.target) && event.target.id !== 'q')) return;
  const at = links.indexOf(document.activeElement);
  if (at < 0 && event.target.id !== 'q' && document.activeElement !== document.body && document.activeElement?.id !== 'main') return;
  const next = links[Math.min(links.length - 1, Math.max(0, at + (event.key === 'ArrowDown' ? 1 : -1)))];
  event.preventDefault();
  next.focus();
  next.scrollIntoView({ block: 'nearest' });
}
