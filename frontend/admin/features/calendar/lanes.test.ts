import { expect, it } from 'vitest';
import { lanes } from './lanes';

/** Writes "a 9-11" as something that lasts from 9 to 11. */
const lasting = (text: string) => {
  const [id = '', from, to] = text.split(/[ -]/);
  return { id, from: Number(from), to: Number(to) };
};

it.each([
  ['nothing', [], []],
  ['one after the other', ['a 9-10', 'b 10-11'], ['a 0/1', 'b 0/1']],
  ['two at once', ['a 9-11', 'b 10-12'], ['a 0/2', 'b 1/2']],
  ['two short ones beside a long one', ['a 9-12', 'b 9-10', 'c 10-11'], ['a 0/2', 'b 1/2', 'c 1/2']],
  ['three at once', ['a 9-12', 'b 9-11', 'c 10-11'], ['a 0/3', 'b 1/3', 'c 2/3']],
  ['a new beginning after all have ended', ['a 9-11', 'b 10-11', 'c 11-12'], ['a 0/2', 'b 1/2', 'c 0/1']],
])('%s', (_, given, want) => {
  const places = lanes(given.map(lasting));
  expect([...places].map(([id, { lane, of }]) => `${id} ${lane}/${of}`).toSorted()).toEqual(want);
});
