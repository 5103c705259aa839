import { foldName } from '../../text/fold.ts';
import type { FactBase } from '../fact-base.ts';
import type { Entity } from '../model.ts';
import { namesOf } from '../names.ts';
import { buildGrams } from './grams.ts';
import { createNumbers } from './numbers.ts';
import { createPrefixTable, type PrefixTable, type Slices } from './prefix-table.ts';
import { createTextsBuilder, lengthOf, standsAt, type Texts, textAt } from './texts.ts';
import { createWordStarts } from './word-starts.ts';

/** One name as it is compared: folded, in small letters. */
export interface SearchName {
  readonly entity: Entity;
  /** As the fact base spells it. */
  readonly name: string;
  readonly folded: string;
  /** Syllables run together, and their first letters; empty without pinyin. */
  readonly pinyin: string;
  /** First letters of words or syllables; empty for names of one word. */
  readonly initials: string;
}

/** The ways in which a query may begin something of a name. */
export type KeyKind = 'start' | 'word' | 'pinyin' | 'initials';

/** Number of a name: of all names of all entities, the shortest first, then those of the entities with most facts. */
export type NameId = number;

/**
 * The names of a fact base in typed arrays, so that a look-up costs the same however many there are. Built when first needed:
 * whoever has time does so ahead, in slices; a look-up before that does the rest at once.
 */
export interface NameIndex {
  /** What begins with the query, in this way; those first of which the query is the greater part. */
  beginning(query: string, kind: KeyKind): Iterable<NameId>;
  /** What holds the query somewhere, shortest first. */
  holding(query: string): Iterable<NameId>;
  /** Names that share pairs of characters with the query, most first. */
  near(query: string, share: number, limit: number): readonly NameId[];
  name(id: NameId): SearchName;
  entity(id: NameId): Entity;
  /** Everything that look-ups need, in slices. */
  prepare(): Slices;
}

const KINDS: readonly KeyKind[] = ['start', 'word', 'pinyin', 'initials'];

/** Entities read between two breaths. */
const SLICE = 400;

/** Names that hold all pairs of a query without holding the query: after so many, nothing better is to be expected. */
const MAX_LOOKS = 20_000;

/** Longer names count as this long when names are put in order. */
const LONGEST = 255;

/** Everything but the pairs, which only guesses and the insides of names need. */
interface Keys {
  readonly texts: Texts;
  readonly pinyin: Texts;
  readonly pinyinName: Uint32Array;
  /** Names by number; a number leads to the entity and to which of its names it is. */
  readonly order: Uint32Array;
  readonly entityOf: Uint32Array;
  readonly whichOf: Uint8Array;
  /** By number of the text. */
  readonly idOf: Uint32Array;
  readonly initials: Texts;
  readonly initialsName: Uint32Array;
  readonly tables: Readonly<Record<KeyKind, PrefixTable>>;
}

export function createNameIndex(factBase: FactBase): NameIndex {
  const keys = lazily(() => buildKeys(factBase));
  const grams = lazily(function* () {
    const { texts, pinyin, pinyinName, idOf, order } = yield* keys.slices();
    const idOfText = (text: number) => idOf[text] ?? 0;
    const spelled = { texts, itemOf: idOfText, order };
    const itemOf = (key: number) => idOfText(pinyinName[key] ?? 0);
    const sounding = { texts: pinyin, itemOf, order: upTo(pinyin.count) };
    return yield* buildGrams([spelled, sounding], texts.count);
  });

  const entity = (id: NameId): Entity => {
    const { entityOf, order } = keys.now();
    const found = factBase.entities[entityOf[order[id] ?? 0] ?? 0];
    if (found === undefined) throw new RangeError(`No name has the number ${id}.`);
    return found;
  };

  return {
    entity,
    name(id) {
      const { whichOf, order } = keys.now();
      const owner = entity(id);
      return searchName(owner, namesOf(owner)[whichOf[order[id] ?? 0] ?? 0] ?? '');
    },
    *beginning(query, kind) {
      const { tables, texts, pinyin, pinyinName, initials, initialsName, idOf } = keys.now();
      const whose = kind === 'pinyin' ? pinyinName : kind === 'initials' ? initialsName : null;
      const keyed = kind === 'pinyin' ? pinyin : kind === 'initials' ? initials : texts;
      for (const place of tables[kind].find(query)) {
        const key = textAt(keyed, place);
        yield idOf[whose === null ? key : (whose[key] ?? 0)] ?? 0;
      }
    },
    *holding(query) {
      if (query.length === 1) {
        const { texts, idOf } = keys.now();
        for (const text of holdingOne(texts, query.charCodeAt(0))) yield idOf[text] ?? 0;
        return;
      }
      const { texts, order } = keys.now();
      let looks = 0;
      for (const id of grams.now().holding(query)) {
        if (looks++ > MAX_LOOKS) return;
        if (holds(texts, order[id] ?? 0, query)) yield id;
      }
    },
    near: (query, share, limit) => grams.now().near(query, share, limit),
    *prepare() {
      const { tables } = yield* keys.slices();
      for (const kind of KINDS) yield* tables[kind].prepare();
      yield* grams.slices();
    },
  };
}

/** Work that is done once, by whoever comes first: bit by bit, or all that is left at once. */
interface Lazily<T> {
  slices(): Generator<void, T, void>;
  now(): T;
}

function lazily<T>(work: () => Generator<void, T, void>): Lazily<T> {
  let running: Generator<void, T, void> | undefined;
  let result: { readonly value: T } | undefined;
  const step = (): void => {
    running ??= work();
    const { done, value } = running.next();
    if (done === true) result = { value };
  };
  return {
    *slices() {
      while (result === undefined) {
        step();
        if (result === undefined) yield;
      }
      return result.value;
    },
    now() {
      while (result === undefined) step();
      return result.value;
    },
  };
}

function* buildKeys(factBase: FactBase): Generator<void, Keys, void> {
  const texts = createTextsBuilder();
  const pinyin = createTextsBuilder();
  const initials = createTextsBuilder();
  const entityOf = createNumbers();
  const whichOf = createNumbers();
  const fewness = createNumbers();
  const pinyinName = createNumbers();
  const initialsName = createNumbers();
  for (const [i, entity] of factBase.entities.entries()) {
    const weight = Math.min(LONGEST, factBase.factsAbout(entity.id).length);
    for (const [which, name] of namesOf(entity).slice(0, LONGEST).entries()) {
      const made = searchName(entity, name);
      if (made.pinyin !== '') {
        pinyinName.add(texts.count);
        pinyin.add(made.pinyin);
      }
      if (made.initials !== '') {
        initialsName.add(texts.count);
        initials.add(made.initials);
      }
      entityOf.add(i);
      whichOf.add(which);
      fewness.add(LONGEST - weight);
      texts.add(made.folded);
    }
    if (i % SLICE === 0) yield;
  }
  const all = texts.finish();
  yield;
  const few = fewness.finish();
  const byWeight = sorted(upTo(all.count), (text) => few[text] ?? 0);
  yield;
  const order = sorted(byWeight, (text) => Math.min(LONGEST, lengthOf(all, text)));
  yield;
  const idOf = new Uint32Array(all.count);
  for (let id = 0; id < order.length; id++) idOf[order[id] ?? 0] = id;
  yield;
  const words = yield* wordPlaces(all, order);
  const sounds = pinyin.finish();
  const letters = initials.finish();
  const soundsOf = pinyinName.finish();
  const lettersOf = initialsName.finish();
  return {
    texts: all,
    pinyin: sounds,
    pinyinName: soundsOf,
    initials: letters,
    initialsName: lettersOf,
    order,
    idOf,
    entityOf: entityOf.finish(),
    whichOf: new Uint8Array(whichOf.finish()),
    tables: {
      start: createPrefixTable(
        all,
        order.map((text) => all.starts[text] ?? 0),
      ),
      word: createPrefixTable(all, words),
      pinyin: createPrefixTable(sounds, placesOf(sounds, soundsOf, idOf)),
      initials: createPrefixTable(letters, placesOf(letters, lettersOf, idOf)),
    },
  };
}

/** Where a word begins inside each name, but not where the name does, in the order of the names. */
function* wordPlaces(texts: Texts, order: Uint32Array): Generator<void, Uint32Array, void> {
  const startsWord = createWordStarts();
  const places = createNumbers();
  for (let id = 0; id < order.length; id++) {
    const text = order[id] ?? 0;
    const start = texts.starts[text] ?? 0;
    const end = start + lengthOf(texts, text);
    for (let at = start + 1; at < end; at++)
      if (startsWord(texts.codes[at - 1] ?? 0, texts.codes[at] ?? 0)) places.add(at);
    if (id % (SLICE * 10) === 0) yield;
  }
  return places.finish();
}

/** The starts of derived keys, the shortest first, then in the order of their names. */
function placesOf(keys: Texts, nameOf: Uint32Array, idOf: Uint32Array): Uint32Array {
  const byName = upTo(keys.count).sort((a, b) => (idOf[nameOf[a] ?? 0] ?? 0) - (idOf[nameOf[b] ?? 0] ?? 0));
  const byLength = sorted(byName, (key) => Math.min(LONGEST, lengthOf(keys, key)));
  return byLength.map((key) => keys.starts[key] ?? 0);
}

/** Stable, by a number from 0 to 255. */
function sorted(items: Uint32Array, by: (item: number) => number): Uint32Array {
  const next = new Uint32Array(LONGEST + 2);
  for (const item of items) next[by(item) + 1] = (next[by(item) + 1] ?? 0) + 1;
  for (let i = 1; i < next.length; i++) next[i] = (next[i] ?? 0) + (next[i - 1] ?? 0);
  const out = new Uint32Array(items.length);
  for (const item of items) {
    const at = next[by(item)] ?? 0;
    out[at] = item;
    next[by(item)] = at + 1;
  }
  return out;
}

function upTo(count: number): Uint32Array {
  return new Uint32Array(count).map((_, i) => i);
}

function holds(texts: Texts, text: number, query: string): boolean {
  const start = texts.starts[text] ?? 0;
  const last = start + lengthOf(texts, text) - query.length;
  for (let at = start; at <= last; at++) if (standsAt(texts, at, query)) return true;
  return false;
}

/** Texts that hold one character: rarely asked for, and then only where nothing begins with it. */
function* holdingOne(texts: Texts, code: number): Generator<number, void, void> {
  let from = 0;
  for (let at = texts.codes.indexOf(code, from); at >= 0; at = texts.codes.indexOf(code, from)) {
    const text = textAt(texts, at);
    yield text;
    from = (texts.starts[text] ?? 0) + lengthOf(texts, text) + 1;
  }
}

export function searchName(entity: Entity, name: string): SearchName {
  const folded = foldForSearch(name);
  const syllables = entity.pinyin?.[name]?.split(' ') ?? [];
  const words = syllables.length > 0 ? syllables : folded.split(/[\s\-_.:/·]+/).filter((word) => word !== '');
  return {
    entity,
    name,
    folded,
    pinyin: syllables.join(''),
    initials: words.length > 1 ? words.map((word) => word[0] ?? '').join('') : '',
  };
}

/** Case, width and script are no difference. */
export function foldForSearch(text: string): string {
  return foldName(text).toLowerCase();
}
