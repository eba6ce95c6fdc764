import { screen, waitFor, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import type { Language } from '../../language/language';
import { showInBranch } from '../../testing/render';
import { answerMutations } from '../../testing/server';
import { KeptPhotos } from './kept_photos';

const photo = (id: string, sender: string, createdAt: string) => ({
  __typename: 'ConsultationPhoto', id, url: `https://booking.example/photos/${id}`, sender, width: 2048, height: 1365, createdAt,
});
const carlas = photo('pho_carla', 'CUSTOMER', '2026-11-23T09:42:00Z');
const salons = photo('pho_salon', 'STAFF', '2026-11-23T09:50:00Z');

/** Shows photos, and returns what is sent. */
async function open(photos: readonly object[], language: Language = 'de') {
  const of = { __typename: 'Appointment', id: 'apt_carla', photos };
  const sent = answerMutations(
    { appointment: { ...of, photos: photos.slice(1) }, userErrors: [] },
    {
      AppointmentPhotos: () => ({
        appointment: { ...of, photos: sent.length === 0 ? photos : photos.slice(1), branch: { __typename: 'Branch', id: 'brn_mitte', photosKeptDays: 30 } },
      }),
    },
  );
  const user = await showInBranch(<KeptPhotos appointmentId="apt_carla" name="Carla Kunde" />, language);
  return { user, sent };
}

test('kept photos say from whom they are, since when and for how long', async () => {
  const { user } = await open([carlas, salons]);
  const kept = within(await screen.findByRole('region', { name: 'Behaltene Fotos' }));
  expect(kept.getAllByRole('img').map((image) => [image.getAttribute('alt'), image.getAttribute('src')])).toEqual([
    ['Foto 1 von Carla Kunde, Mo., 23.11.2026, 10:42', '/photos/pho_carla'],
    ['Foto 2 vom Salon, Mo., 23.11.2026, 10:50', '/photos/pho_salon'],
  ]);
  expect(kept.getByText('Fotos werden 30 Tage nach dem Termin gelöscht.')).toBeTruthy();
  await user.click(kept.getByRole('button', { name: 'Foto 2 vom Salon, Mo., 23.11.2026, 10:50' }));
  const dialog = within(await screen.findByRole('dialog', { name: 'Foto 2 vom Salon, Mo., 23.11.2026, 10:50' }));
  expect(dialog.getByRole('img').getAttribute('src')).toBe('/photos/pho_salon');
  await user.click(dialog.getByRole('button', { name: 'Foto schließen' }));
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
});

test('a photo is deleted only after a question', async () => {
  const { user, sent } = await open([carlas, salons], 'en');
  await user.click(await screen.findByRole('button', { name: /^Photo 1 from Carla Kunde, .*10:42$/ }));
  await user.click(await screen.findByRole('button', { name: 'Delete' }));
  const question = within(await screen.findByRole('dialog', { name: 'Delete photo' }));
  expect(question.getByText('The photo is deleted at once. This can’t be undone.')).toBeTruthy();
  expect(sent).toEqual([]);
  await user.click(question.getByRole('button', { name: 'Delete photo' }));
  await waitFor(() => expect(sent).toMatchObject([{ operationName: 'ConsultationPhotoDelete', variables: { input: { id: 'pho_carla' } } }]));
  await waitFor(() => expect(screen.queryByRole('img', { name: /^Photo 1 from Carla Kunde, .*10:42$/ })).toBeNull());
  expect(screen.getByRole('img', { name: /^Photo 1 from the salon, .*10:50$/ })).toBeTruthy();
});

test('without photos there is nothing', async () => {
  await open([]);
  await waitFor(() => expect(screen.getByTestId('page').textContent).toBe(''));
});
