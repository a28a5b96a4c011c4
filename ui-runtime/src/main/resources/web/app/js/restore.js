// A dump is sent as it is, piece by piece; then the server makes a tenant of it while a bar shows how far that is.

export function startRestore() {
  const form = document.querySelector('form[data-restore]');
  form?.addEventListener('submit', async (event) => {
    event.preventDefault();
    const part = (name) => form.querySelector(`[data-${name}]`);
    const button = form.querySelector('button[type=submit]');
    const report = (text, percent) => {
      part('step').textContent = text;
      if (percent === null) part('bar').removeAttribute('value');
      else part('bar').value = percent;
    };
    button.disabled = true;
    part('refused').hidden = true;
    part('work').hidden = false;
    try {
      show(await restore(form, report));
      form.hidden = true;
    } catch (problem) {
      part('refused').textContent = problem.message || form.dataset.failed;
      part('refused').hidden = false;
      part('refused').focus();
    } finally {
      button.disabled = false;
      part('work').hidden = true;
    }
  });
}

async function restore(form, report) {
  const ask = asked(form.querySelector('#token').value.trim());
  // What refuses the token must not cost an upload.
  await ask('GET', '/api/tenants/dumps');
  const file = form.querySelector('#dump').files[0];
  const dump = await ask('POST', '/api/tenants/dumps', file, (share) =>
    share < 1 ? report(form.dataset.sending, 100 * share) : report(form.dataset.checking, null),
  );
  const code = form.querySelector('#code').value.trim() || dump.tenant;
  const name = form.querySelector('#name').value.trim();
  await ask('POST', '/api/tenants/restore', JSON.stringify({ file: dump.file, code, ...(name && { name }) }));
  for (;;) {
    const job = await ask('GET', `/api/tenants/${encodeURIComponent(code)}/job`);
    report(`${form.dataset.working} ${job.percent} %`, job.percent);
    if (job.state === 'failed') throw new Error(job.problem?.detail);
    if (job.state === 'done') return { code, dump: dump.digest, tenant: job.digest };
    await new Promise((wake) => setTimeout(wake, 400));
  }
}

/** Requests as the operator. Refusals become errors with the server's words. */
function asked(token) {
  return (method, path, body, sent) =>
    new Promise((resolve, reject) => {
      const request = new XMLHttpRequest();
      if (sent) request.upload.addEventListener('progress', (event) => sent(event.loaded / event.total));
      request.addEventListener('loadend', () => {
        const answer = parsed(request.responseText);
        if (request.status >= 200 && request.status < 300) resolve(answer);
        else reject(new Error(answer?.detail));
      });
      request.open(method, path);
      request.setRequestHeader('Authorization', `Bearer ${token}`);
      request.setRequestHeader('Accept', 'application/json');
      request.setRequestHeader('Accept-Language', document.documentElement.lang);
      if (body) {
        request.setRequestHeader('Content-Type', typeof body === 'string' ? 'application/json' : 'application/octet-stream');
      }
      request.send(body);
    });
}

function parsed(text) {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function show({ code, dump, tenant }) {
  const done = document.querySelector('[data-restored]');
  const fill = (name, text) => { done.querySelector(`[data-${name}]`).textContent = text; };
  fill('code', code);
  fill('tables', tenant.tables);
  fill('rows', tenant.rows.toLocaleString(document.documentElement.lang));
  fill('before', dump.checksum);
  fill('after', tenant.checksum);
  done.querySelector('[data-login]').href = `/login?tenant=${encodeURIComponent(code)}`;
  done.hidden = false;
  done.focus();
}
