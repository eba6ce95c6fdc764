import { Button, Group, Modal, Stack, Text, TextInput } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { type FormEvent, useState } from 'react';
import { useIdempotencyKey } from '../../api/idempotency_key';
import { useChange } from '../../api/use_change';
import { commonWords } from '../../language/common_words';
import { useWords } from '../../language/words';
import { useBranch } from '../../session/branch';
import { TimeZoneSelect } from '../time_zone';
import { branchCreate } from './settings_changes';
import { settingsWords } from './words';

/** Creates another branch. */
export function NewBranch() {
  const t = useWords(settingsWords);
  const common = useWords(commonWords);
  const branch = useBranch();
  const change = useChange();
  const { idempotencyKey, renewKey } = useIdempotencyKey();
  const [isOpen, { open, close }] = useDisclosure();
  const [name, setName] = useState('');
  const [timeZone, setTimeZone] = useState(branch.timeZone);
  const [wrong, setWrong] = useState<string>();

  async function create(event: FormEvent) {
    event.preventDefault();
    const outcome = await change(branchCreate, { input: { name, timeZone, idempotencyKey } }, { done: t.created(name), fields: ['name'] });
    setWrong(outcome.done ? undefined : outcome.errors[0]?.message);
    if (outcome.done) {
      setName('');
      renewKey();
      close();
    }
  }
  return (
    <>
      <Button variant="default" onClick={open}>
        {t.create}
      </Button>
      <Modal opened={isOpen} onClose={close} title={t.create}>
        <form onSubmit={(event) => void create(event)} noValidate>
          <Stack>
            <Text>{t.createHint}</Text>
            <TextInput label={t.name} value={name} error={wrong} data-autofocus onChange={(event) => setName(event.currentTarget.value)} />
            <TimeZoneSelect label={t.timeZone} value={timeZone} onChange={setTimeZone} />
            <Group justify="flex-end">
              <Button variant="default" onClick={close}>
                {common.cancel}
              </Button>
              <Button type="submit">{t.create}</Button>
            </Group>
          </Stack>
        </form>
      </Modal>
    </>
  );
}
