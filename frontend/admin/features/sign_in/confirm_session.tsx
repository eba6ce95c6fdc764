import { Button, Group, Modal, PasswordInput, Stack, Text } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useApi } from '../../api/api';
import { send } from '../../api/change';
import { graphql } from '../../api/graphql';
import { askPasskey, knowsPasskeys } from '../../api/passkey';
import { commonWords } from '../../language/common_words';
import { useWords } from '../../language/words';
import { useSession } from '../../session/session';
import { signOut } from '../../session/sign_out';
import { signInWords } from './words';

const sessionConfirm = graphql(`
  mutation SessionConfirm($input: SessionConfirmInput!) {
    sessionConfirm(input: $input) {
      freshUntil
      userErrors {
        code
        field
        message
      }
    }
  }
`);

const sessionConfirmBegin = graphql(`
  mutation SessionConfirmBegin {
    sessionConfirmBegin {
      options
      userErrors {
        code
        field
        message
      }
    }
  }
`);

/** The dialog that makes the session fresh, so that the request that asked for it is repeated. */
export default function ConfirmSession() {
  const t = useWords(signInWords);
  const { confirmation } = useApi();
  const { me } = useSession();
  return (
    <Modal opened onClose={() => confirmation.answer(false)} title={t.confirmTitle}>
      {me.signedInBy === 'PIN' ? <SignInAgain /> : <ByPassword />}
    </Modal>
  );
}

function ByPassword() {
  const t = useWords(signInWords);
  const common = useWords(commonWords);
  const { client, confirmation } = useApi();
  const [password, setPassword] = useState('');
  const [wrong, setWrong] = useState<string>();
  const [isSending, setSending] = useState(false);

  async function confirm(event: FormEvent) {
    event.preventDefault();
    setSending(true);
    const outcome = await send(client, sessionConfirm, { input: { password } });
    setSending(false);
    if (outcome.done) {
      confirmation.answer(true);
    } else {
      setWrong(outcome.errors[0]?.message || t.unreachable);
    }
  }
  async function confirmByPasskey() {
    const begun = await send(client, sessionConfirmBegin, {});
    if (!begun.done) {
      setWrong(begun.errors[0]?.message || t.unreachable);
      return;
    }
    const { options } = begun.payload;
    const credential = options ? await askPasskey(options) : undefined;
    if (!credential) {
      setWrong(options ? t.passkeyCancelled : t.noPasskey);
      return;
    }
    const outcome = await send(client, sessionConfirm, { input: { credential } });
    if (outcome.done) {
      confirmation.answer(true);
    } else {
      setWrong(outcome.errors[0]?.message || t.unreachable);
    }
  }
  return (
    <form onSubmit={(event) => void confirm(event)} noValidate>
      <Stack>
        <Text>{t.confirmHint}</Text>
        <PasswordInput
          label={t.password}
          autoComplete="current-password"
          required
          data-autofocus
          value={password}
          error={wrong}
          onChange={(event) => setPassword(event.currentTarget.value)}
        />
        <Group justify="flex-end">
          <Button variant="default" onClick={() => confirmation.answer(false)}>
            {common.cancel}
          </Button>
          {knowsPasskeys() && (
            <Button variant="default" onClick={() => void confirmByPasskey()}>
              {t.usePasskey}
            </Button>
          )}
          <Button type="submit" loading={isSending}>
            {t.confirm}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

/** A PIN cannot make a session fresh. */
function SignInAgain() {
  const t = useWords(signInWords);
  const common = useWords(commonWords);
  const { client, confirmation } = useApi();
  const { restart } = useSession();

  async function leave() {
    await send(client, signOut, { input: {} });
    confirmation.answer(false);
    restart();
  }
  return (
    <Stack>
      <Text>{t.pinTooWeak}</Text>
      <Group justify="flex-end">
        <Button variant="default" onClick={() => confirmation.answer(false)}>
          {common.cancel}
        </Button>
        <Button onClick={() => void leave()}>{t.toPassword}</Button>
      </Group>
    </Stack>
  );
}
