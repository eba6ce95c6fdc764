import { screen } from '@testing-library/react';
import { afterEach, expect, test, vi } from 'vitest';
import { showInBranch } from '../../testing/render';
import { answerMutations } from '../../testing/server';
import FirstStart from './first_start';

const zone = (id: string, name: string, ...aliases: string[]) => ({ __typename: 'NamedTimeZone', id, name, aliases, offsetMinutes: 120 });
const zones = { TimeZones: { timeZones: [zone('Europe/Berlin', 'Berlin (Deutschland)'), zone('Europe/Kyiv', 'Kiew (Ukraine)', 'Europe/Kiev')] } };

afterEach(() => void vi.restoreAllMocks());

/** Opens the page on a device that says where it is. */
async function openIn(timeZone: unknown) {
  const options = new Intl.DateTimeFormat().resolvedOptions();
  vi.spyOn(Intl.DateTimeFormat.prototype, 'resolvedOptions').mockReturnValue({ ...options, timeZone: timeZone as string });
  const sent = answerMutations({ branch: null, userErrors: [] }, zones);
  const user = await showInBranch(<FirstStart onCreated={() => undefined} />);
  await user.type(screen.getByLabelText(/Name des Salons/), 'Salon Olga');
  return { sent, user };
}

const create = () => screen.getByRole('button', { name: 'Salon anlegen' });
const field = () => screen.getByLabelText<HTMLInputElement>('Zeitzone', { selector: 'input' });

test('the zone of the device is proposed by the name that the server gives it', async () => {
  const { sent, user } = await openIn('Europe/Kiev');
  await expect.poll(() => field().value).toBe('Kiew (Ukraine) · Europe/Kyiv · UTC+02:00');
  await user.click(create());
  await expect.poll(() => sent).toMatchObject([{ variables: { input: { name: 'Salon Olga', timeZone: 'Europe/Kyiv' } } }]);
});

test.each(['Etc/Unknown', undefined, 'Mars/Olympus', 'Pacific/Auckland'])('on a device that says %s, which the server does not list, one has to choose', async (timeZone) => {
  const { sent, user } = await openIn(timeZone);
  await user.click(field());
  await user.click(await screen.findByText(/Berlin/));
  await user.click(create());
  await expect.poll(() => sent).toMatchObject([{ variables: { input: { timeZone: 'Europe/Berlin' } } }]);
});

test('without a zone nothing is sent', async () => {
  const { sent, user } = await openIn('Etc/Unknown');
  await user.click(create());
  expect(await screen.findByText('Wähle die Zeitzone deines Salons.')).toBeDefined();
  expect(sent).toEqual([]);
});
