// Packs: a chosen folder becomes a zip in the browser, so that the server knows one way in; and what is on its way says so.

const WANTED = /\.(yaml|csv|md)$/i;
const LARGEST = 8 * 1024 * 1024;

export function startPacks() {
  document.querySelectorAll('[data-pack-form]').forEach(prepare);
  document.addEventListener('submit', (event) => {
    const button = event.submitter;
    const words = event.target.dataset?.busy;
    if (!words || !button || button.hasAttribute('formaction')) return;
    button.setAttribute('aria-busy', 'true');
    button.querySelector('span')?.replaceChildren(words);
  });
}

function prepare(form) {
  const folder = form.querySelector('input[webkitdirectory]');
  const zip = form.querySelector('input[name="pack"]');
  const error = form.querySelector('[data-pack-error]');
  form.querySelectorAll('[data-needs-script]').forEach((part) => { part.hidden = false; });
  folder.addEventListener('change', async () => {
    error.textContent = form.dataset.reading;
    const files = [...folder.files].filter((file) => WANTED.test(file.name) && !/(^|\/)\./.test(file.webkitRelativePath));
    if (files.reduce((sum, file) => sum + file.size, 0) > LARGEST) {
      error.textContent = form.dataset.tooLarge;
      return;
    }
    const chosen = new DataTransfer();
    chosen.items.add(new File([await zipped(files)], 'pack.zip', { type: 'application/zip' }));
    zip.files = chosen.files;
    error.textContent = '';
  });
  zip.addEventListener('change', () => { folder.value = ''; });
}

/** The files as a zip without compression. */
async function zipped(files) {
  const parts = [];
  const central = [];
  let offset = 0;
  for (const file of files) {
    const name = new TextEncoder().encode(file.webkitRelativePath || file.name);
    const content = new Uint8Array(await file.arrayBuffer());
    const facts = [20, 0x0800, 0, 0, 0x21];
    const sizes = [crc32(content), content.length, content.length];
    const local = record([[0x04034b50, 4], ...facts.map((fact) => [fact, 2]), ...sizes.map((size) => [size, 4]), [name.length, 2], [0, 2]]);
    central.push(record([[0x02014b50, 4], [20, 2], ...facts.map((fact) => [fact, 2]), ...sizes.map((size) => [size, 4]), [name.length, 2], [0, 2], [0, 2], [0, 2], [0, 2], [0, 4], [offset, 4]]), name);
    parts.push(local, name, content);
    offset += local.length + name.length + content.length;
  }
  const size = central.reduce((sum, part) => sum + part.length, 0);
  const end = record([[0x06054b50, 4], [0, 2], [0, 2], [files.length, 2], [files.length, 2], [size, 4], [offset, 4], [0, 2]]);
  return new Blob([...parts, ...central, end]);
}

/** Numbers of so many bytes, lowest first. */
function record(numbers) {
  const bytes = [];
  for (const [value, length] of numbers) {
    for (let i = 0; i < length; i++) bytes.push(Math.floor(value / 2 ** (8 * i)) % 256);
  }
  return new Uint8Array(bytes);
}

function crc32(bytes) {
  let crc = 0xffffffff;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1;
  }
  return (crc ^ 0xffffffff) >>> 0;
}
