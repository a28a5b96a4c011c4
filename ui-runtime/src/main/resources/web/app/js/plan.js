// Plans: opening and closing the whole tree, and a button that works once the loss is agreed to.

export function startPlan() {
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

function hold(box) {
  const button = document.getElementById(box.dataset.enables);
  if (!button || box.dataset.held) return;
  box.dataset.held = 'yes';
  const update = () => { button.disabled = !box.checked; };
  box.addEventListener('change', update);
  update();
}
