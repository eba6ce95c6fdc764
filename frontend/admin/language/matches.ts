/**
 * Reports whether each word of a search begins a word of the text, whatever their case, accents and spelling of umlauts. The server
 * searches by the same rule, see internal/text; both are tested by its testdata/matches.json.
 */
export function matches(text: string, search: string): boolean {
  const whole = composed(text);
  const spellings = [whole, replaced(whole, longer), replaced(whole, shorter)];
  const words = spellings.flatMap((spelling) => partsOf(spelling).concat(partsOf(spelling.replace(joints, ''))));
  const begins = (part: string) => words.some((word) => word.startsWith(part));
  return chunksOf(search).every((chunk) => partsOf(chunk).every(begins) || begins(partsOf(chunk.replace(joints, '')).join('')));
}

const joints = /[\p{Pd}'`´‘’ʹʻʼ′]/gu;

/** Two ways to write an umlaut. */
const longer: Record<string, string> = { ä: 'ae', ö: 'oe', ü: 'ue', å: 'aa', ø: 'oe' };
const shorter: Record<string, string> = { ae: 'a', oe: 'o', ue: 'u', aa: 'a', æ: 'a', œ: 'o' };

/** Letters that have no decomposition. */
const plain: Record<string, string> = { ß: 'ss', æ: 'ae', œ: 'oe', ø: 'o', ł: 'l', đ: 'd', ð: 'd', þ: 'th', ı: 'i', ħ: 'h', ŋ: 'n', ŧ: 't', ə: 'e', ς: 'σ' };

const composed = (text: string) => text.replace(/\p{Cf}/gu, '').normalize('NFKC').toLowerCase().normalize('NFKC');

const replaced = (text: string, letters: Record<string, string>) => text.replace(new RegExp(Object.keys(letters).join('|'), 'gu'), (found) => letters[found] ?? found);

const folded = (text: string) => replaced(text, plain).normalize('NFD').replace(/[\u0300-\u036f]/gu, '');

const chunksOf = (search: string) => composed(search).split(/\s+/u);

const partsOf = (text: string): readonly string[] => folded(text).match(/[\p{L}\p{M}\p{N}\p{So}]+/gu) ?? [];
