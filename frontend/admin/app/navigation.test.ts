import { expect, it } from 'vitest';
import type { Session } from '../session/session';
import { mayOpen } from './navigation';

const session = (role: Session['me']['role']): Session => ({
  me: { role, signedInBy: 'PASSWORD', newPinRequired: false, profile: { id: 'stf_a', displayName: 'Anna', color: '#0f5c63' } },
  branches: [],
  hasMoreBranches: false,
  inReach: true,
  restart: () => undefined,
});

it.each([
  ['/', true, true, true],
  ['/kalender', true, true, true],
  ['/kunden/cus_a', false, true, true],
  ['/braucht-dich', false, true, true],
  ['/mitarbeiter/stf_a/arbeitsplan', false, true, true],
  ['/leistungen', false, false, true],
  ['/auslastung', false, false, true],
  ['/aenderungsprotokoll', false, false, true],
  ['/unbekannt', true, true, true],
] as const)('opens %s to members: %s, to receptionists: %s, to managers: %s', (path, member, receptionist, manager) => {
  expect([mayOpen(session('MEMBER'), path), mayOpen(session('RECEPTIONIST'), path), mayOpen(session('MANAGER'), path)]).toEqual([member, receptionist, manager]);
});
