import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { matches } from './matches';

interface Example {
  text: string;
  found: string[];
  missed: string[];
}

const examples = JSON.parse(readFileSync(new URL('../../../internal/text/testdata/matches.json', import.meta.url), 'utf8')) as Example[];

test.each(examples)('$text is found as the server finds it', ({ text, found, missed }) => {
  for (const form of ['NFC', 'NFD']) {
    expect(found.filter((search) => !matches(text.normalize(form), search.normalize(form)))).toEqual([]);
    expect(missed.filter((search) => matches(text.normalize(form), search.normalize(form)))).toEqual([]);
  }
});
