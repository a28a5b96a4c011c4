// A form that reacts while it is filled in: the server is asked what rules and conditions make of it, and only what changed is patched. Typing is never disturbed: the field in hand keeps its text and caret, an answer that comes late is dropped.

import { csrf } from './requests.js';

const DELAY = 250;

export function startLive() {
  const form = document.querySelector('form[data-live-href]');
  if (form) new Live(form);
}

class Live {
  constructor(form) {
    this.form = form;
    this.asked = 0;
    this.last = null;
    this.typed = new Map();
    // What was typed since the server was asked: its answer knows nothing of it.
    this.touched = new Set();
    form.addEventListener('input', (event) => this.heard(event, DELAY));
    form.addEventListener('change', (event) => this.heard(event, 0));
    form.addEventListener('submit', () => this.stop());
    // A part that lost its reason while somebody was in it goes when he leaves.
    form.addEventListener('focusout', () => setTimeout(() => this.last && this.sections(this.last), 0));
    // Inputs that were drawn anew by a dependent list know nothing of the last answer.
    document.addEventListener('htmx:oobAfterSwap', (event) => {
      if (form.contains(event.detail.target) && this.last) this.apply(this.last);
    });
  }

  heard(event, delay) {
    if (!event.target.name) return;
    const box = event.target.closest('.hz-field')?.id;
    this.typed.delete(box);
    this.touched.add(box);
    if (event.target.closest('[data-live]')) this.later(delay);
  }

  later(delay) {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.ask(), delay);
  }

  stop() {
    clearTimeout(this.timer);
    this.asked++;
    this.running?.abort();
  }

  /** Everything that was entered, also in parts that are not shown and fields that are locked: the server decides what counts. */
  body() {
    const body = new URLSearchParams();
    for (const input of this.form.elements) {
      const sent = input.name && input.type !== 'submit' && input.type !== 'button' && (input.type !== 'checkbox' || input.checked);
      if (sent) body.append(input.name, input.value);
    }
    return body;
  }

  async ask() {
    const number = ++this.asked;
    this.touched.clear();
    this.running?.abort();
    this.running = new AbortController();
    try {
      const answer = await fetch(this.form.dataset.liveHref, {
        method: 'POST',
        body: this.body(),
        headers: { 'X-CSRF-Token': csrf(), Accept: 'application/json' },
        signal: this.running.signal,
      });
      if (!answer.ok) return;
      const told = await answer.json();
      if (number !== this.asked) return;
      this.last = told;
      this.apply(told);
    } catch {
      // Without an answer the form stays as it is; saving asks again.
    }
  }

  apply(told) {
    this.said = [];
    const again = Object.entries(told.fields).map(([id, state]) => this.field(id, state)).some(Boolean);
    this.form.elements.auto.value = told.auto;
    notes(document.getElementById('form-notes'), told.notes);
    this.sections(told);
    if (this.said.length) document.getElementById('form-told').textContent = this.said.join(' ');
    if (again) this.later(0);
  }

  say(word, name) {
    this.said?.push(this.form.dataset[word].replace('%', name));
  }

  /** True where it brought back something that the server does not know yet. */
  field(id, state) {
    const box = document.getElementById(`${id}-field`);
    if (!box) return false;
    const name = (box.querySelector('.hz-label') ?? box).textContent.trim();
    if ('required' in state) this.require(box, state.required);
    let again = false;
    if ('readOnly' in state) again = this.lock(box, id, state, name);
    if ('value' in state && !this.touched.has(box.id)) this.put(box, id, state);
    if ('html' in state) replaceFixed(box, state.html);
    if (state.notes) {
      notes(document.getElementById(`${id}-notes`), state.notes);
      const wrong = state.notes.some((note) => !note.warning) || !!box.querySelector('.hz-error > span');
      box.classList.toggle('hz-wrong', wrong);
      const input = document.getElementById(id);
      if (wrong) input?.setAttribute('aria-invalid', 'true');
      else input?.removeAttribute('aria-invalid');
    }
    return again;
  }

  require(box, required) {
    const mark = box.querySelector('.hz-needed');
    if (!mark || mark.hidden === !required) return;
    const name = box.querySelector('.hz-label').firstChild.textContent.trim();
    mark.hidden = !required;
    for (const input of box.querySelectorAll('[aria-describedby]')) {
      if (required) input.setAttribute('aria-required', 'true');
      else input.removeAttribute('aria-required');
    }
    if (required) this.say('wordRequired', name);
    else clearError(box);
  }

  lock(box, id, state, name) {
    const locked = box.hasAttribute('data-locked');
    const input = document.getElementById(id);
    if (state.readOnly && 'value' in state && !this.typed.has(box.id) && isPlain(input)) this.typed.set(box.id, input.value);
    for (const control of box.querySelectorAll('input, select, textarea, button')) {
      control.disabled = state.readOnly || control.hasAttribute('data-closed');
    }
    if (locked === state.readOnly) return false;
    box.toggleAttribute('data-locked', state.readOnly);
    this.say(state.readOnly ? 'wordLocked' : 'wordOpen', name);
    const kept = this.typed.get(box.id);
    if (state.readOnly || kept === undefined) return false;
    // What was typed before the lock came is there again.
    this.typed.delete(box.id);
    delete state.value;
    input.value = kept;
    return true;
  }

  put(box, id, state) {
    const lookup = box.querySelector('hz-lookup');
    const input = document.getElementById(id);
    if (!input || (box.contains(document.activeElement) && !state.readOnly)) return;
    if (lookup) {
      const hidden = lookup.querySelector('[data-value]');
      if (hidden.value !== state.value) lookup.show(state.value, state.name);
    } else if (input.type === 'checkbox') {
      input.checked = state.value === 'true';
    } else if (input.value !== state.value) {
      input.value = state.value;
      if (input.tagName === 'SELECT') choose(input, state);
    }
    clearError(box);
  }

  sections(told) {
    for (const section of this.form.querySelectorAll('[data-section]')) {
      const hide = told.hidden.includes(section.dataset.section);
      if (section.hidden === hide || (hide && section.contains(document.activeElement))) continue;
      section.hidden = hide;
      section.querySelector('fieldset').disabled = hide;
      this.say(hide ? 'wordHidden' : 'wordShown', section.querySelector('h2').textContent);
    }
  }
}

function isPlain(input) {
  return input && 'value' in input && input.type !== 'checkbox' && !input.closest('hz-lookup');
}

/** An option that the list no longer offers can still be what a rule gives. */
function choose(select, state) {
  if (select.value !== state.value) {
    select.add(new Option(state.name, state.value));
    select.value = state.value;
  }
  if (select.hasAttribute('data-changed')) select.dispatchEvent(new Event('change', { bubbles: true }));
}

function clearError(box) {
  box.querySelector('.hz-error')?.replaceChildren();
}

function replaceFixed(box, html) {
  const old = box.querySelector('.hz-fixed');
  const made = new DOMParser().parseFromString(html, 'text/html').body.firstElementChild;
  if (old && made && old.innerHTML !== made.innerHTML) old.replaceWith(made);
}

/** Told anew only where it changed, so that nothing is read aloud twice. */
function notes(box, list) {
  const before = box && [...box.children].map((note) => note.textContent).join('\n');
  if (!box || before === list.map((note) => note.text).join('\n')) return;
  box.replaceChildren(...list.map((note) => {
    const line = document.createElement('p');
    line.className = note.warning ? 'hz-note hz-note-warn' : 'hz-note';
    line.textContent = note.text;
    return line;
  }));
}
