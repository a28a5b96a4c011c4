// Before the first paint: a page without a chosen theme takes the device's, now and whenever it changes.
const root = document.documentElement;
if (root.dataset.bsTheme === 'auto') {
  const dark = matchMedia('(prefers-color-scheme: dark)');
  const follow = () => { root.dataset.bsTheme = dark.matches ? 'dark' : 'light'; };
  dark.addEventListener('change', follow);
  follow();
}
