import { Center } from '@mantine/core';
import { RouterProvider } from '@tanstack/react-router';
import { lazy, Suspense, useCallback, useEffect, useMemo, useState, useSyncExternalStore } from 'react';
import { Provider } from 'urql';
import { ApiContext, newApi, useApi } from '../api/api';
import { useLiveQuery } from '../api/live_query';
import { currentLanguage } from '../language/language';
import { Answer } from '../parts/page';
import { router } from './router';
import { SessionContext, sessionOf, startQuery } from '../session/session';

// Loaded on demand: most signed-in users need none.
const SignIn = lazy(() => import('../features/sign_in/sign_in'));
const ConfirmSession = lazy(() => import('../features/sign_in/confirm_session'));
const FirstStart = lazy(() => import('../features/first_start/first_start'));

/** The whole app: the sign-in page, the first-start page or the admin, depending on the session. */
export function App() {
  const [starts, setStarts] = useState(0);
  const restart = useCallback(() => setStarts((before) => before + 1), []);
  // A restart discards the cache, because it belongs to another user.
  // oxlint-disable-next-line react/exhaustive-deps
  const api = useMemo(() => newApi({ language: currentLanguage, onSignedOut: restart }), [starts, restart]);

  useEffect(() => () => void api.socket.client.dispose(), [api]);

  return (
    <ApiContext value={api}>
      <Provider value={api.client} key={starts}>
        <CurrentPage restart={restart} />
      </Provider>
    </ApiContext>
  );
}

interface CurrentPageProps {
  restart(): void;
}

function CurrentPage({ restart }: CurrentPageProps) {
  const start = useLiveQuery(startQuery, {});
  const { me, branches, till } = start.data ?? {};
  const session = useMemo(() => me && branches && sessionOf(me, branches, restart), [me, branches, restart]);

  if (!start.data) {
    return (
      <Center component="main" mih="100dvh">
        <Answer of={start}>{() => null}</Answer>
      </Center>
    );
  }
  if (!session) {
    return (
      <Suspense>
        <SignIn till={till ?? null} onSignedIn={restart} />
      </Suspense>
    );
  }
  return (
    <SessionContext value={session}>
      <Suspense>{session.branches.length === 0 ? <FirstStart /> : <RouterProvider router={router} />}</Suspense>
      <AskedConfirmation />
    </SessionContext>
  );
}

/** The dialog that a request needs which requires a fresh sign-in. */
function AskedConfirmation() {
  const { confirmation } = useApi();
  const isAsked = useSyncExternalStore(confirmation.onChange, confirmation.isAsked);
  return <Suspense>{isAsked && <ConfirmSession />}</Suspense>;
}
