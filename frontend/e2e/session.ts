import type { BrowserContext } from 'playwright-core';
import { inject } from 'vitest';
import type { Person } from './demo_salon';

/** The cookie of somebody's session in every copy of the demo salon. */
export const sessionOf = (person: Person): string => inject('demoSalon').sessions[person];

/** Signs somebody of the demo salon in to a browser, without the form. */
export async function signInBrowser(context: BrowserContext, origin: string, person: Person) {
  const cookie = sessionOf(person);
  const separator = cookie.indexOf('=');
  await context.addCookies([
    { name: cookie.slice(0, separator), value: cookie.slice(separator + 1), url: origin, httpOnly: true, sameSite: 'Strict' },
  ]);
}
