// Moving rows by Alt+arrows and by dragging: both press the row's own buttons, so that one way does the work.

export function startReorder() {
  document.addEventListener('keydown', (event) => {
    if (!event.altKey || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return;
    const row = event.target.closest?.('[data-movable]');
    const button = row?.querySelector(event.key === 'ArrowUp' ? '[data-move="up"]' : '[data-move="down"]');
    if (button && !button.disabled) {
      event.preventDefault();
      button.click();
    }
  });
  let dragged;
  document.addEventListener('dragstart', (event) => {
    dragged = event.target.closest?.('[data-movable]');
    if (dragged) event.dataTransfer.effectAllowed = 'move';
  });
  document.addEventListener('dragover', (event) => {
    const over = event.target.closest?.('[data-movable]');
    if (dragged && over && over.parentElement === dragged.parentElement) {
      event.preventDefault();
      mark(over);
    }
  });
  document.addEventListener('drop', (event) => {
    const over = event.target.closest?.('[data-movable]');
    if (dragged && over && over !== dragged) {
      event.preventDefault();
      const form = dragged.querySelector('form[data-move-form]');
      form.querySelector('[name="before"]').value = over.dataset.movable;
      form.requestSubmit(form.querySelector('[data-move="to"]'));
    }
  });
  document.addEventListener('dragend', () => {
    dragged = undefined;
    mark(null);
  });
}

function mark(row) {
  document.querySelectorAll('.hz-drop').forEach((marked) => marked.classList.remove('hz-drop'));
  row?.classList.add('hz-drop');
}
