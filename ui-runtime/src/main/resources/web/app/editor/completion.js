// What fits at the cursor: fields, functions, and inside quotes the codes of the field before them.

import { insertCompletionText, pickedCompletion } from '@codemirror/autocomplete';
import { functions, names } from './server.js';

const PATH = /(?:(?:[\p{L}_$][\p{L}\p{M}\p{Nd}_]*|\[[^\]\n]*\])\.)*(?:[\p{L}_$][\p{L}\p{M}\p{Nd}_]*|\[[^\]\n]*)?$/u;
const CODE = /([\p{L}_$][\p{L}\p{M}\p{Nd}_.]*)\s*(?:==?|<>|!=|,|(?:not\s+)?in\s*\((?:\s*"[^"]*"\s*,)*)\s*"([^"\n]*)$/iu;
const MOST = 60;

const steps = (path) => path.match(/\[[^\]]*\]|[^.]+/gu) ?? [];
const bare = (name) => name.replace(/^\[|\]$/gu, '');
const inText = (before) => (before.replace(/\\./gu, '').match(/"/gu) ?? []).length % 2 === 1;

/** The name whose spelling is that, in any language. */
const find = (all, name) => {
  const wanted = bare(name).toLowerCase();
  return all.find((one) => [one.name, one.label, ...Object.values(one.written).map(bare)].some((word) => word.toLowerCase() === wanted));
};

/** @param editor gives object, scope, referring and the spelling in use */
export function completion(editor) {
  const at = async (path) => {
    const resolved = [];
    for (const step of path) {
      const all = await names(editor, resolved.join('.'));
      const found = find(all, step);
      if (!found?.leads) return null;
      resolved.push(found.name);
    }
    return names(editor, resolved.join('.'));
  };

  async function codes(before, position) {
    const match = before.match(CODE);
    if (!match) return null;
    const path = steps(match[1]);
    const all = await at(path.slice(0, -1));
    const field = all && find(all, path.at(-1));
    const entries = Object.entries(field?.codes ?? {});
    if (!entries.length) return null;
    const from = position - match[2].length;
    return {
      from,
      filter: false,
      options: matching(entries.map(([code, label]) => ({ words: [code, label], option: { label: code, displayLabel: label, detail: code, type: 'constant' } })), match[2]),
    };
  }

  return async (context) => {
    const line = context.state.doc.lineAt(context.pos);
    const before = context.state.sliceDoc(Math.max(0, line.from - 2000), context.pos);
    if (inText(before)) return codes(before, context.pos);
    const typed = before.match(PATH)?.[0] ?? '';
    if (!typed && !context.explicit) return null;
    const dot = typed.lastIndexOf('.');
    const path = dot < 0 ? [] : steps(typed.slice(0, dot));
    const query = bare(typed.slice(dot + 1));
    const fields = await at(path);
    if (!fields) return null;
    const offers = fields.map((one) => ({ words: [one.name, one.label], option: field(one, editor.spelling) }));
    if (dot < 0) (await functions()).forEach((one) => offers.push({ words: [one.name, one.alias ?? ''], option: call(one, editor) }));
    return { from: context.pos - (typed.length - dot - 1), filter: false, options: matching(offers, query) };
  };
}

/** Those that hold the query, first those that begin with it. */
function matching(offers, query) {
  const wanted = query.toLowerCase();
  const rank = (words) => Math.min(...words.map((word) => {
    const index = word.toLowerCase().indexOf(wanted);
    return index < 0 ? 2 : Math.min(index, 1);
  }));
  return offers
    .map((offer) => ({ option: offer.option, rank: rank(offer.words) }))
    .filter((offer) => offer.rank < 2)
    .sort((a, b) => a.rank - b.rank)
    .slice(0, MOST)
    .map((offer) => offer.option);
}

function field(one, spelling) {
  return {
    label: one.written[spelling] ?? one.name,
    displayLabel: one.label,
    detail: one.label === one.name ? one.type : `${one.name} · ${one.type}`,
    type: one.leads ? 'class' : 'variable',
    info: Object.keys(one.codes).length ? () => list(Object.entries(one.codes).map(([code, label]) => `${code} = ${label}`)) : undefined,
  };
}

function call(one, editor) {
  const name = editor.spelling === 'zh' && one.alias ? one.alias : one.name;
  return {
    label: name,
    detail: name === one.name ? one.alias : one.name,
    type: 'function',
    info: () => card(one),
    apply: (view, chosen, from, to) => {
      const open = view.state.sliceDoc(to, to + 1) === '(';
      const change = insertCompletionText(view.state, open ? name : `${name}()`, from, to);
      view.dispatch({ ...change, selection: { anchor: from + name.length + 1 }, annotations: pickedCompletion.of(chosen) });
    },
  };
}

function list(lines) {
  const box = document.createElement('div');
  lines.slice(0, 12).forEach((line) => box.append(Object.assign(document.createElement('div'), { textContent: line })));
  return box;
}

/** A function with its signatures, help and first examples. */
export function card(one) {
  const box = document.createElement('div');
  box.className = 'hz-function';
  const add = (tag, text, css) => {
    const part = Object.assign(document.createElement(tag), { textContent: text });
    if (css) part.className = css;
    box.append(part);
    return part;
  };
  one.signatures.forEach((line) => add('code', line, 'hz-function-line'));
  add('p', one.help);
  one.examples.slice(0, 2).forEach((example) => add('code', `${example.formula} → ${example.result}`, 'hz-function-example'));
  return box;
}
