import { Button, ColorSwatch, Group, PasswordInput, Radio, Stack, Text } from '@mantine/core';
import { schemaResolver, useForm } from '@mantine/form';
import * as v from 'valibot';
import { useApi } from '../../api/api';
import { send } from '../../api/change';
import { graphql } from '../../api/graphql';
import { useWords } from '../../language/words';
import type { Till } from '../../session/session';
import { signInWords } from './words';

const signInByPin = graphql(`
  mutation SignInByPin($input: SignInByPinInput!) {
    signInByPin(input: $input) {
      session {
        role
      }
      userErrors {
        code
        field
        message
      }
    }
  }
`);

interface Props {
  till: Till;
  onSignedIn(): void;
}

/** Signs in at a till: choose a name, type the PIN. */
export default function ByPin({ till, onSignedIn }: Props) {
  const t = useWords(signInWords);
  const { client } = useApi();
  const form = useForm({
    initialValues: { staffId: '', pin: '' },
    validate: schemaResolver(
      v.object({ staffId: v.pipe(v.string(), v.nonEmpty(t.whoMissing)), pin: v.pipe(v.string(), v.nonEmpty(t.pinMissing)) }),
    ),
  });

  async function enter(input: typeof form.values) {
    const outcome = await send(client, signInByPin, { input });
    if (outcome.done) {
      onSignedIn();
      return;
    }
    form.setFieldValue('pin', '');
    form.setFieldError('pin', outcome.errors[0]?.message || t.unreachable);
  }

  return (
    <form onSubmit={form.onSubmit((values) => enter(values))} noValidate>
      <Stack>
        <Radio.Group label={t.who} required {...form.getInputProps('staffId')}>
          <Stack gap="xs" mt="xs">
            {till.staff.map(({ id, displayName, color }) => (
              <Radio
                key={id}
                value={id}
                label={
                  <Group gap="xs" component="span">
                    <ColorSwatch component="span" color={color} size={12} withShadow={false} />
                    <Text component="span">{displayName}</Text>
                  </Group>
                }
              />
            ))}
          </Stack>
        </Radio.Group>
        <PasswordInput label={t.pin} inputMode="numeric" autoComplete="off" required {...form.getInputProps('pin')} />
        <Button type="submit" loading={form.submitting}>
          {t.signIn}
        </Button>
      </Stack>
    </form>
  );
}
