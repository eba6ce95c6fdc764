import { expect, it } from 'vitest';
import { type Language, languages } from './language';
import { legalWords } from './legal_words';
import { notOfferedWords } from './not_offered';
import { nothingFreeWords } from './nothing_free';
import { otherTimesWords } from './other_times_words';
import { closeWords } from './popup';
import { proofWords } from './proof_progress';
import { searchWords } from './service_search';
import { bookingWords } from './words/booking';
import { closingWords } from './words/closing';
import { manageWords } from './words/manage';
import { roomWords } from './words/room';
import { wrongClockWords } from './wrong_clock';

/** Texts of parts that few customers see, or that are loaded with all languages. */
const rare: Record<string, Record<Language, Text>> = { closeWords, legalWords, notOfferedWords, nothingFreeWords, otherTimesWords, proofWords, searchWords, wrongClockWords };

const parts: Record<string, (language: Language) => Promise<Text>> = {
  bookingWords,
  closingWords,
  manageWords,
  roomWords,
  ...Object.fromEntries(Object.entries(rare).map(([part, words]) => [part, async (language: Language) => words[language]])),
};
const cases = Object.entries(parts).flatMap(([part, load]) => languages.map((language) => [part, language, load] as const));

type Text = string | ((...values: never[]) => string) | { [key: string]: Text };

/** Returns the texts by their paths, with marks in their placeholders. */
function textsIn(words: Text, path = ''): [path: string, text: string, marks: string[]][] {
  if (typeof words === 'object') {
    return Object.entries(words).flatMap(([key, text]) => textsIn(text, `${path}.${key}`));
  }
  const marks = Array.from({ length: typeof words === 'string' ? 0 : words.length }, (_, index) => `<${index}>`);
  return [[path, typeof words === 'string' ? words : words(...(marks as never[])), marks]];
}

it.each(cases)('each text of %s in %s says all it is given', async (_, language, load) => {
  const [texts, german] = [textsIn(await load(language)), textsIn(await load('de'))];
  expect(texts.map(([path, , marks]) => [path, marks]).toSorted()).toEqual(german.map(([path, , marks]) => [path, marks]).toSorted());
  for (const [path, text, marks] of texts) {
    expect(text.trim(), path).not.toBe('');
    expect(text.match(/<\d>/g)?.toSorted() ?? [], path).toEqual(marks);
  }
});

/** Texts that two languages may share. */
const alike = new Set(['.step', '.call.short.camera']);

it.each(cases.filter(([, language]) => language !== 'de'))('no text of %s in %s is left in German', async (_, language, load) => {
  const [texts, german] = [textsIn(await load(language)), new Map(textsIn(await load('de')).map(([path, text]) => [path, text]))];
  expect(texts.filter(([path, text]) => !alike.has(path) && german.get(path) === text)).toEqual([]);
});

it('French puts no line break before its marks', async () => {
  for (const load of Object.values(parts)) {
    for (const [path, text] of textsIn(await load('fr'))) {
      expect(text, path).not.toMatch(/ [?!:;»]|« /);
    }
  }
});
