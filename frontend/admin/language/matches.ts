/**
 * Reports whether each word of a search begins a word of the text, whatever their case, accents and spelling of umlauts. The server
 * searches by the same rule, see internal/text; both are tested by its testdata/matches.json.
 */
export function matches(text: string, search: string): boolean {
  const words = wordsOf(text);
  const begins = (part: string) => words.some((word) => word.startsWith(part));
  return composed(search)
    .split(/\s+/u)
    .every((chunk) => partsOf(chunk).every((part) => begins(folded(part))) || begins(folded(withoutJoints(chunk))));
}

/** Returns the words of a text in all spellings, words that are joined also as one, and the endings of what is written without spaces. */
function wordsOf(text: string): readonly string[] {
  const whole = composed(text);
  const parts = partsOf(whole);
  const joined = partsOf(withoutJoints(whole));
  return [...parts, ...joined].flatMap(spellings).concat(endings(parts.join(' ')));
}

/** The ways to write a letter, besides the one that it is folded to. */
const otherSpellings: Record<string, string> = {
  ä: 'ae', ö: 'oe', ü: 'ue', å: 'aa', ø: 'oe', æ: 'a', œ: 'o', ae: 'a', oe: 'o', ue: 'u', aa: 'a',
};

/** A word with more spellings has two, all short and all long. */
const mostSpellings = 8;

/** Returns a word in each spelling of its umlauts: muller and mueller, for müller as for mueller. */
function spellings(word: string): readonly string[] {
  const ways = (word.match(/ae|oe|ue|aa|./gsu) ?? []).map((letter) => {
    const other = otherSpellings[letter];
    return other === undefined ? [folded(letter)] : [folded(letter), other].toSorted((a, b) => a.length - b.length);
  });
  const count = ways.reduce((product, { length }) => product * length, 1);
  if (count > mostSpellings) {
    return [ways.map(([short]) => short).join(''), ways.map((written) => written.at(-1)).join(''), folded(word)];
  }
  return ways.reduce((all, written) => all.flatMap((beginning) => written.map((letter) => beginning + letter)), ['']);
}

/** The scripts that are written without spaces between words. */
const unspaced = '[\\p{sc=Han}\\p{sc=Hiragana}\\p{sc=Katakana}\\p{sc=Hangul}\\p{sc=Bopomofo}\\p{sc=Thai}\\p{sc=Lao}\\p{sc=Khmer}\\p{sc=Myanmar}]';
const spaceWithin = new RegExp(`(?<=${unspaced}) (?=${unspaced})`, 'gu');
const firstLetter = new RegExp(`(?=${unspaced})\\P{M}`, 'gu');

/** Returns the rest of each word from each letter of an unspaced script. */
const endings = (text: string): readonly string[] =>
  text
    .replace(spaceWithin, '')
    .split(' ')
    .flatMap((word) => [...word.matchAll(firstLetter)].map(({ index }) => folded(word.slice(index))));

const joints = /[\p{Pd}']/gu;
const withoutJoints = (text: string) => text.replace(joints, '');

/** Letters that Unicode does not decompose, or not fully. */
const plain: Record<string, string> = {
  ß: 'ss', ς: 'σ', æ: 'ae', œ: 'oe', ø: 'o', ł: 'l', đ: 'd', ð: 'd', þ: 'th', ı: 'i', ħ: 'h', ŋ: 'n', ŧ: 't', ə: 'e', ɓ: 'b', ɗ: 'd', ƙ: 'k',
  ƴ: 'y', ɨ: 'i', ʉ: 'u', ƒ: 'f',
};
const plainLetter = new RegExp(Object.keys(plain).join('|'), 'gu');

/** Marks that a searcher leaves out. Those of other scripts tell words apart. */
const accents = new RegExp(
  '0300-\\u036f 0591-\\u05bd 05bf 05c1-\\u05c2 05c4-\\u05c5 05c7 064b-\\u065f 0670 1ab0-\\u1aff 1dc0-\\u1dff 20d0-\\u20ff fe20-\\ufe2f'
    .split(' ')
    .map((range) => `[\\u${range}]`)
    .join('|'),
  'gu',
);

const folded = (text: string) => text.normalize('NFD').replace(accents, '').normalize('NFC').replace(plainLetter, (letter) => plain[letter] ?? letter);

const composed = (text: string) =>
  text
    .replace(/[\p{Cf}\p{VS}]/gu, '')
    .normalize('NFKC')
    .toLowerCase()
    .normalize('NFKC')
    .replace(/[`´‘’‛ʹʻʼʽ′]/gu, "'")
    .replace(/\p{Nd}/gu, digit);

const isDigit = (code: number) => /\p{Nd}/u.test(String.fromCodePoint(code));

/** Returns the ASCII character for a decimal digit of any script. The digits of a script follow each other. */
function digit(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  let value = 0;
  while (value < 9 && isDigit(code - value - 1)) {
    value++;
  }
  return String(value);
}

const partsOf = (text: string): readonly string[] => text.match(/[\p{L}\p{M}\p{N}\p{So}]+/gu) ?? [];
