import { Button, Group, Stack, Text, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useIdempotencyKey } from '../../api/idempotency_key';
import { usePagedQuery } from '../../api/paged_query';
import { useChange } from '../../api/use_change';
import { useWords } from '../../language/words';
import { Confirm } from '../../parts/confirm';
import { LoadMore } from '../../parts/load_more';
import { Answer } from '../../parts/page';
import { useBranch } from '../../session/branch';
import { deviceEnroll, deviceRemove } from './settings_changes';
import { devicesQuery } from './settings_query';
import { settingsWords } from './words';

/** The tills: browsers where a PIN is enough to sign in. */
export function TillsSection() {
  const t = useWords(settingsWords);
  const { id: branchId } = useBranch();
  const change = useChange();
  const { idempotencyKey, renewKey } = useIdempotencyKey();
  const answer = usePagedQuery(devicesQuery, {}, (data) => data.devices);
  const [name, setName] = useState('');
  const [wrong, setWrong] = useState<string>();
  const [removed, setRemoved] = useState<string>();

  async function enroll(event: FormEvent) {
    event.preventDefault();
    const outcome = await change(deviceEnroll, { input: { branchId, name, idempotencyKey } }, { done: t.enrolled, fields: ['name'] });
    setWrong(outcome.done ? undefined : outcome.errors[0]?.message);
    if (outcome.done) {
      setName('');
      renewKey();
    }
  }
  return (
    <Stack>
      <Answer of={answer}>
        {({ nodes, hasMore }) => (
          <>
            {nodes.length === 0 && <Text>{t.noTill}</Text>}
            {nodes.map((device) => (
              <Group key={device.id} justify="space-between">
                <Text>
                  {device.name} · {device.branch.name}
                </Text>
                <Button variant="subtle" aria-label={t.removeTillOf(device.name)} onClick={() => setRemoved(device.id)}>
                  {t.removeTill}
                </Button>
              </Group>
            ))}
            <LoadMore hasMore={hasMore} onMore={answer.more} />
          </>
        )}
      </Answer>
      <form onSubmit={(event) => void enroll(event)} noValidate>
        <Stack align="flex-start">
          <TextInput
            label={t.till}
            description={t.enrollHint}
            inputWrapperOrder={['label', 'input', 'description', 'error']}
            value={name}
            error={wrong}
            onChange={(event) => setName(event.currentTarget.value)}
          />
          <Button type="submit">{t.enroll}</Button>
        </Stack>
      </form>
      <Confirm
        opened={removed !== undefined}
        title={t.removeTill}
        onClose={() => setRemoved(undefined)}
        onConfirm={() => void change(deviceRemove, { input: { id: removed ?? '' } })}
      >
        {t.removeTillHint}
      </Confirm>
    </Stack>
  );
}
