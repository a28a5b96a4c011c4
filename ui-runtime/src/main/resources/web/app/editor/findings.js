// What the server says of the text: asked a moment after the last key, answers to older texts dropped.

import { setDiagnostics } from '@codemirror/lint';
import { ask } from './server.js';

const DELAY = 250;

export class Findings {
  constructor(editor, parts) {
    this.editor = editor;
    this.parts = parts;
  }

  later(delay = DELAY) {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.check(), delay);
  }

  stop() {
    clearTimeout(this.timer);
    this.request?.abort();
  }

  async check() {
    this.request?.abort();
    const request = (this.request = new AbortController());
    const source = this.editor.text();
    try {
      const found = await ask('check', this.editor.body(), request.signal);
      if (request.signal.aborted || source !== this.editor.text()) return;
      this.show(found);
    } catch (failure) {
      if (failure.name !== 'AbortError') this.parts.type.textContent = this.parts.type.dataset.unreachable;
    }
  }

  show(found) {
    this.found = found;
    const { view } = this.editor;
    const end = view.state.doc.length;
    const marks = found.findings.map((one) => ({
      from: Math.min(one.start, end),
      to: Math.min(Math.max(one.end, one.start), end),
      severity: one.severity === 'error' ? 'error' : 'warning',
      message: one.message,
      actions: one.fix ? [{ name: one.fix.title, apply: () => this.repair(one.fix) }] : [],
    }));
    view.dispatch(setDiagnostics(view.state, marks));
    this.editor.invalid(!found.valid);
    const { type, problems, note, uses } = this.parts;
    type.textContent = found.type ? type.dataset.yields.replace('%s', found.type.label) : found.valid ? '' : type.dataset.wrong;
    type.classList.toggle('hz-bad', !found.valid);
    problems.replaceChildren(...found.findings.map((one) => this.problem(one)));
    note.textContent = found.note ?? '';
    note.hidden = !found.note;
    uses.hidden = !found.inputs.length;
    uses.querySelector('[data-count]').textContent = found.inputs.length || '';
    uses.querySelector('ul').replaceChildren(...found.inputs.map(used));
  }

  /** A problem leads to its place; its repair is one click. */
  problem(one) {
    const item = document.createElement('li');
    item.className = one.severity === 'error' ? 'hz-problem-bad' : 'hz-problem-warn';
    const words = Object.assign(document.createElement('button'), { type: 'button', textContent: one.message, className: 'hz-problem-words' });
    words.addEventListener('click', () => this.editor.select(one.start, one.end));
    item.append(words);
    if (one.fix) {
      const fix = Object.assign(document.createElement('button'), { type: 'button', textContent: one.fix.title, className: 'hz-btn hz-btn-small' });
      fix.addEventListener('click', () => this.repair(one.fix));
      item.append(fix);
    }
    return item;
  }

  repair(fix) {
    const { view } = this.editor;
    view.dispatch({ changes: fix.edits.map((edit) => ({ from: edit.start, to: edit.end, insert: edit.text })), userEvent: 'input.fix' });
    view.focus();
    this.later(0);
  }

  /** Repairs what is wrong at the cursor, else the first thing that can be repaired. */
  repairNearest() {
    const at = this.editor.view.state.selection.main.head;
    const fixes = this.found?.findings.filter((one) => one.fix) ?? [];
    const one = fixes.find((each) => each.start <= at && at <= each.end) ?? fixes[0];
    if (one) this.repair(one.fix);
    return !!one;
  }
}

function used(one) {
  const item = document.createElement('li');
  const path = Object.assign(document.createElement('code'), { textContent: one.path });
  item.append(path, ` ${one.label} · ${one.type}`);
  return item;
}
