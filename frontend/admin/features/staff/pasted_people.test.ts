import { expect, test } from 'vitest';
import { pastedPeople } from './pasted_people';

/** Returns what was read, a person per line: first name|last name|address, and what is wrong. */
const read = (text: string, known: Parameters<typeof pastedPeople>[1] = []) =>
  pastedPeople(text, known).map(({ firstName, lastName, email, wrong }) => `${firstName}|${lastName}|${email}${wrong ? ` ${wrong}` : ''}`);

test.each([
  ['a name', 'Anna Müller', ['Anna|Müller|']],
  ['a first name', 'Anna', ['Anna||']],
  ['a name of several words', 'Anna von der Heide', ['Anna|von der Heide|']],
  ['a mail program', 'Anna Müller <anna@salon.example>', ['Anna|Müller|anna@salon.example']],
  ['a quoted name', '"Anna Müller" <anna@salon.example>', ['Anna|Müller|anna@salon.example']],
  ['an address book', '"Müller, Anna" <anna@salon.example>', ['Anna|Müller|anna@salon.example']],
  ['an address book without an address', 'Müller, Anna', ['Anna|Müller|']],
  ['a name and an address', 'Anna Müller anna@salon.example', ['Anna|Müller|anna@salon.example']],
  ['a comma before the address', 'Anna Müller, anna@salon.example', ['Anna|Müller|anna@salon.example']],
  ['a copied link', 'Anna Müller mailto:anna@salon.example', ['Anna|Müller|anna@salon.example']],
  ['an address', 'anna.müller@salon.example', ['Anna|Müller|anna.müller@salon.example']],
  ['recipients', 'Anna <a@salon.example>; Ben Bauer <b@salon.example>, Clara <c@salon.example>', ['Anna||a@salon.example', 'Ben|Bauer|b@salon.example', 'Clara||c@salon.example']],
  ['a spreadsheet', 'Anna\tMüller\tanna@salon.example\r\nBen\tBauer\t', ['Anna|Müller|anna@salon.example', 'Ben|Bauer|']],
  ['a spreadsheet of two columns', 'Anna Müller\tanna@salon.example', ['Anna|Müller|anna@salon.example']],
  ['a spreadsheet with phones', 'Anna\tMüller\t030 1234567\tanna@salon.example', ['Anna|Müller|anna@salon.example']],
  ['a file with semicolons', 'Anna;Müller;anna@salon.example', ['Anna|Müller|anna@salon.example']],
  ['a file with commas', 'Anna,Müller,anna@salon.example', ['Anna|Müller|anna@salon.example']],
  ['a heading', 'Nachname\tVorname\tE-Mail\nMüller\tAnna\tanna@salon.example', ['Anna|Müller|anna@salon.example']],
  ['an English heading', 'Name;Phone;Email\nAnna Müller;030 1;anna@salon.example', ['Anna|Müller|anna@salon.example']],
  ['a heading of names', 'Name\nAnna Müller\nBen', ['Anna|Müller|', 'Ben||']],
  ['empty lines and rules', '\n  \nAnna\n------\n\u00a0Ben\n', ['Anna||', 'Ben||']],
  ['nothing', ' \n', []],
])('%s', (_, text, people) => {
  expect(read(text)).toEqual(people);
});

test.each([
  ['an address that is none', 'Anna <anna@salon>', ['Anna||anna@salon email']],
  ['half an address', 'Anna anna@', ['Anna||anna@ email']],
  ['an address without letters before', '12@salon.example', ['||12@salon.example name']],
  ['a column without a name', 'Vorname\tE-Mail\n\tanna@salon.example', ['||anna@salon.example name']],
  ['an address twice', 'Anna <anna@salon.example>\nAnne <ANNA@salon.example>', ['Anna||anna@salon.example', 'Anne||ANNA@salon.example twice']],
  ['a name twice', 'Anna Müller\nanna müller', ['Anna|Müller|', 'anna|müller| twice']],
  ['two people of one name', 'Anna <a@salon.example>\nAnna <b@salon.example>', ['Anna||a@salon.example', 'Anna||b@salon.example']],
  ['a text', `Anna ${'x'.repeat(101)}`, [`Anna|${'x'.repeat(101)}| long`]],
])('%s is wrong', (_, text, people) => {
  expect(read(text)).toEqual(people);
});

test('who has a profile is known by the address, else by the name', () => {
  const known = [{ displayName: 'Anna Müller', email: 'anna@salon.example' }, { displayName: 'Ben', email: '' }];
  expect(read('Anne <anna@salon.example>\nAnna Müller <other@salon.example>\nBen <ben@salon.example>', known)).toEqual([
    'Anne||anna@salon.example known',
    'Anna|Müller|other@salon.example',
    'Ben||ben@salon.example known',
  ]);
  expect(read('ben', known)).toEqual(['ben|| known']);
});

test('each person has the line it stands in', () => {
  expect(pastedPeople('Anna\n\nBen <b@salon>').map(({ line }) => line)).toEqual(['Anna', 'Ben <b@salon>']);
});
