import { expect, test } from 'vitest';
import { csvOf } from './csv';

test('cells are separated as the language expects', () => {
  expect(csvOf([['Name', 'Besuche'], ['Kunde, Carla', '3']], 'de')).toBe('\uFEFFName;Besuche\r\nKunde, Carla;3\r\n');
  expect(csvOf([['Kunde, Carla', 'a;b']], 'en')).toBe('\uFEFF"Kunde, Carla",a;b\r\n');
});

test('quotes and lines stay in their cell', () => {
  expect(csvOf([['"Lena"', 'a\nb']], 'de')).toBe('\uFEFF"""Lena""";"a\nb"\r\n');
});

test('no cell is computed', () => {
  for (const text of ['=1+1', '+1+cmd|x', '-1', '@sum', '\t=1', '  =1']) {
    expect(csvOf([[text]], 'de')).toBe(`\uFEFF'${text}\r\n`);
  }
  expect(csvOf([['+49 (0)170 12/34-5']], 'de')).toBe('\uFEFF+49 (0)170 12/34-5\r\n');
  expect(csvOf([['=HYPERLINK("x";"y")']], 'de')).toBe('\uFEFF"\'=HYPERLINK(""x"";""y"")"\r\n');
  expect(csvOf([['a=b', 'lena@web.example']], 'de')).toBe('\uFEFFa=b;lena@web.example\r\n');
});
