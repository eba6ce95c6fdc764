import { Anchor, Button, PasswordInput, Stack, Text, TextInput } from '@mantine/core';
import { schemaResolver, useForm } from '@mantine/form';
import { lazy, useState } from 'react';
import * as v from 'valibot';
import { useApi } from '../../api/api';
import { send } from '../../api/change';
import { graphql } from '../../api/graphql';
import { useWords } from '../../language/words';
import { askPasskey, knowsPasskeys } from '../../api/passkey';
import { signInByPasskey, signInByPasskeyBegin } from './passkey_changes';
import { signInWords } from './words';

// Loaded on demand: most sign-ins need neither.
const ForgottenPassword = lazy(() => import('./forgotten_password'));
const SecondFactor = lazy(() => import('./second_factor'));

const signIn = graphql(`
  mutation SignIn($input: SignInInput!) {
    signIn(input: $input) {
      session {
        role
      }
      passkeyOptions
      userErrors {
        code
        field
        message
      }
    }
  }
`);

interface Props {
  onSignedIn(): void;
}

/** Signs in by e-mail address and password. */
export function ByPassword({ onSignedIn }: Props) {
  const t = useWords(signInWords);
  const { client } = useApi();
  const [isForgotten, setForgotten] = useState(false);
  const [passkeyOptions, setPasskeyOptions] = useState<string>();
  const form = useForm({
    initialValues: { email: '', password: '' },
    validate: schemaResolver(
      v.object({ email: v.pipe(v.string(), v.trim(), v.nonEmpty(t.emailMissing)), password: v.pipe(v.string(), v.nonEmpty(t.passwordMissing)) }),
    ),
  });

  async function enter(input: typeof form.values) {
    const outcome = await send(client, signIn, { input });
    if (outcome.done && outcome.payload.passkeyOptions) {
      setPasskeyOptions(outcome.payload.passkeyOptions);
    } else if (outcome.done) {
      onSignedIn();
    } else {
      form.setFieldError('password', outcome.errors[0]?.message || t.unreachable);
    }
  }

  async function enterByPasskey() {
    const begun = await send(client, signInByPasskeyBegin, {});
    const credential = begun.done ? await askPasskey(begun.payload.options) : undefined;
    if (!credential) {
      form.setFieldError('password', begun.done ? t.passkeyCancelled : begun.errors[0]?.message || t.unreachable);
      return;
    }
    const outcome = await send(client, signInByPasskey, { input: { credential } });
    if (outcome.done) {
      onSignedIn();
    } else {
      form.setFieldError('password', outcome.errors[0]?.message || t.unreachable);
    }
  }

  if (passkeyOptions) {
    return <SecondFactor options={passkeyOptions} onSignedIn={onSignedIn} onBack={() => setPasskeyOptions(undefined)} />;
  }
  if (isForgotten) {
    return <ForgottenPassword email={form.values.email} onBack={() => setForgotten(false)} />;
  }
  return (
    <form onSubmit={form.onSubmit((values) => enter(values))} noValidate>
      <Stack>
        <TextInput label={t.email} type="email" autoComplete="username" required {...form.getInputProps('email')} />
        <PasswordInput label={t.password} autoComplete="current-password" required {...form.getInputProps('password')} />
        <Button type="submit" loading={form.submitting}>
          {t.signIn}
        </Button>
        {knowsPasskeys() && (
          <Button variant="default" onClick={() => void enterByPasskey()}>
            {t.byPasskey}
          </Button>
        )}
        <Anchor component="button" type="button" onClick={() => setForgotten(true)}>
          {t.forgotten}
        </Anchor>
        <Text size="sm" c="dimmed">
          {t.noAccess}
        </Text>
      </Stack>
    </form>
  );
}
