import { expect, it } from 'vitest';
import type { Session } from '../session/session';
import { groupsOf, mayOpen } from './navigation';

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
  ['/heute', true, true, true],
  ['/kunden/cus_a', false, true, true],
  ['/braucht-dich', false, true, true],
  ['/mitarbeiter/stf_a/arbeitsplan', false, true, true],
  ['/arbeitsplan', false, true, true],
  ['/leistungen', false, false, true],
  ['/rechtliches', false, false, true],
  ['/auslastung', false, false, true],
  ['/berichte', false, false, true],
  ['/aenderungsprotokoll', false, false, true],
  ['/unbekannt', true, true, true],
] as const)('opens %s to members: %s, to receptionists: %s, to managers: %s', (path, member, receptionist, manager) => {
  expect([mayOpen(session('MEMBER'), path), mayOpen(session('RECEPTIONIST'), path), mayOpen(session('MANAGER'), path)]).toEqual([member, receptionist, manager]);
});

it.each([
  ['MEMBER', { salon: ['today', 'calendar'], system: ['settings'] }],
  ['RECEPTIONIST', { salon: ['today', 'calendar', 'needsYou', 'customers'], manager: ['staff', 'workPlan'], system: ['settings'] }],
  [
    'MANAGER',
    {
      salon: ['calendar', 'needsYou', 'customers', 'utilization', 'report'],
      manager: ['staff', 'services', 'competencies', 'videoCalls', 'workPlan', 'openingHours', 'branchLibrary', 'videoOnlyMode'],
      booking: ['embedding', 'mailTexts', 'legal'],
      system: ['settings', 'outbox', 'auditTrail', 'firstSteps'],
    },
  ],
] as const)('the sidebar of a %s has the groups in which there is anything', (role, groups) => {
  expect(Object.fromEntries(groupsOf(session(role)).map(({ name, entries }) => [name, entries.map((entry) => entry.name)]))).toEqual(groups);
});
