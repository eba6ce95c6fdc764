import { expect, it } from 'vitest';
import { unknownPlaceholders } from './unknown_placeholders';

const known = ['{customer}', '{start}'];

// As in internal/mailtext/mailtext_test.go.
it.each([
  ['', []],
  ['{customer} and {start}', []],
  ['{kunde}, {Customer}, { customer }, {}, {kunde}', ['{kunde}', '{Customer}', '{ customer }', '{}']],
  ['{{customer}}', []],
  ['a { b\nc } d', []],
  ['{customer {start}', []],
])('in %j', (text, unknown) => {
  expect(unknownPlaceholders(text, known)).toEqual(unknown);
});
