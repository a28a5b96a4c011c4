// Tries the formula on a record that somebody chose.

import { ask } from './server.js';

export function trial(editor, box) {
  const chosen = box.querySelector('[data-value]');
  const outcome = box.querySelector('[data-outcome]');
  const say = (words, bad) => {
    outcome.textContent = words;
    outcome.classList.toggle('hz-bad', bad);
  };
  const run = async () => {
    if (!chosen.value) {
      box.querySelector('[role="combobox"]').focus();
      return;
    }
    try {
      const answer = await ask('trial', { ...editor.body(), record: chosen.value });
      say('', answer.failed);
      outcome.append(line(outcome.dataset.resultLabel, answer.value, 'hz-outcome-value'), ...answer.inputs.map((one) => line(one.label, one.value)));
    } catch (failure) {
      say(failure.message || outcome.dataset.wrong, true);
    }
  };
  box.querySelector('[data-run]').addEventListener('click', run);
  chosen.addEventListener('change', () => chosen.value && run());
  // The choice is no part of the form around.
  for (const kind of ['input', 'change']) box.addEventListener(kind, (event) => event.stopPropagation());
}

function line(label, value, css = '') {
  const row = document.createElement('div');
  row.className = css;
  row.append(Object.assign(document.createElement('span'), { textContent: label }), Object.assign(document.createElement('b'), { textContent: value }));
  return row;
}
