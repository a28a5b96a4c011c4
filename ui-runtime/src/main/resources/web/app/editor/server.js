// What the editor asks the server. Names and functions are asked once a page.

import { csrf } from '../js/requests.js';

const known = new Map();

function once(address) {
  if (!known.has(address)) {
    const answer = fetch(address, { headers: { Accept: 'application/json' } }).then((response) => {
      if (!response.ok) throw new Error(`${response.status}`);
      return response.json();
    });
    answer.catch(() => known.delete(address));
    known.set(address, answer);
  }
  return known.get(address);
}

export const functions = () => once('/api/formula/functions').then((answer) => answer.functions);

export function names({ object, scope, referring }, path) {
  const query = new URLSearchParams({ object, scope });
  if (referring) query.set('referring', referring);
  if (path) query.set('path', path);
  return once(`/api/formula/names?${query}`).then((answer) => answer.names);
}

/** Answers with the body, or throws with the words of the problem. */
export async function ask(question, body, signal) {
  const response = await fetch(`/api/formula/${question}`, {
    method: 'POST',
    headers: { Accept: 'application/json', 'Content-Type': 'application/json', 'X-CSRF-Token': csrf() },
    body: JSON.stringify(body),
    signal,
  });
  const answer = await response.json();
  if (!response.ok) throw new Error(answer.detail ?? answer.title ?? `${response.status}`);
  return answer;
}
