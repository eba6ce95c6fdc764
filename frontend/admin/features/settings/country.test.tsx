import { screen } from '@testing-library/react';
import { expect, test } from 'vitest';
import type { Language } from '../../language/language';
import { showInBranch } from '../../testing/render';
import { answerMutations } from '../../testing/server';
import { Country } from './country';
import type { BranchSettings } from './settings_query';

const accepted = { branch: null, strandedAppointments: [], userErrors: [] };

/** Shows the country of a branch in Berlin. */
const open = (language: Language = 'de') =>
  showInBranch(<Country branch={{ id: 'brn_mitte', countryCode: 'DE', subdivisionCode: 'DE-BE' } as BranchSettings} />, language);

const country = (label: string) => screen.getByLabelText<HTMLInputElement>(label, { selector: 'input' });

test.each([
  ['de', 'Land', 'Deutschland'],
  ['en', 'Country', 'Germany'],
] as const)('the country is named in the language of the page, in %s', async (language, label, name) => {
  await open(language);
  expect(country(label).value).toBe(name);
});

test.each([
  ['schw', 'Schweiz', 'CH'],
  ['osterr', 'Österreich', 'AT'],
  ['Cote', 'Côte d’Ivoire', 'CI'],
])('%s finds %s, whose code is saved', async (typed, name, countryCode) => {
  const sent = answerMutations(accepted);
  const user = await open();
  await user.clear(country('Land'));
  await user.type(country('Land'), typed);
  await user.click(await screen.findByRole('option', { name }));
  await expect.poll(() => sent.map(({ variables }) => variables.input)).toEqual([{ id: 'brn_mitte', countryCode }]);
});

test('no country is a choice', async () => {
  const sent = answerMutations(accepted);
  const user = await open();
  await user.click(country('Land'));
  await user.click(await screen.findByRole('option', { name: 'Kein Land' }));
  await expect.poll(() => sent.map(({ variables }) => variables.input)).toEqual([{ id: 'brn_mitte', countryCode: '' }]);
});
