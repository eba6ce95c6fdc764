import { Button, PasswordInput, Stack, Text, Title } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useApi } from '../../api/api';
import { send } from '../../api/change';
import { useLiveQuery } from '../../api/live_query';
import { useChange } from '../../api/use_change';
import { useWords } from '../../language/words';
import { Answer } from '../../parts/page';
import { leavePush } from '../../session/push';
import { useSession } from '../../session/session';
import { signOut } from '../../session/sign_out';
import { NotificationSettings, SoundSwitch } from '../notifications';
import { PasskeysSection } from './passkeys_section';
import { SessionsList } from './sessions_list';
import { passwordChange, pinChange } from './settings_changes';
import { ownAccessQuery } from './settings_query';
import { settingsWords } from './words';

/** The user's own password, PIN, passkeys and sessions. */
export function AccessSection() {
  const t = useWords(settingsWords);
  const { client } = useApi();
  const { me, restart } = useSession();
  const change = useChange();
  const own = useLiveQuery(ownAccessQuery, {});

  async function leave() {
    await leavePush(client);
    await send(client, signOut, { input: { sessions: 'ALL' } });
    restart();
  }
  return (
    <Stack maw={420} gap="xl">
      <Text c="dimmed">{t.accessHint}</Text>
      {me.signedInBy !== 'PIN' ? (
        <>
          <SecretForm
            title={t.passwordChange}
            label={t.newPassword}
            hint={t.newPasswordHint}
            autoComplete="new-password"
            save={(currentPassword, newPassword) =>
              change(passwordChange, { input: { currentPassword, newPassword } }, { done: t.passwordChanged, fields: ['currentPassword', 'newPassword'] })
            }
          />
          <SecretForm
            title={t.pinChange}
            label={t.newPin}
            hint={t.newPinHint}
            autoComplete="off"
            save={(currentPassword, newPin) =>
              change(pinChange, { input: { currentPassword, newPin } }, { done: t.pinChanged, fields: ['currentPassword', 'newPin'] })
            }
          />
        </>
      ) : (
        <Text>{t.byPassword}</Text>
      )}
      <NotificationSettings />
      <SoundSwitch />
      <Answer of={own}>
        {({ me: access }) =>
          access && (
            <>
              {me.signedInBy !== 'PIN' && <PasskeysSection {...access} />}
              <SessionsList sessions={access.sessions} />
            </>
          )
        }
      </Answer>
      <Button variant="default" onClick={() => void leave()}>
        {t.everywhere}
      </Button>
    </Stack>
  );
}

interface SecretProps {
  title: string;
  label: string;
  hint: string;
  autoComplete: string;
  save(current: string, next: string): Promise<{ done: boolean; errors?: readonly { field: readonly string[]; message: string }[] }>;
}

/** Sets a new password or PIN; requires the current password. */
function SecretForm({ title, label, hint, autoComplete, save }: SecretProps) {
  const t = useWords(settingsWords);
  const [current, setCurrent] = useState('');
  const [next, setNext] = useState('');
  const [wrong, setWrong] = useState<{ current?: string | undefined; next?: string | undefined }>({});

  async function submit(event: FormEvent) {
    event.preventDefault();
    const { done, errors = [] } = await save(current, next);
    const messageOf = (isCurrent: boolean) => errors.find(({ field }) => (field[0] === 'currentPassword') === isCurrent)?.message;
    setWrong({ current: messageOf(true), next: messageOf(false) });
    if (done) {
      setCurrent('');
      setNext('');
    }
  }
  return (
    <form onSubmit={(event) => void submit(event)} noValidate aria-label={title}>
      <Stack>
        <Title order={2}>{title}</Title>
        <PasswordInput
          label={t.currentPassword}
          autoComplete="current-password"
          value={current}
          error={wrong.current}
          onChange={(event) => setCurrent(event.currentTarget.value)}
        />
        <PasswordInput label={label} description={hint} autoComplete={autoComplete} value={next} error={wrong.next} onChange={(event) => setNext(event.currentTarget.value)} />
        <Button type="submit">{title}</Button>
      </Stack>
    </form>
  );
}
