import { screen, waitFor } from '@testing-library/react';
import { expect, test, vi } from 'vitest';
import { showInBranch } from '../../testing/render';
import { answerMutations } from '../../testing/server';
import { PictureField } from './picture_field';

const logo = { id: 'pic_a', url: '/pictures/pic_a', width: 40, height: 20 };
const svg = new File(['<svg/>'], 'logo.svg', { type: 'image/svg+xml' });

test('a chosen file is added and its picture saved', async () => {
  const sent = answerMutations({ picture: { __typename: 'Picture', id: 'pic_b' }, userErrors: [] });
  const save = vi.fn<(id: string) => Promise<undefined>>().mockResolvedValue(undefined);
  const user = await showInBranch(<PictureField label="Logo" description="" value={null} save={save} />);
  await user.upload(screen.getByTestId('page').querySelector('input') as HTMLInputElement, svg);
  await waitFor(() => expect(save).toHaveBeenCalledWith('pic_b'));
  expect(sent.map(({ variables }) => atob(String(variables.input['content'])))).toEqual(['<svg/>']);
});

test('a refused file says why, and what is saved stays', async () => {
  answerMutations({ picture: null, userErrors: [{ __typename: 'UserError', code: 'PICTURE_INVALID', field: ['input', 'content'], message: 'Kein Bild.' }] });
  const save = vi.fn<(id: string) => Promise<undefined>>().mockResolvedValue(undefined);
  const user = await showInBranch(<PictureField label="Logo" description="" value={logo} save={save} />);
  await user.upload(screen.getByTestId('page').querySelector('input') as HTMLInputElement, svg);
  expect(await screen.findByText('Kein Bild.')).toBeTruthy();
  expect(save).not.toHaveBeenCalled();
});

test('a picture is removed', async () => {
  const save = vi.fn<(id: string) => Promise<undefined>>().mockResolvedValue(undefined);
  const user = await showInBranch(<PictureField label="Logo" description="" value={logo} save={save} />);
  await user.click(screen.getByRole('button', { name: 'Entfernen: Logo' }));
  expect(save).toHaveBeenCalledWith('');
});
