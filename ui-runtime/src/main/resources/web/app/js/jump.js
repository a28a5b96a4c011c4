// Ctrl+K: find a page or a record from everywhere.

const DELAY = 180;

export function startJump() {
  const dialog = document.getElementById('jump');
  const input = dialog?.querySelector('[data-jump-input]');
  const results = document.getElementById('jump-results');
  if (!input) return;
  let timer;
  let latest;
  const items = () => [...results.querySelectorAll('[role="option"]')];
  const select = (index) => {
    items().forEach((item, i) => item.setAttribute('aria-selected', String(i === index)));
    const chosen = items()[index];
    if (chosen) {
      input.setAttribute('aria-activedescendant', chosen.id);
      chosen.scrollIntoView({ block: 'nearest' });
    } else {
      input.removeAttribute('aria-activedescendant');
    }
  };
  const search = async () => {
    const request = (latest = {});
    const answer = await fetch(`/jump?q=${encodeURIComponent(input.value)}`, { headers: { 'HX-Request': 'true', 'HX-Target': 'jump-results' } });
    if (!answer.ok || request !== latest) return;
    const parsed = new DOMParser().parseFromString(await answer.text(), 'text/html');
    results.replaceChildren(...parsed.body.children);
    items().forEach((item, index) => { item.id = `jump-${index}`; });
    select(items().length ? 0 : -1);
  };
  input.addEventListener('input', () => {
    clearTimeout(timer);
    timer = setTimeout(search, DELAY);
  });
  input.addEventListener('keydown', (event) => {
    const at = items().findIndex((item) => item.getAttribute('aria-selected') === 'true');
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      const count = items().length;
      if (count) select((at + (event.key === 'ArrowDown' ? 1 : -1) + count) % count);
    } else if (event.key === 'Enter' && items()[at]) {
      event.preventDefault();
      location.assign(items()[at].href);
    }
  });
  dialog.addEventListener('toggle', () => dialog.open && search());
  document.addEventListener('keydown', (event) => {
    if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'k') {
      event.preventDefault();
      if (!dialog.open) dialog.showModal();
      input.focus();
      input.select();
    }
  });
}
