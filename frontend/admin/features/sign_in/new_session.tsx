import { Modal, Stack, Text } from '@mantine/core';
import { useEffect, useState } from 'react';
import { ApiContext, newApi } from '../../api/api';
import { backOff } from '../../api/back_off';
import { currentLanguage } from '../../language/language';
import { useWords } from '../../language/words';
import { startQuery, type Till } from '../../session/session';
import { SignInWays } from './sign_in_ways';
import { signInWords } from './words';

interface Props {
  till: Till | null;
  /** Called with the profile that has signed in. */
  onSignedIn(profileId: string): void;
}

/** Signs in again over a page whose session has ended. The page, which others may look at meanwhile, is blurred. */
export default function NewSession({ till, onSignedIn }: Props) {
  const t = useWords(signInWords);
  // Not that of the page, whose requests wait for this dialog.
  const [api] = useState(() => newApi({ language: currentLanguage }));
  useEffect(() => () => void api.socket.client.dispose(), [api]);

  async function finish() {
    for (let attempt = 0; ; attempt += 1) {
      const { data } = await api.client.query(startQuery, {}, { requestPolicy: 'network-only' }).toPromise();
      if (data?.me) {
        onSignedIn(data.me.profile.id);
        return;
      }
      await new Promise((resolve) => {
        setTimeout(resolve, backOff(attempt));
      });
    }
  }
  return (
    <ApiContext value={api}>
      <Modal
        opened
        onClose={() => undefined}
        withCloseButton={false}
        closeOnClickOutside={false}
        closeOnEscape={false}
        title={t.sessionEnded}
        overlayProps={{ blur: 12 }}
        zIndex={300}
      >
        <Stack>
          <Text>{t.sessionEndedHint}</Text>
          <SignInWays till={till} onSignedIn={() => void finish()} />
        </Stack>
      </Modal>
    </ApiContext>
  );
}
