import { screen } from '@testing-library/react';
import { expect, test } from 'vitest';
import { SavedText } from '../parts/saved_text';
import { showInBranch } from '../testing/render';
import { answerMutations } from '../testing/server';
import { EmailSuggestion } from './email_suggestion';

/** Shows an address that is saved when its field is left, and returns what was saved. */
async function open(mailProviderMeant: string | null) {
  answerMutations({}, { ProviderMeant: { mailProviderMeant } });
  const saved: string[] = [];
  const save = async (value: string) => void saved.push(value);
  const user = await showInBranch(<SavedText label="E-Mail" value="" save={save} suggest={EmailSuggestion} />);
  return { saved, user };
}

const field = () => screen.getByLabelText<HTMLInputElement>('E-Mail');

test('a mistyped provider gets a suggestion, which is taken by a click', async () => {
  const { saved, user } = await open('gmail.com');
  await user.type(field(), 'lena@gmial.com');
  await user.click(await screen.findByRole('button', { name: 'Meintest du lena@gmail.com?' }));
  expect(field().value).toBe('lena@gmail.com');
  expect(saved).toEqual(['lena@gmail.com']);
});

test('it is never a refusal: what was typed can be saved', async () => {
  const { saved, user } = await open('gmail.com');
  await user.type(field(), 'lena@gmial.com');
  await screen.findByRole('button', { name: 'Meintest du lena@gmail.com?' });
  await user.type(field(), '{Enter}');
  expect(saved).toEqual(['lena@gmial.com']);
});

test('a provider that is not mistyped gets none', async () => {
  const { saved, user } = await open(null);
  await user.type(field(), 'lena@salon.example{Enter}');
  expect(saved).toEqual(['lena@salon.example']);
  expect(screen.queryByRole('button')).toBeNull();
});
