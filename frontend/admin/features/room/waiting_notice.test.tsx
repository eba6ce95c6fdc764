import { Notifications } from '@mantine/notifications';
import { act, screen, waitFor } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { useApi } from '../../api/api';
import { wishSound } from '../../session/sound_wish';
import { showInBranch } from '../../testing/render';
import { answerMutations } from '../../testing/server';
import WaitingNotice from './waiting_notice';

const customer = (id: string, name: string, customerWaitsSince: string | null, roomAdmittedAt: string | null = null) => ({
  __typename: 'Appointment', id, start: '2026-11-23T09:00:00Z', roomUrl: `https://salon.example/admin/gespraech/${id}`, roomIsOwn: true, roomAdmittedAt, customerWaitsSince,
  contact: { __typename: 'Contact', name }, staff: { __typename: 'StaffProfile', id: 'stf_anna', displayName: 'Anna' },
});

let tones = 0;
let isInCall = false;

/** Sound as browsers make it. */
class Sound {
  state = 'running';
  currentTime = 0;
  destination = {};
  createGain = () => ({ gain: { setValueAtTime: () => undefined, exponentialRampToValueAtTime: () => undefined }, connect: () => undefined });
  createOscillator() {
    tones += 1;
    const tone = { frequency: { value: 0 }, connect: (next: object) => next, start: () => undefined, stop: () => undefined, addEventListener: (_: string, ended: () => void) => ended() };
    return { ...tone, connect: () => ({ connect: () => undefined }) };
  }
  close = async () => undefined;
}

beforeEach(() => {
  tones = 0;
  isInCall = false;
  vi.stubGlobal('AudioContext', Sound);
  Object.defineProperty(navigator, 'locks', {
    configurable: true,
    value: {
      query: async () => ({ held: isInCall ? [{ name: 'visavis call' }] : [] }),
      request: async (_: string, __: object, run: (lock: object) => Promise<void>) => run({}),
    },
  });
});
afterEach(() => void vi.unstubAllGlobals());

/** Has what is shown read again, as after a change by others. */
const Refresh = () => {
  const { freshness } = useApi();
  return <button onClick={() => freshness.refresh()}>Neu lesen</button>;
};

/** Shows the app to an owner; then who waits changes to the next list each time that it is called. */
async function open(first: unknown[]) {
  let list = first;
  let asked = 0;
  answerMutations({}, { WaitingCustomers: () => ({ waitingAppointments: { __typename: 'AppointmentConnection', nodes: (asked++, list) } }) });
  const user = await showInBranch(<><Refresh /><Notifications /><WaitingNotice /></>);
  await waitFor(() => expect(asked).toBe(1));
  await act(async () => undefined);
  return async (next: unknown[]) => {
    const before = asked;
    list = next;
    await user.click(screen.getByRole('button', { name: 'Neu lesen' }));
    await waitFor(() => expect(asked).toBe(before + 1));
    await act(async () => undefined);
  };
}

test('a customer who begins to wait is said and heard once; who waited before is only said', async () => {
  const become = await open([customer('apt_bea', 'Bea', '2026-11-23T08:50:00Z')]);
  expect(await screen.findByText('Bea ist im Warteraum von Anna')).toBeTruthy();
  expect(tones).toBe(0);
  const both = [customer('apt_bea', 'Bea', '2026-11-23T08:50:00Z'), customer('apt_carla', 'Carla', '2026-11-23T08:55:00Z')];
  await become(both);
  expect(await screen.findByText('Carla ist im Warteraum von Anna')).toBeTruthy();
  const links = screen.getAllByRole('link', { name: 'Gespräch öffnen' }).map((link) => link.getAttribute('href'));
  expect(links).toContain('https://salon.example/admin/gespraech/apt_carla');
  await waitFor(() => expect(tones).toBe(2));
  await become([...both]);
  expect(screen.getAllByText(/im Warteraum/)).toHaveLength(2);
  expect(tones).toBe(2);
});

test.each([
  ['where the sound is switched off', () => wishSound(false)],
  ['during a call of the device', () => void (isInCall = true)],
])('it stays silent %s', async (_, prepare) => {
  prepare();
  const become = await open([]);
  await become([customer('apt_carla', 'Carla', '2026-11-23T08:55:00Z')]);
  expect(await screen.findByText('Carla ist im Warteraum von Anna')).toBeTruthy();
  expect(tones).toBe(0);
});

test('who was let in before is not said', async () => {
  const become = await open([]);
  await become([customer('apt_carla', 'Carla', '2026-11-23T08:55:00Z', '2026-11-23T08:56:00Z')]);
  expect(screen.queryByText(/Warteraum/)).toBeNull();
});
