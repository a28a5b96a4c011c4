// The editor of a formula, in place of its text area. The area keeps the text, so the form around knows no difference.

import { acceptCompletion, autocompletion, closeBrackets, closeBracketsKeymap, completionKeymap, completionStatus } from '@codemirror/autocomplete';
import { defaultKeymap, history, historyKeymap } from '@codemirror/commands';
import { bracketMatching } from '@codemirror/language';
import { lintKeymap } from '@codemirror/lint';
import { EditorState, Prec } from '@codemirror/state';
import { EditorView, keymap, tooltips } from '@codemirror/view';
import { completion } from './completion.js';
import { Findings } from './findings.js';
import { Help } from './help.js';
import { language } from './language.js';
import { functions, ask } from './server.js';
import { trial } from './trial.js';

const SPELLING = 'hz-formula-spelling';
const chinese = (text) => /\p{Script=Han}/u.test(text.replace(/"[^"]*"/gu, ''));

export class FormulaEditor {
  constructor(element) {
    this.element = element;
    this.area = element.querySelector('textarea');
    this.scope = element.dataset.scope;
    this.form = this.area.form;
    this.build();
  }

  /** The object whose fields count: what the form says now, where that is chosen there. */
  get object() {
    const { object, objectFrom } = this.element.dataset;
    return (objectFrom && this.form?.elements[objectFrom]?.value) || object;
  }

  get referring() {
    return this.element.dataset.referring;
  }

  build() {
    const { element, area } = this;
    const tools = element.querySelector('template').content.cloneNode(true);
    const part = (name) => tools.querySelector(`[data-${name}]`);
    this.parts = { type: part('type'), signature: part('signature'), problems: part('problems'), note: part('note'), adopted: part('adopted'), uses: part('uses') };
    this.findings = new Findings(this, this.parts);
    this.help = new Help(this, part('help'));
    trial(this, part('try'));
    part('functions').addEventListener('click', () => this.openHelp());
    this.spells = [...tools.querySelectorAll('[data-spell]')];
    this.spells.forEach((button) => button.addEventListener('click', () => this.respell(button.dataset.spell)));
    this.box = document.createElement('div');
    this.box.className = 'hz-formula-editor';
    this.view = new EditorView({ state: this.state(area.value), parent: this.box });
    area.before(this.box);
    area.hidden = true;
    element.append(tools);
    this.error = document.getElementById(`${area.id}-error`);
    this.spell(area.value.trim() ? (chinese(area.value) ? 'zh' : 'en') : localStorage.getItem(SPELLING) ?? (document.documentElement.lang === 'en' ? 'en' : 'zh'));
    this.label = element.querySelector('label');
    this.label?.addEventListener('click', () => this.view.focus());
    this.changed = ({ target }) => (this.controls().includes(target.name) || target.name === element.dataset.objectFrom) && this.findings.later(0);
    this.form?.addEventListener('change', this.changed);
    this.given = () => this.take();
    area.addEventListener('hz:set', this.given);
    this.findings.later(0);
  }

  state(doc) {
    const { area } = this;
    return EditorState.create({
      doc,
      extensions: [
        language,
        history(),
        bracketMatching(),
        closeBrackets(),
        autocompletion({ override: [completion(this)], icons: false }),
        EditorView.lineWrapping,
        EditorView.cspNonce.of(document.querySelector('script[nonce]')?.nonce ?? ''),
        EditorView.contentAttributes.of({ 'aria-labelledby': `${area.id}-label`, 'aria-describedby': area.getAttribute('aria-describedby') ?? '', spellcheck: 'false', translate: 'no' }),
        tooltips({ position: 'fixed' }),
        Prec.high(keymap.of([
          { key: 'F1', run: () => this.openHelp() },
          { key: 'Alt-Enter', run: () => this.findings.repairNearest() },
          { key: 'Tab', run: (view) => completionStatus(view.state) === 'active' && acceptCompletion(view) },
          { key: 'Mod-Enter', run: () => this.submit() },
        ])),
        keymap.of([...closeBracketsKeymap, ...completionKeymap, ...lintKeymap, ...historyKeymap, ...defaultKeymap]),
        EditorView.updateListener.of((update) => this.updated(update)),
        EditorView.domEventHandlers({ paste: () => this.adoptLater(), beforeinput: typeOver }),
      ],
    });
  }

  updated(update) {
    if (update.docChanged) {
      this.area.value = this.text();
      this.area.dispatchEvent(new Event('input', { bubbles: true }));
      this.findings.later();
    }
    if (update.focusChanged && !this.view.hasFocus) this.area.dispatchEvent(new Event('change', { bubbles: true }));
    if (update.docChanged || update.selectionSet) this.sign();
  }

  text() {
    return this.view.state.doc.toString();
  }

  /** Another script wrote into the area. */
  take() {
    if (this.area.value !== this.text()) this.replace(this.area.value);
  }

  replace(text) {
    this.view.dispatch({ changes: { from: 0, to: this.view.state.doc.length, insert: text }, userEvent: 'input.replace' });
  }

  controls() {
    return (this.element.dataset.controls ?? '').split(' ').filter(Boolean);
  }

  body() {
    const { dataset } = this.element;
    const body = { object: this.object, purpose: dataset.purpose, scope: this.scope, source: this.text() };
    if (this.referring) body.referring = this.referring;
    if (dataset.result) body.result = dataset.result;
    for (const name of this.controls()) body[name] = this.form?.elements[name]?.value ?? '';
    return body;
  }

  invalid(wrong) {
    const { contentDOM } = this.view;
    if (wrong) contentDOM.setAttribute('aria-invalid', 'true');
    else contentDOM.removeAttribute('aria-invalid');
    // What the server said of the text as it was sent is said by the list now.
    if (this.error) this.error.hidden = true;
  }

  select(start, end) {
    const most = this.view.state.doc.length;
    this.view.dispatch({ selection: { anchor: Math.min(start, most), head: Math.min(end, most) }, scrollIntoView: true });
    this.view.focus();
  }

  spell(language) {
    this.spelling = language;
    this.spells.forEach((button) => button.setAttribute('aria-pressed', String(button.dataset.spell === language)));
  }

  async respell(language) {
    const source = this.text();
    this.spell(language);
    localStorage.setItem(SPELLING, language);
    if (!source.trim()) return;
    const answer = await ask('spelling', { ...this.body(), language });
    if (this.text() === source && answer.source !== source) this.replace(answer.source);
  }

  /** Names of Salesforce become ours once a pasted text stands there; undo brings them back. */
  adoptLater() {
    setTimeout(async () => {
      const source = this.text();
      const answer = await ask('adopt', this.body()).catch(() => null);
      const renamed = Object.entries(answer?.renamed ?? {});
      const { adopted } = this.parts;
      adopted.hidden = !renamed.length;
      if (!renamed.length || this.text() !== source) return;
      this.replace(answer.source);
      adopted.textContent = adopted.dataset.text.replace('%s', renamed.map(([from, to]) => `${from} → ${to}`).join(', '));
    });
    return false;
  }

  insertCall(name) {
    const { from, to } = this.view.state.selection.main;
    const inside = this.view.state.sliceDoc(from, to);
    this.view.dispatch({ changes: { from, to, insert: `${name}(${inside})` }, selection: { anchor: from + name.length + 1 + inside.length }, userEvent: 'input' });
    this.view.focus();
  }

  openHelp() {
    this.help.open(this.callAtCursor() ?? '');
    return true;
  }

  submit() {
    this.form?.requestSubmit(this.form.querySelector('[data-submit], [type="submit"]'));
    return true;
  }

  /** The innermost call around the cursor. */
  callAtCursor() {
    const before = this.view.state.sliceDoc(0, this.view.state.selection.main.head).replace(/"(?:\\.|[^"\\])*"/gu, (text) => ' '.repeat(text.length));
    let depth = 0;
    for (let i = before.length - 1; i >= 0; i--) {
      if (before[i] === ')' || before[i] === '）') depth++;
      else if ((before[i] === '(' || before[i] === '（') && depth-- === 0) {
        return before.slice(0, i).match(/[\p{L}_][\p{L}\p{M}\p{Nd}_]*\s*$/u)?.[0].trim();
      }
    }
    return undefined;
  }

  /** Shows how the call around the cursor is written. */
  async sign() {
    const name = this.callAtCursor()?.toLowerCase();
    const found = name ? (await functions()).find((one) => one.name.toLowerCase() === name || one.alias?.toLowerCase() === name) : null;
    this.parts.signature.textContent = found?.signatures[0] ?? '';
  }

  destroy() {
    this.findings.stop();
    this.form?.removeEventListener('change', this.changed);
    this.area.removeEventListener('hz:set', this.given);
    this.view.destroy();
    this.box.remove();
    this.area.hidden = false;
  }
}

/** Typing over a selection is done here: Chromium would carry its style over as an inline style, which the content policy refuses. */
function typeOver(event, view) {
  const { from, to, empty } = view.state.selection.main;
  if (event.inputType !== 'insertText' || event.isComposing || empty || event.data == null) return false;
  event.preventDefault();
  const insert = () => view.state.update({ ...view.state.replaceSelection(event.data), userEvent: 'input.type', scrollIntoView: true });
  if (!view.state.facet(EditorView.inputHandler).some((handler) => handler(view, from, to, event.data, insert))) view.dispatch(insert());
  return true;
}
