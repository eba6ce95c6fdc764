import { Notifications, notifications } from '@mantine/notifications';
import { screen, waitFor, within } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import { showInBranch } from '../../testing/render';
import { answerMutations, page } from '../../testing/server';
import { VideoCallsPage } from './video_calls_page';

afterEach(() => notifications.clean());

type Link = { provider: string; url: string | null };

const zoom: Link = { provider: 'ZOOM', url: 'https://zoom.us/j/84512345678' };
const own: Link = { provider: 'VISAVIS', url: null };

interface Given {
  links?: Record<string, Link | null>;
  ownRoomByDefault?: boolean;
  callsAreRelayed?: boolean;
}

const profile = (name: string, link: Link | null) => ({
  __typename: 'Staff', id: `stf_${name.toLowerCase()}`, displayName: name, title: '', color: '#0f5c63', competencies: [],
  videoLink: link && { __typename: 'VideoLink', roomPerAppointment: link.provider === 'VISAVIS', problem: null, ...link },
});

/** What the server knows of a branch with a video service, and of what changes of it do. */
function salon({ links = { Anna: null, Ben: null, Clara: null, David: null, Ella: null }, ownRoomByDefault = false, callsAreRelayed = true }: Given) {
  const branch = { __typename: 'Branch', id: 'brn_mitte', ownRoomByDefault, admitByHand: false, callsAreRelayed };
  const readiness = () =>
    Object.entries(links).map(([name, link]) => {
      const hasRoom = link !== null || branch.ownRoomByDefault;
      return {
        __typename: 'VideoReadiness', staff: profile(name, link), ready: hasRoom,
        requirements: [['VIDEO_COMPETENCY', true], ['VIDEO_LINK', hasRoom]].map(([code, met]) => ({ __typename: 'VideoRequirement', code, met, advice: `Rat zu ${String(code)}` })),
      };
    });
  const sent = answerMutations(
    () => {
      const { operationName, variables: { input } } = sent.at(-1)!;
      if (operationName === 'RoomSettingsUpdate') {
        Object.assign(branch, input);
        return { branch: { ...branch }, strandedAppointments: [], userErrors: [] };
      }
      const name = Object.keys(links).find((one) => profile(one, null).id === input['staffId'])!;
      links[name] = operationName === 'StaffVideoLinkRemove' ? null : input['provider'] === 'VISAVIS' ? own : { provider: 'ZOOM', url: String(input['link']) };
      return { staff: profile(name, links[name]), strandedAppointments: [], userErrors: [] };
    },
    {
      OwnRoom: () => ({ branch: { ...branch } }),
      VideoCalls: () => ({ videoReadiness: page('VideoReadiness', readiness()) }),
      Categories: { serviceCategories: page('ServiceCategory', [{ __typename: 'ServiceCategory', id: 'cat_video', name: 'Video' }]) },
      CatalogServices: { services: page('Service', [{ __typename: 'Service', id: 'svc_video', name: 'Beratung', delivery: 'VIDEO', category: { __typename: 'ServiceCategory', id: 'cat_video' }, bookableOnline: true, archived: false }]) },
    },
  );
  return sent;
}

const pageWithNotices = (
  <>
    <Notifications />
    <VideoCallsPage />
  </>
);

const everyone = 'Eigener Raum für alle ohne Link';

test('five people get rooms in one click and without a paste, and one click takes them back', async () => {
  const sent = salon({});
  const user = await showInBranch(pageWithNotices);
  await screen.findByText('0 von 5 startklar');
  const button = screen.getByRole('button', { name: everyone });
  expect(button.dataset['variant']).toBe('filled'); // what comes next
  await user.click(button);
  await screen.findByText('5 von 5 startklar');
  expect(screen.getAllByText('Eigener Raum (für alle ohne Link)')).toHaveLength(5);
  expect(sent.map(({ variables }) => variables.input)).toEqual([{ id: 'brn_mitte', ownRoomByDefault: true }]);
  await user.click(await screen.findByRole('button', { name: 'Rückgängig' }));
  await screen.findByText('0 von 5 startklar');
  await user.click(screen.getByRole('button', { name: everyone }));
  await user.click(await screen.findByRole('button', { name: 'Für alle ausschalten' }));
  await screen.findByText('0 von 5 startklar');
  expect(sent).toHaveLength(4);
});

test('links that there are go on beside the own room', async () => {
  salon({ links: { Anna: zoom, Ben: null } });
  const user = await showInBranch(pageWithNotices);
  const button = await screen.findByRole('button', { name: everyone });
  expect(button.dataset['variant']).toBe('default');
  expect(screen.getByText('Wer einen Link hat, behält ihn.')).toBeDefined();
  await user.click(button);
  await screen.findByText('2 von 2 startklar');
  expect(screen.getByLabelText<HTMLInputElement>('Video-Link oder Meeting-ID von Anna').value).toBe(zoom.url);
  expect(within(screen.getByRole('row', { name: /Anna/ })).queryByText(/Eigener Raum/)).toBeNull();
});

test('a person goes from a link to the own room and back', async () => {
  const sent = salon({ links: { Anna: { ...zoom } } });
  const user = await showInBranch(pageWithNotices);
  await user.click(await screen.findByRole('button', { name: 'Eigenen Raum nutzen: Anna' }));
  await screen.findByText('Eigener Raum', { selector: 'td *' });
  expect(screen.queryByLabelText('Anbieter von Anna')).toBeNull();
  expect(screen.queryByRole('link', { name: 'Raum testen: Anna' })).toBeNull();
  await user.click(await screen.findByRole('button', { name: 'Rückgängig' }));
  await screen.findByRole('link', { name: 'Raum testen: Anna' });
  await user.click(screen.getByRole('button', { name: 'Eigenen Raum nutzen: Anna' }));
  await screen.findByText('Eigener Raum', { selector: 'td *' });
  await user.type(screen.getByLabelText('Video-Link oder Meeting-ID von Anna'), `${zoom.url}{Enter}`);
  await screen.findByRole('link', { name: 'Raum testen: Anna' });
  const input = sent.map(({ variables }) => variables.input);
  expect(input).toEqual([
    { staffId: 'stf_anna', provider: 'VISAVIS' },
    { staffId: 'stf_anna', link: zoom.url, provider: 'ZOOM', roomPerAppointment: false },
    { staffId: 'stf_anna', provider: 'VISAVIS' },
    { staffId: 'stf_anna', link: zoom.url },
  ]);
});

test.each([
  ['nobody has a room by default', false, 'Eigenen Raum entfernen: Anna', 'Rat zu VIDEO_LINK'],
  ['the own room is the default', true, 'Wie in der Filiale eingestellt: Anna', 'Eigener Raum (für alle ohne Link)'],
])('what a person has chosen is removed where %s', async (_, ownRoomByDefault, name, after) => {
  const sent = salon({ links: { Anna: own }, ownRoomByDefault });
  const user = await showInBranch(pageWithNotices);
  await user.click(await screen.findByRole('button', { name }));
  await screen.findByText(after);
  expect(sent.map(({ operationName }) => operationName)).toEqual(['StaffVideoLinkRemove']);
  expect(document.activeElement).not.toBe(document.body); // also where the button is gone
  await user.click(await screen.findByRole('button', { name: 'Rückgängig' }));
  await screen.findByRole('button', { name });
  expect(sent[1]?.variables.input).toEqual({ staffId: 'stf_anna', link: null, provider: 'VISAVIS', roomPerAppointment: true });
});

test.each([true, false])('whether calls fail without a relay is said, relayed: %s', async (callsAreRelayed) => {
  salon({ callsAreRelayed });
  await showInBranch(pageWithNotices);
  await screen.findByRole('button', { name: everyone });
  expect(screen.queryByText('Im eigenen Raum scheitern manche Gespräche') === null).toBe(callsAreRelayed);
  expect(screen.queryByText(/VISAVIS_TURN_ADDR/) === null).toBe(callsAreRelayed);
});

test('customers of other providers may be let in by hand', async () => {
  const sent = salon({ links: { Anna: zoom } });
  const user = await showInBranch(pageWithNotices);
  const box = await screen.findByRole('switch', { name: /^Kunden von Hand einlassen/ });
  await user.click(box);
  await waitFor(() => expect((box as HTMLInputElement).checked).toBe(true));
  expect(sent.map(({ variables }) => variables.input)).toEqual([{ id: 'brn_mitte', admitByHand: true }]);
});
