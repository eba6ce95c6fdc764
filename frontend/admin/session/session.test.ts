import { expect, it } from 'vitest';
import { type Branch, inKnownZones, isManager, keepsCustomers, sessionOf, type Start } from './session';

type Me = NonNullable<Start['me']>;

const branch = (slug: string): Branch => ({ id: `brn_${slug}`, name: slug, slug, timeZone: 'Europe/Berlin', timeZoneAliases: [], locale: 'DE', currency: 'EUR', sendsMail: true, lastChangeId: '0', videoOnlyModes: [] });
const page = (slugs: readonly string[], hasNextPage = false): Start['branches'] => ({ nodes: slugs.map(branch), pageInfo: { hasNextPage } });
const me = (role: Me['role'], ...active: string[]): Me => ({
  role,
  signedInBy: 'PASSWORD',
  newPinRequired: false,
  branches: page(active),
  profile: { id: 'stf_a', displayName: 'Anna', color: '#0f5c63' },
});

it.each([
  ['a member, who keeps the own column everywhere', me('MEMBER', 'mitte'), ['mitte', 'west']],
  ['a receptionist', me('RECEPTIONIST', 'west'), ['west']],
  ['a manager', me('MANAGER', 'mitte'), ['mitte']],
  ['a manager who is active nowhere', me('MANAGER'), ['mitte', 'west']],
  ['an owner', me('OWNER', 'mitte', 'west'), ['mitte', 'west']],
])('%s works with the branches in reach', (_, user, slugs) => {
  expect(sessionOf(user, page(['mitte', 'west']), () => undefined).branches.map(({ slug }) => slug)).toEqual(slugs);
});

it('a member of a large chain has more branches than the first page', () => {
  expect(sessionOf(me('MEMBER', 'mitte'), page(['mitte', 'west'], true), () => undefined)).toMatchObject({ hasMoreBranches: true, inReach: false });
  expect(sessionOf(me('OWNER', 'mitte'), page(['mitte', 'west'], true), () => undefined)).toMatchObject({ hasMoreBranches: false, inReach: true });
});

it.each([
  ['MEMBER', false, false],
  ['RECEPTIONIST', true, false],
  ['MANAGER', true, true],
  ['OWNER', true, true],
] as const)('%s keeps customers: %s, sets up: %s', (role, keeps, setsUp) => {
  const session = { me: me(role), branches: [], hasMoreBranches: false, inReach: true, restart: () => undefined };
  expect([keepsCustomers(session), isManager(session)]).toEqual([keeps, setsUp]);
});

it('a branch in a zone that the browser knows by an older name is computed with', () => {
  const young = { ...branch('mitte'), timeZone: 'Europe/Kyjiw', timeZoneAliases: ['Europe/Kiev'] };
  expect(inKnownZones([young, branch('west')]).map(({ timeZone }) => timeZone)).toEqual(['Europe/Kiev', 'Europe/Berlin']);
});

it('a zone that the browser does not know at all is named', () => {
  const far = { ...branch('mars'), timeZone: 'Mars/Olympus', timeZoneAliases: ['Mars/Mons'] };
  expect(inKnownZones([far]).map(({ timeZone, unknownZone }) => [timeZone, unknownZone])).toEqual([['UTC', 'Mars/Olympus']]);
});
