/**
 * wink-nlp's rules that mend a word's likeliest tag by its neighbours, as tables of numbers. The rules are
 * wink's own, read from its language model; only the machine that runs them is written anew, because wink runs
 * it over string keys. Method: finite automata, longest match first (wink-nlp, MIT licence).
 */

/**
 * A word as the rules see it, in one number: its likeliest tag, the symbol that stands for it where the rules name
 * the word itself (0 where they go by its tag), and the tags it may have at all, one bit each. Tags and hints are
 * wink's numbers.
 */
export function packTags(tag: number, hint: number, possible: number): number {
  const symbol = hint === 0 ? 0 : hint + HINTS < WIDTH ? hint + HINTS : NO_SYMBOL;
  return tag | (symbol << TAG_BITS) | (possible << POSSIBLE);
}

/** The likeliest tag of a packed word. */
export const tagIn = (packed: number): number => packed & TAG_MASK;

interface Machine {
  /** Next state by `state * WIDTH + symbol`; 0 is the root. */
  readonly next: Int16Array;
  /** State to fall back on, with what was read so far as the match; 0 for none. */
  readonly otherwise: Int16Array;
  /** 1 where a rule ends. */
  readonly ends: Uint8Array;
  /** The tag a rule gives: below 0 always, above 0 only to words that may have it, 0 for no change. */
  readonly gives: Int16Array;
  /** How far into the match the word stands that gets the tag. */
  readonly offset: Int16Array;
}

/** Symbols: tags, then hints from `HINTS` on. */
const WIDTH = 64;
const HINTS = 24;
/** Stands for a hint that no rule names. */
const NO_SYMBOL = HINTS - 1;

const TAG_BITS = 5;
const TAG_MASK = 31;
const SYMBOL_MASK = WIDTH - 1;
/** Where the tags that a word may have begin: tag 0, which is none, has no bit of its own. */
const POSSIBLE = 11;

/** How wink writes these symbols in its machines. */
const WINK_HINTS = 1_080_000;
const WINK_OTHERWISE = 2_070_003;

type WinkMachine = readonly [
  version: number,
  states: number,
  moves: Readonly<Record<string, Readonly<Record<string, number>>>>,
  ends: Readonly<Record<string, string>>,
  marks: Readonly<Record<string, readonly [number, number]>>
];

function compileMachine(json: string): Machine {
  const [, states, moves, ends, marks] = JSON.parse(json) as WinkMachine;
  const size = states + 1;
  const machine: Machine = {
    next: new Int16Array(size * WIDTH),
    otherwise: new Int16Array(size),
    ends: new Uint8Array(size),
    gives: new Int16Array(size),
    offset: new Int16Array(size)
  };
  for (const [state, targets] of Object.entries(moves)) {
    for (const [name, target] of Object.entries(targets)) {
      const code = Number(name);
      if (code === WINK_OTHERWISE) machine.otherwise[Number(state)] = target;
      const symbol = code > WINK_HINTS ? code - WINK_HINTS + HINTS : code;
      if (symbol > 0 && symbol < WIDTH) machine.next[Number(state) * WIDTH + symbol] = target;
    }
  }
  for (const [state, tag] of Object.entries(ends)) {
    machine.ends[Number(state)] = 1;
    machine.gives[Number(state)] = Number(tag);
    machine.offset[Number(state)] = marks[state]?.[0] ?? 0;
  }
  return machine;
}

function symbolOf(tag: number, packed: number): number {
  return tag === 0 ? 0 : (packed >>> TAG_BITS) & SYMBOL_MASK || tag;
}

/** Gives each of the first `length` packed words its tag; the array handed out is used again by the next call. */
export type TagRules = (words: Int32Array, length: number) => Uint8Array;

/** Builds the tagger from wink's machines, which run one after the other. */
export function compileTagRules(machines: readonly string[]): TagRules {
  const compiled = machines.map(compileMachine);
  let tags = new Uint8Array(1024);
  let symbols = new Uint8Array(1024);
  // Where rules matched, and the state each ended in: tags change only after the whole text was read.
  const places: number[] = [];
  const reached: number[] = [];

  const run = ({ next, otherwise, ends }: Machine, length: number): void => {
    let state = 0;
    let first = 0;
    let fallback = 0;
    let fallbackAt = 0;
    for (let i = 0; i <= length; i++) {
      for (let j = i; j <= length; j++) {
        const symbol = j < length ? symbols[j]! : NO_SYMBOL;
        // A word without a tag is passed over.
        if (symbol === 0) continue;
        const target = next[state * WIDTH + symbol]!;
        if (state === 0 && target !== 0) first = j;
        state = target;
        if (ends[target] === 1 || (target === 0 && fallback !== 0)) {
          places.push(first);
          reached.push(target === 0 ? fallback : target);
          i = target === 0 ? fallbackAt : j;
          state = 0;
          fallback = 0;
          break;
        }
        if (target === 0) break;
        if (otherwise[target] !== 0) {
          fallback = otherwise[target]!;
          fallbackAt = j;
        }
      }
    }
  };

  return (words, length) => {
    if (tags.length < length) {
      tags = new Uint8Array(2 * length);
      symbols = new Uint8Array(2 * length);
    }
    for (let i = 0; i < length; i++) {
      const tag = tagIn(words[i]!);
      tags[i] = tag;
      symbols[i] = symbolOf(tag, words[i]!);
    }
    for (const machine of compiled) {
      places.length = 0;
      reached.length = 0;
      run(machine, length);
      for (let k = 0; k < places.length; k++) {
        const gives = machine.gives[reached[k]!]!;
        const at = places[k]! + machine.offset[reached[k]!]!;
        if (gives === 0 || at < 0 || at >= length) continue;
        const word = words[at]!;
        if (gives > 0 && ((word >>> (POSSIBLE + gives)) & 1) === 0) continue;
        tags[at] = Math.abs(gives);
        symbols[at] = symbolOf(tags[at]!, word);
      }
    }
    return tags;
  };
}
