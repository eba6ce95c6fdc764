import { Alert, Button, Code, Group, NumberInput, Stack, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useIdempotencyKey } from '../../api/idempotency_key';
import { useChange } from '../../api/use_change';
import { useWords } from '../../language/words';
import { Choice } from '../../parts/choice';
import { useCopy } from '../../parts/use_copy';
import { useSession } from '../../session/session';
import { apiTokenCreate } from './settings_changes';
import { settingsWords } from './words';

type Role = 'MEMBER' | 'RECEPTIONIST' | 'MANAGER' | 'OWNER';

/** Creates an API token and shows it once. */
export function NewToken() {
  const t = useWords(settingsWords);
  const { me } = useSession();
  const change = useChange();
  const { idempotencyKey, renewKey } = useIdempotencyKey();
  const [name, setName] = useState('');
  const [role, setRole] = useState<Role>('MEMBER');
  const [days, setDays] = useState<number | string>(90);
  const [wrong, setWrong] = useState<Readonly<Record<string, string>>>({});
  const [text, setText] = useState<string>();
  const { copied, copy } = useCopy(text ?? '');
  const roles = (['MEMBER', 'RECEPTIONIST', 'MANAGER', 'OWNER'] as const).filter((one) => one !== 'OWNER' || me.role === 'OWNER');

  async function create(event: FormEvent) {
    event.preventDefault();
    const outcome = await change(apiTokenCreate, { input: { name, role, validDays: Number(days), idempotencyKey } }, { fields: ['name', 'validDays', 'role'] });
    setWrong(Object.fromEntries(outcome.done ? [] : outcome.errors.map(({ field, message }) => [field.join('.'), message])));
    if (outcome.done) {
      setText(outcome.payload.text ?? undefined);
      setName('');
      renewKey();
    }
  }
  return (
    <form onSubmit={(event) => void create(event)} noValidate>
      <Stack align="flex-start">
        {text && (
          <Alert title={t.tokenOnce}>
            <Group>
              <Code>{text}</Code>
              <Button variant="default" size="compact-md" onClick={copy}>
                {copied ? t.copied : t.copy}
              </Button>
            </Group>
          </Alert>
        )}
        <TextInput label={t.token} value={name} error={wrong['name']} onChange={(event) => setName(event.currentTarget.value)} />
        <Choice
          label={t.role}
          value={role}
          error={wrong['role']}
          data={roles.map((value) => ({ value, label: t.roles[value] }))}
          onChange={(event) => setRole(event.currentTarget.value as Role)}
        />
        <NumberInput label={t.days} value={days} error={wrong['validDays']} min={1} max={366} allowDecimal={false} onChange={setDays} />
        <Button type="submit">{t.tokenCreate}</Button>
      </Stack>
    </form>
  );
}
