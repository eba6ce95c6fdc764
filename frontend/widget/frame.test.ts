import { expect, test } from 'vitest';
import { messageFrom } from './frame';

const frame = {} as Window;
const other = {} as Window;
const ours = 'https://booking.example';
const booked = { visavis: 'booked', value: { id: 'apt_1', start: '2026-11-26T09:00:00Z', service: 'svc_1' } };

test.each([
  ['the booking page', { source: frame, origin: ours, data: booked }, booked],
  ['its height', { source: frame, origin: ours, data: { visavis: 'height', value: 700 } }, { visavis: 'height', value: 700 }],
  ['another window', { source: other, origin: ours, data: booked }, undefined],
  ['another site in the frame', { source: frame, origin: 'https://evil.example', data: booked }, undefined],
  ['a sandboxed page', { source: frame, origin: 'null', data: booked }, undefined],
  ['no window', { source: null, origin: ours, data: booked }, undefined],
  ['another program', { source: frame, origin: ours, data: 'ready' }, undefined],
  ['nothing', { source: frame, origin: ours, data: null }, undefined],
  ['no height', { source: frame, origin: ours, data: { visavis: 'height', value: '1px; position: fixed' } }, undefined],
  ['a step', { source: frame, origin: ours, data: { visavis: 'step', value: { step: 'time' } } }, { visavis: 'step', value: { step: 'time' } }],
  ['no event of ours', { source: frame, origin: ours, data: { visavis: 'constructor', value: {} } }, undefined],
  ['a step without a name', { source: frame, origin: ours, data: { visavis: 'step', value: null } }, undefined],
  ['half a booking', { source: frame, origin: ours, data: { visavis: 'booked', value: { id: 'apt_1' } } }, undefined],
])('a message from %s', (_, event, want) => {
  expect(messageFrom(event, frame, ours, 'https://salon.example')).toEqual(want);
});

test('a frame that is gone has no window', () => {
  expect(messageFrom({ source: null, origin: ours, data: booked }, null, ours, ours)).toBeUndefined();
});

test('in a sandbox without an origin, the frame has none either', () => {
  expect(messageFrom({ source: frame, origin: 'null', data: booked }, frame, ours, 'null')).toEqual(booked);
  expect(messageFrom({ source: other, origin: 'null', data: booked }, frame, ours, 'null')).toBeUndefined();
});
