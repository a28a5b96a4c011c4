// Plans: opening and closing the whole tree, and a button that works once the loss is agreed to.

const WORK_MILLIS = 700;

export function startPlan(htmx) {
  // While a plan is carried out the page waits for its answer: meanwhile it tells what the server is doing.
  document.addEventListener('submit', (event) => {
    const place = event.target.querySelector?.('[data-shows-work]');
    if (!place || event.defaultPrevented || event.submitter?.hasAttribute('formaction')) return;
    const steps = [...event.target.querySelectorAll('[data-work]')];
    let at = 0;
    const tell = () => {
      const seen = steps.findLastIndex((step) => place.querySelector(`[data-work-at="${step.dataset.work}"]`));
      at = Math.max(at, seen);
      showStep(steps, at);
    };
    event.target.querySelector('[data-work-steps]').hidden = false;
    tell();
    const ask = () => htmx.ajax('GET', '/admin/versions/progress', { target: '#schema-progress', swap: 'innerHTML', select: '#schema-progress > *' }).then(tell);
    const timer = setInterval(ask, WORK_MILLIS);
    window.addEventListener('pagehide', () => clearInterval(timer), { once: true });
  });
  window.addEventListener('pageshow', (event) => {
    if (event.persisted) document.querySelectorAll('[data-work-steps]').forEach((list) => { list.hidden = true; });
  });
  document.addEventListener('click', (event) => {
    const button = event.target.closest?.('[data-unfold]');
    if (!button) return;
    const all = [...document.querySelectorAll(`#${CSS.escape(button.dataset.unfold)} > details`)];
    const open = all.some((one) => !one.open);
    all.forEach((one) => { one.open = open; });
    [button.textContent, button.dataset.less] = [button.dataset.less, button.textContent];
  });
  document.querySelectorAll('[data-enables]').forEach(hold);
  document.addEventListener('htmx:afterSettle', () => document.querySelectorAll('[data-enables]').forEach(hold));
}

function showStep(steps, at) {
  steps.forEach((step, index) => {
    step.classList.toggle('hz-step-done', index < at);
    if (index === at) step.setAttribute('aria-current', 'step');
    else step.removeAttribute('aria-current');
  });
}

function hold(box) {
  const button = document.getElementById(box.dataset.enables);
  if (!button || box.dataset.held) return;
  box.dataset.held = 'yes';
  const update = () => { button.disabled = !box.checked; };
  box.addEventListener('change', update);
  update();
}
