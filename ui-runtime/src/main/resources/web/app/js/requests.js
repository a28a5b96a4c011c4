// What every request of a script carries, and what a reader sees of it.

export const csrf = () => document.body.dataset.csrf ?? '';

/** Shows a short message that goes away by itself. */
export function toast(text, kind = 'bad') {
  const box = document.getElementById('toasts');
  if (!box) return;
  const item = document.createElement('div');
  item.className = `hz-toast hz-toast-${kind}`;
  const words = document.createElement('span');
  words.textContent = text;
  item.append(words);
  box.append(item);
  leaveLater(item);
}

function leaveLater(item) {
  setTimeout(() => item.remove(), 6000);
}

export function startRequests(htmx) {
  const progress = document.getElementById('progress');
  let running = 0;
  const busy = (change) => {
    running = Math.max(0, running + change);
    progress?.classList.toggle('hz-busy', running > 0);
  };
  document.addEventListener('htmx:beforeRequest', () => busy(1));
  document.addEventListener('htmx:afterRequest', () => busy(-1));
  document.addEventListener('htmx:configRequest', (event) => {
    event.detail.headers['X-CSRF-Token'] = csrf();
    const element = event.detail.elt;
    if (element.hasAttribute?.('data-changed')) {
      event.detail.path += `?changed=${encodeURIComponent(element.name.replace(/^v\./, ''))}`;
    }
    // Addresses stay short: what is empty is not said, but a row of the filter builder without a field is still a row.
    if (event.detail.verb === 'get') {
      for (const [name, value] of [...event.detail.formData.entries()]) {
        if (value === '' && !/^c\d/.test(name)) event.detail.formData.delete(name);
      }
    }
  });
  const failed = (event) => {
    const status = event.detail.xhr?.status;
    if (status === 401) location.assign(`/login?next=${encodeURIComponent(location.pathname + location.search)}`);
    else toast(document.body.dataset.failed);
  };
  document.addEventListener('htmx:responseError', failed);
  document.addEventListener('htmx:sendError', failed);
  document.querySelectorAll('#toasts > *').forEach(leaveLater);
  document.addEventListener('click', (event) => {
    event.target.closest?.('[data-dismiss]')?.closest('.hz-toast')?.remove();
  });
  // A full page load is on its way: the thin line tells so.
  window.addEventListener('beforeunload', () => progress?.classList.add('hz-busy'));
  window.addEventListener('pageshow', () => progress?.classList.remove('hz-busy'));
}
