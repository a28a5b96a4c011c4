// The functions of the language in a dialog: searched, read, put into the formula.

import { card } from './completion.js';
import { functions } from './server.js';

export class Help {
  constructor(editor, dialog) {
    this.editor = editor;
    this.dialog = dialog;
    this.search = dialog.querySelector('input');
    this.list = dialog.querySelector('.hz-functions-list');
    this.search.addEventListener('input', (event) => {
      event.stopPropagation();
      this.fill();
    });
    this.search.addEventListener('change', (event) => event.stopPropagation());
    this.search.addEventListener('keydown', (event) => {
      if (event.key === 'Enter') event.preventDefault();
    });
    dialog.addEventListener('close', () => this.editor.view.focus());
  }

  /** @param word the function under the cursor, or empty */
  open(word) {
    this.search.value = word;
    this.fill();
    this.dialog.showModal();
    this.search.focus();
    this.search.select();
  }

  async fill() {
    const wanted = this.search.value.trim().toLowerCase();
    const all = await functions();
    const exact = all.filter((one) => [one.name, one.alias ?? ''].some((name) => name.toLowerCase() === wanted));
    const found = all.filter((one) => !exact.includes(one) && [one.name, one.alias ?? '', one.help].some((text) => text.toLowerCase().includes(wanted)));
    const items = [...exact, ...found].map((one) => this.item(one));
    const none = Object.assign(document.createElement('p'), { className: 'hz-muted', textContent: this.list.dataset.none });
    this.list.replaceChildren(...(items.length ? items : [none]));
  }

  item(one) {
    const item = document.createElement('article');
    const head = document.createElement('header');
    const name = Object.assign(document.createElement('strong'), { textContent: one.alias ? `${one.name} · ${one.alias}` : one.name });
    const insert = Object.assign(document.createElement('button'), { type: 'button', className: 'hz-btn hz-btn-small', textContent: this.list.dataset.insert });
    insert.setAttribute('aria-label', `${this.list.dataset.insert} ${one.name}`);
    insert.addEventListener('click', () => {
      this.dialog.close();
      this.editor.insertCall(this.editor.spelling === 'zh' && one.alias ? one.alias : one.name);
    });
    head.append(name, insert);
    item.append(head, card(one));
    if (one.notSql) {
      item.append(Object.assign(document.createElement('p'), { className: 'hz-muted', textContent: `${this.list.dataset.notSql} ${one.notSql}` }));
    }
    return item;
  }
}
