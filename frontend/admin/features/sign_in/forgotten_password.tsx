import { Button, Group, Stack, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useApi } from '../../api/api';
import { send } from '../../api/change';
import { graphql } from '../../api/graphql';
import { commonWords } from '../../language/common_words';
import { useWords } from '../../language/words';
import { signInWords } from './words';

const passwordResetRequest = graphql(`
  mutation PasswordResetRequest($input: PasswordResetRequestInput!) {
    passwordResetRequest(input: $input) {
      sendsMail
      userErrors {
        code
        field
        message
      }
    }
  }
`);

interface Props {
  email: string;
  onBack(): void;
}

/** Requests an email with a link to set a new password. */
export default function ForgottenPassword({ email, onBack }: Props) {
  const t = useWords(signInWords);
  const common = useWords(commonWords);
  const { client } = useApi();
  const [written, setWritten] = useState(email);
  const [said, setSaid] = useState<string>();
  const [wrong, setWrong] = useState<string>();
  const [isSending, setSending] = useState(false);

  async function request() {
    if (written.trim() === '') {
      setWrong(t.emailMissing);
      return;
    }
    setSending(true);
    const outcome = await send(client, passwordResetRequest, { input: { email: written } });
    setSending(false);
    setWrong(outcome.done ? undefined : outcome.errors[0]?.message || t.unreachable);
    setSaid(outcome.done ? (outcome.payload.sendsMail ? t.linkSent : t.noMail) : undefined);
  }

  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void request();
      }}
    >
      <Stack>
        <Text>{t.resetIntro}</Text>
        <TextInput
          label={t.email}
          type="email"
          autoComplete="username"
          required
          value={written}
          error={wrong}
          onChange={(event) => setWritten(event.currentTarget.value)}
        />
        <output>{said}</output>
        <Group>
          <Button type="submit" loading={isSending}>
            {t.sendLink}
          </Button>
          <Button variant="default" onClick={onBack}>
            {common.cancel}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
