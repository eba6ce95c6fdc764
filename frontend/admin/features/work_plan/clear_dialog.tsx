import { Button, Group, Modal, Stack, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useApi } from '../../api/api';
import type { Outcome } from '../../api/change';
import { useChange } from '../../api/use_change';
import { commonWords } from '../../language/common_words';
import { useFormat } from '../../language/format';
import { useWords } from '../../language/words';
import { useBranch } from '../../session/branch';
import { today } from '../../session/today';
import { plansBefore, restoreAll } from './restore_plans';
import { staffWorkPlanClear } from './work_plan_changes';
import { workPlanWords } from './words';

interface Props {
  people: readonly { id: string; displayName: string }[];
  onClose(): void;
  onDone(): void;
}

/** Clears the work plans of several profiles. */
export function ClearDialog({ people, onClose, onDone }: Props) {
  const t = useWords(workPlanWords);
  const common = useWords(commonWords);
  const format = useFormat();
  const { id: branchId, timeZone } = useBranch();
  const { client } = useApi();
  const change = useChange();
  const [from, setFrom] = useState(today(timeZone));

  async function clear() {
    const staffIds = people.map(({ id }) => id);
    const before = await plansBefore(client, branchId, staffIds, from);
    const outcome = await change(
      staffWorkPlanClear,
      { input: { branchId, staffIds, from } },
      { done: t.cleared(people.length), ...(before && { undo: (): Promise<Outcome<unknown>> => restoreAll(client, branchId, before) }) },
    );
    if (outcome.done) {
      onDone();
    }
  }
  return (
    <Modal opened onClose={onClose} title={t.clear}>
      <Stack>
        <Text fw={600}>{format.list(people.map(({ displayName }) => displayName))}</Text>
        <Text>{t.clearIntro}</Text>
        <TextInput type="date" label={t.clearFrom} value={from} onChange={(event) => setFrom(event.currentTarget.value)} />
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {common.cancel}
          </Button>
          <Button disabled={!from} onClick={() => void clear()}>
            {t.clear}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
