// <hz-lookup>: a combobox that looks records up on the server (WAI-ARIA combobox with list autocomplete).

const DELAY = 180;

class Lookup extends HTMLElement {
  connectedCallback() {
    this.input = this.querySelector('[role="combobox"]');
    this.hiddenInput = this.querySelector('[data-value]');
    this.list = this.querySelector('[role="listbox"]');
    this.clearButton = this.querySelector('[data-clear]');
    this.targets = this.querySelector('.hz-lookup-target');
    this.active = -1;
    this.chosenName = this.input.value;
    this.input.addEventListener('input', () => this.later());
    this.input.addEventListener('focus', () => this.search(''));
    this.input.addEventListener('click', () => this.list.hidden && this.search(''));
    this.input.addEventListener('keydown', (event) => this.key(event));
    this.input.addEventListener('blur', () => setTimeout(() => this.leave(), 150));
    this.list.addEventListener('mousedown', (event) => {
      event.preventDefault();
      this.choose(event.target.closest('[data-value]'));
    });
    this.clearButton.addEventListener('click', () => this.clear());
    this.targets?.addEventListener('change', () => this.retarget());
  }

  later() {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.search(this.input.value), DELAY);
  }

  async search(words) {
    const request = (this.request = {});
    try {
      const answer = await this.ask(words);
      if (!answer.ok || request !== this.request || document.activeElement !== this.input) return;
      const parsed = new DOMParser().parseFromString(await answer.text(), 'text/html');
      this.list.replaceChildren(...parsed.querySelectorAll('li'));
      this.options().forEach((option, index) => { option.id = `${this.list.id}-${index}`; });
      this.list.hidden = false;
      this.input.setAttribute('aria-expanded', 'true');
      this.activate(-1);
    } catch {
      this.close();
    }
  }

  /** Where a filter over the form decides what may be chosen, the form goes along. */
  ask(words) {
    const { narrowed, search } = this.input.dataset;
    const query = `?q=${encodeURIComponent(words)}`;
    const { form } = this.hiddenInput;
    if (!narrowed || !form) return fetch(search + query, { headers: { 'HX-Request': 'true' } });
    const address = `${form.getAttribute('action').replace(/\/(new|edit)$/, '')}/candidates/${encodeURIComponent(narrowed)}${query}`;
    return fetch(address, { method: 'POST', headers: { 'HX-Request': 'true' }, body: new URLSearchParams(new FormData(form)) });
  }

  options() {
    return [...this.list.querySelectorAll('[data-value]')];
  }

  activate(index) {
    this.active = index;
    const options = this.options();
    options.forEach((option, i) => option.setAttribute('aria-selected', String(i === index)));
    if (index >= 0) {
      this.input.setAttribute('aria-activedescendant', options[index].id);
      options[index].scrollIntoView({ block: 'nearest' });
    } else {
      this.input.removeAttribute('aria-activedescendant');
    }
  }

  key(event) {
    const count = this.options().length;
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      if (this.list.hidden) this.search(this.input.value === this.chosenName ? '' : this.input.value);
      else if (count) this.activate((this.active + (event.key === 'ArrowDown' ? 1 : this.active < 0 ? 0 : -1) + count) % count);
    } else if (event.key === 'Enter' && !event.ctrlKey && !event.metaKey && !this.list.hidden) {
      event.preventDefault();
      this.choose(this.options()[Math.max(0, this.active)]);
    } else if (event.key === 'Escape' && !this.list.hidden) {
      event.preventDefault();
      event.stopPropagation();
      this.close();
    }
  }

  choose(option) {
    if (!option) return;
    this.set(option.dataset.value, option.dataset.name);
    this.close();
  }

  clear() {
    this.set('', '');
    this.input.focus();
  }

  /** Shows a choice that nobody made here. */
  show(value, name) {
    this.hiddenInput.value = value;
    this.input.value = name;
    this.chosenName = name;
    this.clearButton.hidden = !value;
  }

  set(value, name) {
    this.show(value, name);
    this.hiddenInput.dispatchEvent(new Event('input', { bubbles: true }));
    this.hiddenInput.dispatchEvent(new Event('change', { bubbles: true }));
  }

  /** What was typed but not chosen is no choice: an emptied box means none, anything else falls back to what was chosen. */
  leave() {
    if (this.contains(document.activeElement) && document.activeElement === this.input) return;
    if (this.input.value.trim() === '' && this.hiddenInput.value) this.set('', '');
    else this.input.value = this.chosenName;
    this.close();
  }

  retarget() {
    const chosen = this.targets.selectedOptions[0];
    this.input.dataset.search = chosen.dataset.search;
    this.set('', '');
    this.input.placeholder = chosen.dataset.hint ?? this.input.placeholder;
    this.input.focus();
  }

  close() {
    this.request = null;
    this.list.hidden = true;
    this.input.setAttribute('aria-expanded', 'false');
    this.activate(-1);
  }
}

customElements.define('hz-lookup', Lookup);
