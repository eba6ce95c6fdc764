import { screen } from '@testing-library/react';
import { expect, test } from 'vitest';
import { showInBranch } from '../../testing/render';
import { answerMutations } from '../../testing/server';
import { MailNotice } from './mail_notice';

test.each([
  ['de', 'NO_SENDER', 'Kunden von Mitte bekommen zurzeit keine E-Mails', /Es fehlt ein Absender\..*die E-Mail-Adresse der Filiale/],
  ['en', 'NO_SENDER', 'Customers of Mitte currently get no email', /There is no sender\..*the email address of the branch/],
  ['de', 'NO_MAIL_SERVER', 'Kunden von Mitte bekommen zurzeit keine E-Mails', /VISAVIS_SMTP_URL/],
  ['en', 'NO_MAIL_SERVER', 'Customers of Mitte currently get no email', /VISAVIS_SMTP_URL/],
] as const)('in %s, %s says that there is no mail, and what to do', async (language, obstacle, title, remedy) => {
  answerMutations({}, { MailObstacle: { branch: { __typename: 'Branch', id: 'brn_mitte', mailObstacle: obstacle } } });
  await showInBranch(<MailNotice />, language);
  expect((await screen.findByRole('alert')).textContent).toContain(title);
  expect(screen.getByText(remedy)).toBeDefined();
});
