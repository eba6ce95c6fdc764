import { Button, Group, Stack, Text, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useApi } from '../../api/api';
import { send } from '../../api/change';
import { askPasskey } from '../../api/passkey';
import { commonWords } from '../../language/common_words';
import { useWords } from '../../language/words';
import { signInByPasskey, signInByRecoveryCode } from './passkey_changes';
import { signInWords } from './words';

interface Props {
  /** The options that the server returned for the right password. */
  options: string;
  onSignedIn(): void;
  onBack(): void;
}

/** Asks for a passkey after the password, or for a recovery code in its place. */
export default function SecondFactor({ options, onSignedIn, onBack }: Props) {
  const t = useWords(signInWords);
  const common = useWords(commonWords);
  const { client } = useApi();
  const [code, setCode] = useState('');
  const [wrong, setWrong] = useState<string>();
  const [isSending, setSending] = useState(false);

  async function byPasskey() {
    const credential = await askPasskey(options);
    if (!credential) {
      setWrong(t.passkeyCancelled);
      return;
    }
    setSending(true);
    const outcome = await send(client, signInByPasskey, { input: { credential } });
    setSending(false);
    settle(outcome);
  }
  async function byCode(event: FormEvent) {
    event.preventDefault();
    setSending(true);
    const outcome = await send(client, signInByRecoveryCode, { input: { passkeyOptions: options, code } });
    setSending(false);
    settle(outcome);
  }
  function settle(outcome: { done: boolean; errors?: readonly { message: string }[] }) {
    if (outcome.done) {
      onSignedIn();
    } else {
      setWrong(outcome.errors?.[0]?.message || t.unreachable);
    }
  }
  return (
    <form onSubmit={(event) => void byCode(event)} noValidate>
      <Stack>
        <Text>{t.passkeyNeeded}</Text>
        <Button loading={isSending} onClick={() => void byPasskey()}>
          {t.usePasskey}
        </Button>
        <TextInput
          label={t.recoveryCode}
          description={t.recoveryCodeHint}
          autoComplete="one-time-code"
          value={code}
          error={wrong}
          onChange={(event) => setCode(event.currentTarget.value)}
        />
        <Group>
          <Button type="submit" variant="default" loading={isSending}>
            {t.useCode}
          </Button>
          <Button variant="default" onClick={onBack}>
            {common.cancel}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
