import { screen, waitFor } from '@testing-library/react';
import { expect, test } from 'vitest';
import { showInBranch } from '../../testing/render';
import { answerMutations } from '../../testing/server';
import { MailTextsPage } from './mail_texts_page';

const none = { subject: '', opening: '', closing: '' };
const builtIn = { subject: 'Dein Termin ist gebucht: {service}, {start}', opening: 'Hallo {customer},', closing: 'Viele Grüße' };
const textOf = (kind: string, locale: string, own = none, version = 0) => ({
  __typename: 'MailText', kind, locale, version, placeholders: ['{customer}', '{service}', '{start}'],
  own: { __typename: 'MailTextContent', ...own }, builtIn: { __typename: 'MailTextContent', ...builtIn },
});
const queries = {
  MailTexts: {
    mailTexts: [textOf('CONFIRMED', 'DE'), textOf('CONFIRMED', 'EN'), textOf('REMINDER', 'DE', { ...none, subject: 'Bis morgen!' }, 3), textOf('REMINDER', 'EN')],
  },
  MailTextPreview: { mailTextPreview: { __typename: 'MailTextPreview', subject: 'Betreff', text: 'Text', html: '<!DOCTYPE html><html lang="de"><head><style></style></head><body>Seite</body></html>' } },
};
const saved = { mailText: { ...textOf('CONFIRMED', 'DE', none, 1) }, userErrors: [] };

test('texts are saved together, with their version', async () => {
  const sent = answerMutations(saved, queries);
  const user = await showInBranch(<MailTextsPage />);
  const opening = await screen.findByLabelText<HTMLTextAreaElement>('Text vor den Angaben');
  expect(opening.placeholder).toBe('Hallo {customer},');
  await user.type(opening, 'Moin ');
  await user.click(screen.getByRole('button', { name: '{customer} Name des Kunden' }));
  expect(opening.value).toBe('Moin {customer}');
  await user.click(screen.getByRole('button', { name: 'Speichern' }));
  await waitFor(() =>
    expect(sent.map(({ variables }) => variables.input)).toEqual([
      { branchId: 'brn_mitte', kind: 'CONFIRMED', locale: 'DE', content: { subject: '', opening: 'Moin {customer}', closing: '' }, expectedVersion: 0 },
    ]),
  );
});

test('an unknown placeholder is named at once, and not saved', async () => {
  const sent = answerMutations(saved, queries);
  const user = await showInBranch(<MailTextsPage />);
  await user.type(await screen.findByLabelText('Betreff'), 'Hallo {{kunde}');
  expect(screen.getByText(/Diesen Platzhalter gibt es nicht: \{kunde\}/)).toBeTruthy();
  expect(screen.getByRole<HTMLButtonElement>('button', { name: 'Speichern' }).disabled).toBe(true);
  expect(sent).toEqual([]);
});

test('what is written stays while another email is looked at, and own texts are marked', async () => {
  answerMutations(saved, queries);
  const user = await showInBranch(<MailTextsPage />);
  await user.type(await screen.findByLabelText('Betreff'), 'Neu');
  await user.selectOptions(screen.getByLabelText('E-Mail'), 'Erinnerung · eigener Text');
  expect(screen.getByLabelText<HTMLInputElement>('Betreff').value).toBe('Bis morgen!');
  expect(screen.getByRole('button', { name: 'Eingebaute Texte verwenden' })).toBeTruthy();
  await user.selectOptions(screen.getByLabelText('E-Mail'), 'Bestätigung');
  expect(screen.getByLabelText<HTMLInputElement>('Betreff').value).toBe('Neu');
});

test('the preview runs no scripts', async () => {
  answerMutations(saved, queries);
  await showInBranch(<MailTextsPage />);
  const frame = await screen.findByTitle<HTMLIFrameElement>('Gestaltet');
  expect(frame.getAttribute('sandbox')).toBe('');
  expect(frame.srcdoc).toContain('Seite');
});
