import { isHan } from './chars.ts';

/** Vowels (and n) with a tone mark, and without: same place in both. */
const TONED = 'āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜńňǹ';
const BARE = 'aaaaeeeeiiiioooouuuuüüüünnn';

/** Every syllable of Standard Chinese, by initial. */
const SYLLABLES = new Set(
  Object.entries({
    '': 'a o e ai ei ao ou an en ang eng er',
    b: 'a o ai ei ao an en ang eng i ie iao ian in ing u',
    p: 'a o ai ei ao ou an en ang eng i ie iao ian in ing u',
    m: 'a o e ai ei ao ou an en ang eng i ie iao iu ian in ing u',
    f: 'a o ei ou an en ang eng u',
    d: 'a e ai ei ao ou an en ang eng ong i ia ie iao iu ian ing u uo ui uan un',
    t: 'a e ai ei ao ou an ang eng ong i ie iao ian ing u uo ui uan un',
    n: 'a e ai ei ao ou an en ang eng ong i ie iao iu ian in iang ing u uo uan un ü üe v ve',
    l: 'a o e ai ei ao ou an ang eng ong i ia ie iao iu ian in iang ing u uo uan un ü üe v ve',
    g: 'a e ai ei ao ou an en ang eng ong u ua uo uai ui uan un uang',
    k: 'a e ai ei ao ou an en ang eng ong u ua uo uai ui uan un uang',
    h: 'a e ai ei ao ou an en ang eng ong u ua uo uai ui uan un uang',
    j: 'i ia ie iao iu ian in iang ing iong u ue uan un',
    q: 'i ia ie iao iu ian in iang ing iong u ue uan un',
    x: 'i ia ie iao iu ian in iang ing iong u ue uan un',
    zh: 'a e ai ei ao ou an en ang eng ong i u ua uo uai ui uan un uang',
    ch: 'a e ai ao ou an en ang eng ong i u ua uo uai ui uan un uang',
    sh: 'a e ai ei ao ou an en ang eng i u ua uo uai ui uan un uang',
    r: 'e ao ou an en ang eng ong i u ua uo ui uan un',
    z: 'a e ai ei ao ou an en ang eng ong i u uo ui uan un',
    c: 'a e ai ao ou an en ang eng ong i u uo ui uan un',
    s: 'a e ai ao ou an en ang eng ong i u uo ui uan un',
    y: 'a o e ai ao ou an ang i in ing ong u ue uan un',
    w: 'a o ai ei an en ang eng u',
  }).flatMap(([initial, finals]) => finals.split(' ').map((final) => initial + final)),
);

const MAX_LETTERS = 6;

/** A bracketed reading behind a Chinese character: 現(xiàn). */
export interface Gloss {
  /** Offset behind the closing bracket. */
  readonly end: number;
  readonly isToned: boolean;
}

/**
 * The reading in brackets at `at`, where the opening bracket stands; null when it is none. One syllable of the closed list,
 * in lower case, with at most one tone mark: `模型(moe)` and `通义(tong yi)` are none.
 */
export function glossAt(source: string, at: number, end: number): Gloss | null {
  if (at === 0 || !isHan(source.charCodeAt(at - 1))) return null;
  let syllable = '';
  let tones = 0;
  for (let i = at + 1; i < end && i - at <= MAX_LETTERS + 1; i++) {
    const char = source.charAt(i);
    if (char === ')' || char === '）') {
      return tones <= 1 && SYLLABLES.has(syllable) ? { end: i + 1, isToned: tones === 1 } : null;
    }
    const toned = TONED.indexOf(char);
    if (toned >= 0) tones++;
    else if (!(char >= 'a' && char <= 'z') && char !== 'ü') return null;
    syllable += toned >= 0 ? BARE.charAt(toned) : char;
  }
  return null;
}
