// Files to import are sent as they are, piece by piece, while a bar shows how far they are.
import { csrf } from './requests.js';

export function startLoad() {
  document.querySelectorAll('form[data-upload]').forEach((form) => {
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      const file = form.querySelector('input[type=file]').files[0];
      if (file) send(form, file);
    });
  });
}

function send(form, file) {
  const bar = form.querySelector('[data-bar]');
  const refused = form.querySelector('[data-refused]');
  const button = form.querySelector('button[type=submit]');
  const request = new XMLHttpRequest();
  bar.hidden = false;
  refused.hidden = true;
  button.disabled = true;
  request.upload.addEventListener('progress', (event) => {
    if (event.lengthComputable) bar.value = (100 * event.loaded) / event.total;
  });
  request.addEventListener('loadend', () => {
    button.disabled = false;
    bar.hidden = true;
    if (request.status === 201) {
      const { id } = JSON.parse(request.responseText);
      const object = form.dataset.next;
      location.assign(`/imports/${id}${object ? `?object=${encodeURIComponent(object)}` : ''}`);
    } else {
      refused.hidden = false;
      refused.textContent = reason(request);
      refused.focus();
    }
  });
  request.open('POST', `/api/imports?name=${encodeURIComponent(file.name)}`);
  request.setRequestHeader('Content-Type', 'application/octet-stream');
  request.setRequestHeader('Accept', 'application/json');
  request.setRequestHeader('X-CSRF-Token', csrf());
  request.send(file);
}

function reason(request) {
  try {
    return JSON.parse(request.responseText).detail;
  } catch {
    return document.body.dataset.failed;
  }
}
