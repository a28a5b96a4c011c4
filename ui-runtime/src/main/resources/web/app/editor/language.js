// How a formula is coloured. Only for the eye: the server knows the language.

import { HighlightStyle, StreamLanguage, syntaxHighlighting } from '@codemirror/language';
import { tags } from '@lezer/highlight';

const NAME = /^[\p{L}_$][\p{L}\p{M}\p{Nd}_]*/u;
const WORDS = new Set(['and', 'or', 'not', 'in', 'true', 'false', 'null']);
const CLOSERS = { '"': '"', "'": "'", '“': '“”', '”': '“”', '‘': '‘’', '’': '‘’', '＂': '＂', '＇': '＇' };

function token(stream, state) {
  if (state.comment) {
    if (stream.skipTo('*/')) {
      stream.match('*/');
      state.comment = false;
    } else {
      stream.skipToEnd();
    }
    return 'comment';
  }
  if (stream.eatSpace()) return null;
  if (stream.match('/*')) {
    state.comment = true;
    return 'comment';
  }
  const next = stream.peek();
  if (CLOSERS[next]) return text(stream, CLOSERS[stream.next()]);
  if (next === '[' || next === '［') {
    while (!stream.eol() && !/[\]］]/.test(stream.next())) { /* up to the bracket */ }
    return 'variableName';
  }
  if (stream.match(/^\d+(\.\d*)?|^\.\d+/)) return 'number';
  const name = stream.match(NAME);
  if (name) {
    if (stream.match(/^\s*[(（]/, false)) return 'function';
    return WORDS.has(name[0].toLowerCase()) ? 'keyword' : 'variableName';
  }
  stream.next();
  return 'operator';
}

function text(stream, closers) {
  let escaped = false;
  while (!stream.eol()) {
    const c = stream.next();
    if (!escaped && closers.includes(c)) break;
    escaped = !escaped && c === '\\';
  }
  return 'string';
}

const formula = StreamLanguage.define({
  name: 'formula',
  startState: () => ({ comment: false }),
  token,
  tokenTable: { function: tags.function(tags.variableName) },
  languageData: { closeBrackets: { brackets: ['(', '[', '"'] }, commentTokens: { block: { open: '/*', close: '*/' } } },
});

// The colours stand in the style sheet, so that they follow the theme.
const colours = HighlightStyle.define([
  { tag: tags.comment, class: 'hz-tok-comment' },
  { tag: tags.string, class: 'hz-tok-string' },
  { tag: tags.number, class: 'hz-tok-number' },
  { tag: tags.keyword, class: 'hz-tok-keyword' },
  { tag: tags.function(tags.variableName), class: 'hz-tok-function' },
]);

export const language = [formula, syntaxHighlighting(colours)];
