import type { BrowserContext } from 'playwright-core';
import { inject } from 'vitest';
import { password, run } from './api';
import type { Person } from './demo_salon';

/** The cookie of somebody's session in every copy of the demo salon. */
export const sessionOf = (person: Person): string => inject('demoSalon').sessions[person];

/** Makes somebody's session fresh at a server: those of the demo salon are as old as the test run. */
export async function confirmSession(origin: string, person: Person) {
  await run(origin, 'mutation ($input: SessionConfirmInput!) { sessionConfirm(input: $input) { freshUntil } }', { input: { password } }, { cookie: sessionOf(person) });
}

/** Signs somebody of the demo salon in to a browser, without the form. */
export async function signInBrowser(context: BrowserContext, origin: string, person: Person) {
  const cookie = sessionOf(person);
  const separator = cookie.indexOf('=');
  await context.addCookies([
    { name: cookie.slice(0, separator), value: cookie.slice(separator + 1), url: origin, httpOnly: true, sameSite: 'Strict' },
  ]);
}
