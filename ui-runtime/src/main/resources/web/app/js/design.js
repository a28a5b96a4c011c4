// Small helps of the designer: an API name proposed while a label is typed, boxes that depend on a select.

const clean = (text) =>
  text.normalize('NFC').trim().replace(/[^\p{L}\p{Nd}]+/gu, '_').replace(/^[_\p{Nd}]+|_+$/gu, '').slice(0, 60);

export function startDesign() {
  const name = document.querySelector('[data-propose]');
  if (name) propose(name);
  document.querySelectorAll('select[data-shows]').forEach((select) => {
    select.addEventListener('change', () => {
      document.getElementById(select.dataset.shows).hidden = select.value !== '';
    });
  });
}

function propose(name) {
  const zh = document.querySelector('[data-propose-zh]');
  const en = document.querySelector('[data-propose-en]');
  let own = name.value !== '';
  name.addEventListener('input', () => { own = name.value !== ''; });
  const update = () => {
    if (!own) name.value = clean(en.value.toLowerCase()) || clean(zh.value);
  };
  zh.addEventListener('input', update);
  en.addEventListener('input', update);
}
