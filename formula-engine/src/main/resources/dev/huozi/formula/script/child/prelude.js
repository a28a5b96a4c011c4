// What a script finds in its world besides JavaScript: exact numbers. Evaluates to a function that
// the child calls once for each call of a script.
(() => {
  'use strict';
  const parse = JSON.parse;
  const print = JSON.stringify;
  const MAX_DIGITS = 1000;

  const fail = (text) => {
    throw new TypeError(text);
  };

  const power = (digits) => {
    if (digits > MAX_DIGITS) {
      throw new RangeError('A number of more than ' + MAX_DIGITS + ' digits.');
    }
    return 10n ** BigInt(digits);
  };

  const absolute = (value) => (value < 0n ? -value : value);

  // Quotient rounded half away from zero.
  const divided = (value, by) => {
    const quotient = value / by;
    const rest = absolute(value % by);
    if (rest * 2n < absolute(by)) {
      return quotient;
    }
    return value < 0n === by < 0n ? quotient + 1n : quotient - 1n;
  };

  /** An exact decimal number: unscaled / 10^scale. */
  class Decimal {
    #unscaled;
    #scale;

    constructor(unscaled, scale) {
      this.#unscaled = unscaled;
      this.#scale = scale;
      Object.freeze(this);
    }

    static #pattern = /^([+-]?)(\d{1,1000})(?:\.(\d{1,1000}))?$/;

    static of(value) {
      if (typeof value === 'object' && value !== null && #unscaled in value) {
        return value;
      }
      if (typeof value === 'bigint') {
        return new Decimal(value, 0);
      }
      if (typeof value === 'number') {
        if (!Number.isSafeInteger(value)) {
          fail('The number ' + value + " is not exact. Write it as text: '0.1'.");
        }
        return new Decimal(BigInt(value), 0);
      }
      const parts = typeof value === 'string' ? Decimal.#pattern.exec(value) : null;
      if (parts === null) {
        fail('This is not a number: ' + (typeof value === 'string' ? "'" + value + "'" : typeof value) + '.');
      }
      const fraction = parts[3] ?? '';
      const unscaled = BigInt(parts[2] + fraction);
      return new Decimal(parts[1] === '-' ? -unscaled : unscaled, fraction.length);
    }

    static is(value) {
      return typeof value === 'object' && value !== null && #unscaled in value;
    }

    #at(scale) {
      return this.#unscaled * power(scale - this.#scale);
    }

    plus(other) {
      const right = Decimal.of(other);
      const scale = Math.max(this.#scale, right.#scale);
      return new Decimal(this.#at(scale) + right.#at(scale), scale);
    }

    minus(other) {
      return this.plus(Decimal.of(other).negated());
    }

    times(other) {
      const right = Decimal.of(other);
      return new Decimal(this.#unscaled * right.#unscaled, this.#scale + right.#scale);
    }

    /** Quotient with so many decimals, rounded half up (away from zero). */
    dividedBy(other, decimals = 10) {
      const right = Decimal.of(other);
      if (right.#unscaled === 0n) {
        throw new RangeError('Division by zero.');
      }
      const shift = decimals + right.#scale - this.#scale;
      const value = shift >= 0 ? this.#unscaled * power(shift) : this.#unscaled;
      const by = shift >= 0 ? right.#unscaled : right.#unscaled * power(-shift);
      return new Decimal(divided(value, by), decimals);
    }

    /** With so many decimals, rounded half up (away from zero). */
    round(decimals = 0) {
      if (decimals >= this.#scale) {
        return new Decimal(this.#at(decimals), decimals);
      }
      return new Decimal(divided(this.#unscaled, power(this.#scale - decimals)), decimals);
    }

    negated() {
      return new Decimal(-this.#unscaled, this.#scale);
    }

    abs() {
      return this.#unscaled < 0n ? this.negated() : this;
    }

    /** -1, 0 or 1. */
    compare(other) {
      const right = Decimal.of(other);
      const scale = Math.max(this.#scale, right.#scale);
      const left = this.#at(scale);
      const value = right.#at(scale);
      return left < value ? -1 : left > value ? 1 : 0;
    }

    equals(other) {
      return this.compare(other) === 0;
    }

    lessThan(other) {
      return this.compare(other) < 0;
    }

    greaterThan(other) {
      return this.compare(other) > 0;
    }

    isZero() {
      return this.#unscaled === 0n;
    }

    toString() {
      const digits = absolute(this.#unscaled).toString().padStart(this.#scale + 1, '0');
      const whole = digits.slice(0, digits.length - this.#scale);
      const text = this.#scale === 0 ? whole : whole + '.' + digits.slice(digits.length - this.#scale);
      return this.#unscaled < 0n ? '-' + text : text;
    }

    toJSON() {
      return this.toString();
    }

    /** `+`, `<` and the like would calculate with binary numbers. */
    valueOf() {
      fail('Numbers here are exact: use plus, minus, times, dividedBy, compare or lessThan, not + - * / < >.');
    }

    [Symbol.toPrimitive](hint) {
      return hint === 'string' ? this.toString() : this.valueOf();
    }
  }
  const of = Decimal.of;
  const is = Decimal.is;
  const text = Decimal.prototype.toString;
  Object.freeze(Decimal);
  Object.freeze(Decimal.prototype);

  const input = ([tag, value]) => (tag === 'n' ? of(value) : value);

  const list = Array.isArray;
  const safe = Number.isSafeInteger;
  const apply = Reflect.apply;
  const iso = Date.prototype.toISOString;
  const DateType = Date;
  const prototype = Object.getPrototypeOf;
  const ordinary = Object.prototype;
  const keys = Object.keys;

  const output = (value) => {
    if (value === null || value === undefined) {
      return ['z'];
    }
    switch (typeof value) {
      case 'string':
        return ['s', value];
      case 'boolean':
        return ['b', value];
      case 'bigint':
        return ['n', value.toString()];
      case 'number':
        return safe(value) ? ['n', '' + value] : ['x', 'number ' + value];
      case 'object':
        if (is(value)) {
          return ['n', apply(text, value, [])];
        }
        return value instanceof DateType ? ['s', apply(iso, value, [])] : ['x', list(value) ? 'array' : 'object'];
      default:
        return ['x', typeof value];
    }
  };

  // What the host offers besides JavaScript, and memory shared between threads.
  const unwanted = ['Java', 'JavaImporter', 'Packages', 'Polyglot', 'Graal', 'java', 'javax', 'javafx',
    'com', 'org', 'edu', 'load', 'loadWithNewGlobal', 'print', 'printErr', 'console', 'quit', 'exit',
    'read', 'readbuffer', 'readline', 'performance', 'Atomics', 'SharedArrayBuffer', 'WebAssembly'];

  // Dates without the clock: calculating with a given day is still possible.
  const fixedDate = () => {
    function Date(...parts) {
      if (new.target === undefined || parts.length === 0) {
        fail('A deterministic function cannot ask for the time. Take it as an input.');
      }
      return Reflect.construct(DateType, parts, new.target);
    }
    Date.prototype = DateType.prototype;
    Date.UTC = DateType.UTC;
    Date.parse = DateType.parse;
    Date.now = () => fail('A deterministic function cannot ask for the time. Take it as an input.');
    return Date;
  };

  return (deterministic, names, rowsText) => {
    const define = (name, value) =>
      Object.defineProperty(globalThis, name, { value, enumerable: false, configurable: true });
    define('Decimal', of);
    for (const name of unwanted) {
      delete globalThis[name];
    }
    if (deterministic) {
      define('Date', fixedDate());
      DateType.prototype.constructor = Date;
      delete Math.random;
    }
    const inputs = names === '' ? [] : names.split('\n');
    const rows = parse(rowsText);
    return {
      count: rows.length,
      call: (run, row) => {
        const values = {};
        for (let i = 0; i < inputs.length; i++) {
          values[inputs[i]] = input(rows[row][i]);
        }
        const result = run(values);
        if (typeof result !== 'object' || result === null || prototype(result) !== ordinary) {
          return null;
        }
        const all = [];
        for (const name of keys(result)) {
          all[all.length] = [name, ...output(result[name])];
        }
        return print(all);
      },
    };
  };
})();
