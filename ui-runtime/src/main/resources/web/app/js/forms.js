// Forms: Ctrl+Enter saves, leaving with unsaved input asks, a second click does nothing.

export function startForms() {
  const guarded = document.querySelector('form[data-guard]');
  if (guarded) guard(guarded);
  document.addEventListener('submit', (event) => {
    if (event.defaultPrevented || event.target.method === 'dialog') return;
    if (event.target.dataset.sent) {
      event.preventDefault();
      return;
    }
    if (event.target.method === 'post' && !event.target.hasAttribute('hx-post')) event.target.dataset.sent = 'yes';
  });
  window.addEventListener('pageshow', () => {
    document.querySelectorAll('form[data-sent]').forEach((form) => delete form.dataset.sent);
  });
  document.addEventListener('keydown', (event) => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      const form = event.target.closest?.('form[data-guard]') ?? guarded;
      const button = form?.querySelector('[data-submit]');
      if (button) {
        event.preventDefault();
        form.requestSubmit(button);
      }
    }
  });
  // A link of the summary leads to its input and focuses it.
  document.addEventListener('click', (event) => {
    const link = event.target.closest?.('.hz-summary a[href^="#"]');
    const input = link && document.getElementById(link.getAttribute('href').slice(1));
    if (input) {
      event.preventDefault();
      input.focus();
      input.scrollIntoView({ block: 'center' });
    }
  });
}

function guard(form) {
  let changed = !!form.querySelector('.hz-summary, .hz-merge');
  let leaving = false;
  form.addEventListener('input', () => { changed = true; });
  form.addEventListener('submit', () => { leaving = true; });
  window.addEventListener('beforeunload', (event) => {
    if (changed && !leaving) event.preventDefault();
  });
}
