import { SegmentedControl, Text } from '@mantine/core';
import { lazy, useState } from 'react';
import { useWords } from '../../language/words';
import type { Till } from '../../session/session';
import { ByPassword } from './by_password';
import { signInWords } from './words';

const ByPin = lazy(() => import('./by_pin')); // for tills only

interface Props {
  /** The till of this browser; null if it is none. */
  till: Till | null;
  onSignedIn(): void;
}

/** Signs in by password, or by PIN at a till. */
export function SignInWays({ till, onSignedIn }: Props) {
  const t = useWords(signInWords);
  const [way, setWay] = useState<'password' | 'pin'>(till ? 'pin' : 'password');

  return (
    <>
      {till && (
        <>
          <Text c="dimmed">
            {till.name} · {till.branch.name}
          </Text>
          <SegmentedControl
            value={way}
            onChange={setWay}
            data={[
              { value: 'pin', label: t.byPin },
              { value: 'password', label: t.byPassword },
            ]}
          />
        </>
      )}
      {till && way === 'pin' ? <ByPin till={till} onSignedIn={onSignedIn} /> : <ByPassword onSignedIn={onSignedIn} />}
    </>
  );
}
