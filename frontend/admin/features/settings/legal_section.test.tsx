import { screen, waitFor, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { showInBranch } from '../../testing/render';
import { answerMutations } from '../../testing/server';
import { LegalSection } from './legal_section';
import type { BranchSettings } from './settings_query';

const accepted = { branch: null, strandedAppointments: [], userErrors: [] };
const imprint = { version: 2, url: 'https://salon.example/impressum', text: null, pageUrl: 'https://salon.example/impressum', since: '2026-11-23T08:00:00Z' };
const branch = { id: 'brn_mitte', timeZone: 'Europe/Berlin', vatNote: 'INCLUDED', imprint, privacyNotice: null, terms: null, retentionMonths: null, photosKeptDays: 30 } as unknown as BranchSettings;

const card = (name: string) => within(screen.getByRole('region', { name }));

test('a text that stands on the salon’s site becomes one that stands here', async () => {
  const sent = answerMutations(accepted);
  const user = await showInBranch(<LegalSection branch={branch} />);
  const shown = card('Impressum');
  expect(shown.getByLabelText<HTMLInputElement>('Webadresse (Impressum)').value).toBe(imprint.url);
  expect(shown.getByText(/Fassung 2, gültig seit/)).toBeTruthy();
  await user.selectOptions(shown.getByLabelText('Wo steht der Text? (Impressum)'), 'Hier');
  await user.type(shown.getByLabelText('Text (Impressum)'), 'Anna Albrecht');
  await user.tab();
  await waitFor(() => expect(sent.map(({ variables }) => variables.input)).toEqual([{ id: 'brn_mitte', imprint: { url: '', text: 'Anna Albrecht' } }]));
});

test('what stood nowhere gets an address', async () => {
  const sent = answerMutations(accepted);
  const user = await showInBranch(<LegalSection branch={branch} />);
  const shown = card('AGB');
  await user.selectOptions(shown.getByLabelText('Wo steht der Text? (AGB)'), 'Auf unserer Website');
  expect(sent).toEqual([]);
  await user.type(shown.getByLabelText('Webadresse (AGB)'), 'https://salon.example/agb{Enter}');
  await waitFor(() => expect(sent.map(({ variables }) => variables.input)).toEqual([{ id: 'brn_mitte', terms: { url: 'https://salon.example/agb', text: '' } }]));
});

test('nowhere removes a text at once', async () => {
  const sent = answerMutations(accepted);
  const user = await showInBranch(<LegalSection branch={branch} />);
  await user.selectOptions(card('Impressum').getByLabelText('Wo steht der Text? (Impressum)'), 'Nirgends');
  await waitFor(() => expect(sent.map(({ variables }) => variables.input)).toEqual([{ id: 'brn_mitte', imprint: { url: '', text: '' } }]));
});

test('customers are erased only after a preview', async () => {
  const sent = answerMutations({ branch: null, userErrors: [] }, { RetentionPreview: { retentionPreview: 412 } });
  const user = await showInBranch(<LegalSection branch={branch} />);
  const shown = card('Aufbewahrung');
  expect(shown.getByText('Ausgeschaltet: Kunden bleiben gespeichert')).toBeTruthy();
  const months = shown.getByLabelText('Monate ohne Termin');
  await user.clear(months);
  await user.click(shown.getByRole('button', { name: 'Vorschau' }));
  expect(shown.getByText('Gib eine Zahl von 3 bis 120 ein.')).toBeTruthy();
  await user.type(months, '24');
  await user.click(shown.getByRole('button', { name: 'Vorschau' }));
  const dialog = within(await screen.findByRole('dialog'));
  expect(dialog.getByText(/^412 Kunden waren seit 24 Monaten nicht da/)).toBeTruthy();
  expect(sent).toEqual([]);
  await user.click(dialog.getByRole('button', { name: 'Einschalten und löschen' }));
  await waitFor(() => expect(sent.map(({ variables }) => variables.input)).toEqual([{ branchId: 'brn_mitte', months: 24, customers: 412 }]));
});

test('how long photos are kept saves itself', async () => {
  const sent = answerMutations(accepted);
  const user = await showInBranch(<LegalSection branch={branch} />);
  const days = screen.getByLabelText<HTMLInputElement>('Fotos aus Gesprächen (Tage nach dem Termin)');
  expect(days.value).toBe('30');
  await user.clear(days);
  await user.type(days, 'ewig{Enter}');
  expect(await screen.findByText('Gib eine Zahl von 1 bis 365 ein.')).toBeTruthy();
  await user.clear(days);
  await user.type(days, '7{Enter}');
  await waitFor(() => expect(sent.map(({ variables }) => variables.input)).toEqual([{ id: 'brn_mitte', photosKeptDays: 7 }]));
});
