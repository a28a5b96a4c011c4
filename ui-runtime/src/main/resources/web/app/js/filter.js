// The filter builder of lists: Enter applies it, its button knows whether it is open, what is typed in the text counts at once.

export function startFilter() {
  document.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter' || event.defaultPrevented || !event.target.matches?.('#builder input:not([role="combobox"], [type="search"])')) return;
    event.preventDefault();
    document.querySelector('#builder [data-apply]')?.click();
  });
  // A new builder is open, whatever its button said before; the first empty field of a new row is where one goes on.
  document.addEventListener('htmx:afterSettle', (event) => {
    if (event.detail.target?.id !== 'builder' && event.target?.id !== 'builder') return;
    document.querySelector('[data-toggle="builder"]')?.setAttribute('aria-expanded', 'true');
    if (document.activeElement === document.body) {
      const rows = [...document.querySelectorAll('#builder .hz-builder-row')];
      const next = rows.findLast((row) => !row.querySelector('.hz-builder-field').value) ?? rows.at(-1);
      (next?.querySelector('.hz-builder-field') ?? document.querySelector('#builder button[aria-pressed="true"]'))?.focus();
    }
  });
}
