import { Notifications } from '@mantine/notifications';
import { screen, waitFor } from '@testing-library/react';
import { beforeEach, expect, test } from 'vitest';
import { LanguageButton } from '../../parts/language_button';
import { showInBranch } from '../../testing/render';
import { answerMutations, page } from '../../testing/server';
import { FirstDayPage } from './first_day_page';
import { FirstStepsNotice } from './first_steps_notice';
import WhileNotReady from './while_not_ready';

beforeEach(() => {
  localStorage.clear();
  sessionStorage.clear();
});

type Code = 'OPENING_HOURS' | 'SERVICES' | 'STAFF' | 'VIDEO_ROOMS' | 'LEGAL_TEXTS';

/** What the server answers about a branch that lacks something. */
function lacking(codes: readonly Code[], { bookable = false, ownRoomByDefault = false, openingHours = [] as unknown[], all = ['OPENING_HOURS', 'SERVICES', 'LEGAL_TEXTS'] as readonly Code[] } = {}) {
  const requirements = all.map((code) => ({ __typename: 'BranchRequirement', code, met: !codes.includes(code), advice: `Rat zu ${code}` }));
  const people = [['Anna', false], ['Ben', true]] as const;
  const branch = { branch: { __typename: 'Branch', id: 'brn_mitte', openingHours, openingHoursVersion: 3, ownRoomByDefault } };
  const staff = {
    staff: page('Staff', people.map(([displayName, bookableOnline]) => ({ __typename: 'Staff', id: `stf_${displayName.toLowerCase()}`, displayName, email: '', bookableOnline }))),
  };
  return {
    BranchReadiness: { branchReadiness: { __typename: 'BranchReadiness', ready: codes.length === 0, bookable, requirements, servicesWithoutStaff: [] } },
    FirstDay: branch,
    FirstDayStaff: staff,
    NewPeople: staff,
    NewPeopleHours: branch,
  };
}

const branch = { __typename: 'Branch', id: 'brn_mitte', openingHours: [], openingHoursVersion: 4, ownRoomByDefault: true };
const created = {
  branch, strandedAppointments: [], userErrors: [],
  serviceCategories: [{ __typename: 'ServiceCategory', id: 'cat_1' }],
  services: [{ __typename: 'Service', id: 'svc_1' }, { __typename: 'Service', id: 'svc_2' }],
};

test('each missing thing is a link to its place, and the page leads to the booking page', async () => {
  answerMutations({}, lacking(['OPENING_HOURS', 'LEGAL_TEXTS']));
  await showInBranch(<FirstDayPage />);
  expect(await screen.findByText('1 von 3 erledigt')).toBeDefined();
  const places = ['OPENING_HOURS', 'LEGAL_TEXTS'].map((code) => screen.getByRole('link', { name: `Rat zu ${code}` }).getAttribute('href'));
  expect(places).toEqual(['/oeffnungszeiten', '/rechtliches']);
  expect(screen.queryByRole('link', { name: 'Rat zu SERVICES' })).toBeNull();
  expect(screen.queryByRole('button', { name: 'Vorlage übernehmen' })).toBeNull(); // there are services
  expect(screen.getByRole('link', { name: 'Probier es als Kunde' }).getAttribute('href')).toBe('/book/mitte');
});

test('a template sets the branch up in one step, and is undone in one', async () => {
  const sent = answerMutations(created, lacking(['OPENING_HOURS', 'SERVICES']));
  const user = await showInBranch(
    <>
      <Notifications />
      <FirstDayPage />
    </>,
  );
  await user.click(await screen.findByLabelText('Barbershop'));
  expect(screen.getByText('Öffnungszeiten: Mo–Sa 10:00–19:00')).toBeDefined();
  await user.click(screen.getByRole('button', { name: 'Vorlage übernehmen' }));
  await user.click(await screen.findByRole('button', { name: 'Rückgängig' }));
  await waitFor(() => expect(sent).toHaveLength(2));
  const [done, undone] = sent.map(({ variables }) => variables.input);
  expect(done).toMatchObject({ branchId: 'brn_mitte', expectedOpeningHoursVersion: 3, ownRoomByDefault: true, qualifiedStaffIds: ['stf_ben'] });
  expect(done?.['openingHours']).toHaveLength(6);
  expect(done?.['categories']).toMatchObject([{ name: 'Haare' }, { name: 'Bart' }]);
  expect(undone).toEqual({
    branchId: 'brn_mitte', openingHours: [], expectedOpeningHoursVersion: 4, ownRoomByDefault: false, removedServiceIds: ['svc_1', 'svc_2'], removedCategoryIds: ['cat_1'],
  });
});

test('a template leaves the own room that there is, also when it is undone', async () => {
  const sent = answerMutations(created, lacking(['SERVICES'], { ownRoomByDefault: true }));
  const user = await showInBranch(
    <>
      <Notifications />
      <FirstDayPage />
    </>,
  );
  await user.click(await screen.findByRole('button', { name: 'Vorlage übernehmen' }));
  await user.click(await screen.findByRole('button', { name: 'Rückgängig' }));
  await waitFor(() => expect(sent.map(({ variables }) => variables.input['ownRoomByDefault'])).toEqual([null, null]));
});

test('everybody gets a video room in one click', async () => {
  const queries = lacking(['VIDEO_ROOMS'], { all: ['STAFF', 'VIDEO_ROOMS'] });
  const sent = answerMutations({ branch: { __typename: 'Branch', id: 'brn_mitte', ownRoomByDefault: true, admitByHand: false }, strandedAppointments: [], userErrors: [] }, queries);
  const user = await showInBranch(<FirstDayPage />);
  expect((await screen.findByRole('link', { name: 'Rat zu VIDEO_ROOMS' })).getAttribute('href')).toBe('/video-anrufe');
  await user.click(screen.getByRole('button', { name: 'Eigener Raum für alle ohne Link' }));
  await waitFor(() => expect(screen.queryByRole('button', { name: 'Eigener Raum für alle ohne Link' })).toBeNull());
  expect(sent.map(({ variables }) => variables.input)).toEqual([{ id: 'brn_mitte', ownRoomByDefault: true }]);
});

test('a template leaves the opening hours that there are', async () => {
  const sent = answerMutations(created, lacking(['SERVICES'], { openingHours: [{ __typename: 'WeeklyInterval', weekday: 'MONDAY', from: '08:00', to: '12:00' }] }));
  const user = await showInBranch(<FirstDayPage />);
  expect(await screen.findByText('Deine Öffnungszeiten bleiben, wie sie sind.')).toBeDefined();
  await user.click(screen.getByRole('button', { name: 'Vorlage übernehmen' }));
  await expect.poll(() => sent[0]?.variables.input['openingHours']).toBeNull();
});

/** The two places that lead to the page. */
const leads = (
  <>
    <FirstStepsNotice />
    <WhileNotReady>Erste Schritte in der Leiste</WhileNotReady>
  </>
);

test.each([
  ['nobody can be booked', lacking(['SERVICES']), true, true],
  ['only legal texts are missing', lacking(['LEGAL_TEXTS'], { bookable: true }), false, true],
  ['all is met', lacking([], { bookable: true }), false, false],
])('when %s', async (_, queries, isInCalendar, isInSidebar) => {
  let asked = 0;
  answerMutations({}, {
    BranchReadiness() {
      asked++;
      return queries.BranchReadiness;
    },
  });
  await showInBranch(leads);
  await waitFor(() => expect(asked).toBeGreaterThan(0));
  await waitFor(() => expect(screen.queryByText('Erste Schritte in der Leiste') !== null).toBe(isInSidebar));
  expect(screen.queryByRole('link', { name: 'Salon einrichten' }) !== null).toBe(isInCalendar);
  await waitFor(() => expect(localStorage.getItem('visavis-first-steps brn_mitte') !== null).toBe(!isInSidebar)); // then it is asked no more
});

test('whoever dismisses the first steps sees them no more on this device', async () => {
  answerMutations({}, lacking(['SERVICES']));
  const user = await showInBranch(
    <>
      {leads}
      <FirstDayPage />
    </>,
  );
  await screen.findByText('Erste Schritte in der Leiste');
  await user.click(await screen.findByRole('button', { name: 'Auf diesem Gerät nicht mehr zeigen' }));
  await waitFor(() => expect(screen.queryByText('Erste Schritte in der Leiste')).toBeNull());
  expect(screen.queryByRole('link', { name: 'Salon einrichten' })).toBeNull();
  expect(screen.getByRole('button', { name: 'Vorlage übernehmen' })).toBeDefined();
});

test('the advice follows the language of the page', async () => {
  let asked = 0;
  answerMutations({}, { ...lacking(['SERVICES']), BranchReadiness: () => lacking([++asked === 1 ? 'SERVICES' : 'LEGAL_TEXTS']).BranchReadiness });
  const user = await showInBranch(
    <>
      <LanguageButton />
      <FirstDayPage />
    </>,
  );
  await screen.findByRole('link', { name: 'Rat zu SERVICES' });
  await user.click(screen.getByRole('button', { name: 'English' }));
  expect(await screen.findByRole('link', { name: 'Rat zu LEGAL_TEXTS' })).toBeDefined();
});

test.each([
  ['nobody', ['STAFF'], ['Dein Team', 'Was du brauchst']],
  ['people', ['SERVICES'], ['Was du brauchst', 'Dein Team']],
] as const)('with %s in the branch, what is of use stands first', async (_, codes, order) => {
  answerMutations({}, lacking(codes, { all: ['STAFF', 'SERVICES'] }));
  await showInBranch(<FirstDayPage />);
  await screen.findByText('Dein Team');
  expect(screen.getAllByRole('heading', { level: 2 }).map(({ textContent }) => textContent).filter((text) => order.some((one) => one === text))).toEqual(order);
});

test('a template qualifies also those behind the first hundred', async () => {
  const sent = answerMutations(created, {
    ...lacking(['SERVICES']),
    FirstDayStaff({ after }) {
      const id = after ? 'stf_last' : 'stf_first';
      return { staff: { ...page('Staff', [{ __typename: 'Staff', id, bookableOnline: true }]), pageInfo: { __typename: 'PageInfo', hasNextPage: !after, endCursor: after ? null : 'hundredth' } } };
    },
  });
  const user = await showInBranch(<FirstDayPage />);
  await user.click(await screen.findByRole('button', { name: 'Vorlage übernehmen' }));
  await expect.poll(() => sent[0]?.variables.input['qualifiedStaffIds']).toEqual(['stf_first', 'stf_last']);
});
