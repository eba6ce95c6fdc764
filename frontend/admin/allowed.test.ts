import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

/** The mutations of customers, and of who has no account yet: they have pages of their own. */
const outsideTheAdmin = new Set([
  'accessLinkUse',
  'ownerCreate',
  'appointmentBook',
  'appointmentEmailCorrect',
  'appointmentHold',
  'appointmentHoldRelease',
  'appointmentMailResend',
  'appointmentOfferTake',
  'changeRequestCreate',
  'changeRequestWithdraw',
  'customerLinkSend',
  'roomLateSet',
]);

/** Returns the mutations that receptionists may send, by the table of the API. */
function allowed(): string[] {
  const table = readFileSync(join(import.meta.dirname, '../../graph/testdata/access.txt'), 'utf8');
  return [...table.matchAll(/^(?:ANYONE|MEMBER|RECEPTIONIST)(?:\+PASSWORD)? +Mutation: (.*)$/gm)].flatMap(([, names = '']) => names.split(' '));
}

test('the admin has a place for every mutation that receptionists may send', () => {
  const files = readdirSync(import.meta.dirname, { recursive: true, encoding: 'utf8' }).filter((file) => /\.tsx?$/.test(file) && !file.includes('.test.'));
  const source = files.map((file) => readFileSync(join(import.meta.dirname, file), 'utf8')).join('\n');
  const missing = allowed().filter((name) => !outsideTheAdmin.has(name) && !new RegExp(`^ +${name}(\\(|$| )`, 'm').test(source));
  expect(missing).toEqual([]);
  expect(allowed()).toContain('staffAbsenceAdd');
});
