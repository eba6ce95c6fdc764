import { MantineProvider } from '@mantine/core';
import { createMemoryHistory, createRootRoute, createRouter, RouterProvider } from '@tanstack/react-router';
import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { ReactElement } from 'react';
import { Provider } from 'urql';
import { ApiContext, newApi } from '../api/api';
import { type Language, LanguageProvider } from '../language/language';
import { type Session, SessionContext } from '../session/session';

/** The signed-in owner of a salon with one branch in Berlin. */
const session: Session = {
  me: { role: 'OWNER', signedInBy: 'PASSWORD', newPinRequired: false, profile: { id: 'stf_anna', displayName: 'Anna', color: '#0f5c63' } },
  branches: [{ id: 'brn_mitte', name: 'Mitte', slug: 'mitte', timeZone: 'Europe/Berlin', timeZoneAliases: [], locale: 'DE', currency: 'EUR', sendsMail: true, lastChangeId: '0', videoOnlyModes: [] }],
  hasMoreBranches: false,
  inReach: true,
  restart: () => undefined,
};

/** Renders in a language what needs neither a branch nor the server, and returns the user. */
export function show(element: ReactElement, language: Language = 'de') {
  localStorage.setItem('visavis-language', language);
  const user = userEvent.setup();
  const { rerender } = render(framed(element));
  return { user, update: (next: ReactElement) => rerender(framed(next)) };
}

/** Renders in a language what needs a branch or the server, once it stands on the page, and returns the user. */
export async function showInBranch(element: ReactElement, language: Language = 'de') {
  const api = newApi({ language: () => language });
  const page = (
    <ApiContext value={api}>
      <Provider value={api.client}>
        <SessionContext value={session}>
          <div data-testid="page">{element}</div>
        </SessionContext>
      </Provider>
    </ApiContext>
  );
  const routeTree = createRootRoute({ component: () => page });
  const router = createRouter({ routeTree, history: createMemoryHistory() });
  const { user } = show(<RouterProvider router={router as never} />, language);
  await screen.findByTestId('page');
  return user;
}

/** Without transitions, which tests would have to wait for. */
const framed = (element: ReactElement) => (
  <LanguageProvider>
    <MantineProvider env="test">{element}</MantineProvider>
  </LanguageProvider>
);
