import { expect, test } from 'vitest';
import { messageOf, noticeOf } from './message';

const origin = 'https://salon.example';
const whole = { title: 'Neuer Termin', body: 'Di, 1.12., 14:00 · Haarschnitt', path: '/admin/kalender?termin=apt_1', tag: 'apt_1' };

test.each([
  ['whole', whole, whole],
  ['with the origin itself', { ...whole, path: `${origin}/admin/heute` }, { ...whole, path: '/admin/heute' }],
  ['without body and tag', { title: 'Neuer Termin', path: '/admin/heute' }, { title: 'Neuer Termin', body: '', path: '/admin/heute', tag: '' }],
  ['without a title', { ...whole, title: '' }, undefined],
  ['to the booking page', { ...whole, path: '/book/mitte' }, undefined],
  ['out of the admin by dots', { ...whole, path: '/admin/../book/mitte' }, undefined],
  ['out of the admin by coded dots', { ...whole, path: '/admin/%2e%2e/graphql' }, undefined],
  ['beside the admin', { ...whole, path: '/administrator/' }, undefined],
  ['to another host', { ...whole, path: '//evil.example/admin/' }, undefined],
  ['to a script', { ...whole, path: 'javascript:alert(1)' }, undefined],
  ['to nowhere', { ...whole, path: 'https://' }, undefined],
  ['without a path', { title: 'Neuer Termin' }, undefined],
  ['that is a list', [], undefined],
  ['that is null', null, undefined],
])('a message %s', (_, sent, read) => {
  expect(messageOf(JSON.stringify(sent), origin)).toEqual(read);
});

test.each([undefined, '', 'Neuer Termin'])('no message: %j', (text) => {
  expect(messageOf(text, origin)).toBeUndefined();
});

test.each([
  ['apt_1:waits', true],
  ['apt_1', false],
  ['', false], // browsers refuse to renotify without a tag
])('the tag %j makes a sound again: %s', (tag, renotify) => {
  expect(noticeOf({ ...whole, tag })).toEqual({ body: whole.body, tag, renotify, icon: '/admin/icons/192.png', data: whole.path });
});
