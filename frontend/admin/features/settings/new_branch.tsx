import { Button, Group, Modal, Stack, Text, TextInput } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { type FormEvent, useState } from 'react';
import { useChange } from '../../api/use_change';
import { commonWords } from '../../language/common_words';
import { useWords } from '../../language/words';
import { useBranch } from '../../session/branch';
import { RestoredDraft, useKeptDraft } from '../../session/kept_draft';
import { TimeZoneSelect } from '../time_zone';
import { branchCreate } from './settings_changes';
import { settingsWords } from './words';

/** Creates another branch. */
export function NewBranch() {
  const t = useWords(settingsWords);
  const [isOpen, { open, close }] = useDisclosure();
  return (
    <>
      <Button variant="default" onClick={open}>
        {t.create}
      </Button>
      {isOpen && <NewBranchDialog onClose={close} />}
    </>
  );
}

function NewBranchDialog({ onClose }: { onClose(): void }) {
  const t = useWords(settingsWords);
  const common = useWords(commonWords);
  const branch = useBranch();
  const change = useChange();
  const draft = useKeptDraft('new branch', { name: '', timeZone: branch.timeZone });
  const { name, timeZone } = draft.value;
  const [wrong, setWrong] = useState<string>();

  async function create(event: FormEvent) {
    event.preventDefault();
    const outcome = await change(branchCreate, { input: { name, timeZone, idempotencyKey: draft.id } }, { done: t.created(name), fields: ['name'] });
    setWrong(outcome.done ? undefined : outcome.errors[0]?.message);
    if (outcome.done) {
      draft.drop();
      onClose();
    }
  }
  return (
    <Modal opened onClose={onClose} title={t.create}>
      <form onSubmit={(event) => void create(event)} noValidate>
        <Stack>
          <RestoredDraft of={draft} onDiscard={() => setWrong(undefined)} />
          <Text>{t.createHint}</Text>
          <TextInput label={t.name} value={name} error={wrong} data-autofocus onChange={(event) => draft.write({ name: event.currentTarget.value, timeZone })} />
          <TimeZoneSelect label={t.timeZone} value={timeZone} onChange={(zone) => draft.write({ name, timeZone: zone })} />
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {common.cancel}
            </Button>
            <Button type="submit">{t.create}</Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
