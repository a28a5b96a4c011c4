// Dialogs, drawers, boxes that open and close. Native dialog and popover do the work.

function open(dialog) {
  if (dialog && !dialog.open) dialog.showModal();
}

export function startOverlays() {
  document.querySelectorAll('dialog[data-modal][open]').forEach((dialog) => {
    dialog.close();
    dialog.showModal();
  });
  document.querySelector('[data-focus]')?.focus();
  document.addEventListener('click', (event) => {
    const target = event.target;
    const opener = target.closest?.('[data-open]');
    if (opener) open(document.getElementById(opener.dataset.open));
    const closer = target.closest?.('[data-close]');
    const around = closer?.closest('dialog');
    if (around) {
      event.preventDefault();
      around.close();
    }
    const toggle = target.closest?.('[data-toggle]');
    if (toggle) {
      const box = document.getElementById(toggle.dataset.toggle);
      box.hidden = !box.hidden;
      toggle.setAttribute('aria-expanded', String(!box.hidden));
      if (!box.hidden) box.querySelector('input, select, textarea')?.focus();
    }
    // A click on the backdrop closes what may be closed.
    if (target instanceof HTMLDialogElement && !target.hasAttribute('data-modal')) {
      const box = target.getBoundingClientRect();
      const inside = event.clientX >= box.left && event.clientX <= box.right && event.clientY >= box.top && event.clientY <= box.bottom;
      if (!inside) target.close();
    }
  });
  document.addEventListener('htmx:afterSettle', (event) => {
    if (event.detail.target?.id === 'dialog-body') open(document.getElementById('dialog'));
  });
}
