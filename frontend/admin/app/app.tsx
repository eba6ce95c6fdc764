import { Center } from '@mantine/core';
import { RouterProvider } from '@tanstack/react-router';
import { lazy, Suspense, useCallback, useEffect, useMemo, useState, useSyncExternalStore } from 'react';
import { Provider } from 'urql';
import { ApiContext, newApi, useApi } from '../api/api';
import { useLiveQuery } from '../api/live_query';
import { setUp } from '../api/touches';
import { currentLanguage } from '../language/language';
import { Answer } from '../parts/page';
import { router } from './router';
import { type Session, SessionContext, sessionOf, startQuery, type Till } from '../session/session';

// Loaded on demand: most signed-in users need none.
const SignIn = lazy(() => import('../features/sign_in/sign_in'));
const ConfirmSession = lazy(() => import('../features/sign_in/confirm_session'));
const NewSession = lazy(() => import('../features/sign_in/new_session'));
const FirstStart = lazy(() => import('../features/first_start/first_start'));

/** The whole app: the sign-in page, the first-start page or the admin, depending on the session. */
export function App() {
  const [starts, setStarts] = useState(0);
  const restart = useCallback(() => setStarts((before) => before + 1), []);
  // A restart discards the cache, because it belongs to another user.
  // oxlint-disable-next-line react/exhaustive-deps
  const api = useMemo(() => newApi({ language: currentLanguage }), [starts]);

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
  const { newSession } = useApi();
  const start = useLiveQuery(startQuery, {}, { touches: setUp });
  const { me, branches, till } = start.data ?? {};
  const session = useMemo(() => me && branches && sessionOf(me, branches, restart), [me, branches, restart]);
  // The page of a session that has ended stays, under the dialog to sign in again.
  const [known, setKnown] = useState<Session>();
  const isOther = Boolean(session && known && session.me.profile.id !== known.me.profile.id);
  if (session && session !== known && !isOther) {
    setKnown(session);
  }

  useEffect(() => {
    if (isOther) {
      restart();
    } else if (known && me === null) {
      void newSession.ask();
    } else if (me) {
      newSession.answer(true); // signed in again in another tab
    }
  }, [isOther, known, me, newSession, restart]);

  if (!start.data) {
    return (
      <Center component="main" mih="100dvh">
        <Answer of={start}>{() => null}</Answer>
      </Center>
    );
  }
  if (isOther) {
    return null;
  }
  if (!known) {
    return (
      <Suspense>
        <SignIn till={till ?? null} onSignedIn={restart} />
      </Suspense>
    );
  }
  return (
    <SessionContext value={known}>
      <Suspense>{known.branches.length === 0 ? <FirstStart onCreated={() => router.history.replace('/admin/erste-schritte')} /> : <RouterProvider router={router} />}</Suspense>
      <AskedConfirmation />
      <AskedSession known={known} till={till ?? null} />
    </SessionContext>
  );
}

interface AskedSessionProps {
  known: Session;
  till: Till | null;
}

/** The dialog to sign in again once the session has ended. Whoever else signs in gets the app anew. */
function AskedSession({ known, till }: AskedSessionProps) {
  const { freshness, newSession, socket } = useApi();
  const isAsked = useSyncExternalStore(newSession.onChange, newSession.isAsked);
  function go(profileId: string) {
    const isSame = profileId === known.me.profile.id;
    newSession.answer(isSame); // what somebody has sent is not repeated in the name of another
    if (isSame) {
      socket.client.terminate(); // it still belongs to the session that has ended
      freshness.refresh();
    } else {
      known.restart();
    }
  }
  return <Suspense>{isAsked && <NewSession till={till} onSignedIn={go} />}</Suspense>;
}

/** The dialog that a request needs which requires a fresh sign-in. */
function AskedConfirmation() {
  const { confirmation } = useApi();
  const isAsked = useSyncExternalStore(confirmation.onChange, confirmation.isAsked);
  return <Suspense>{isAsked && <ConfirmSession />}</Suspense>;
}
