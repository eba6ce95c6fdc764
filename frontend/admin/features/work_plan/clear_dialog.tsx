import { Button, Group, Modal, Stack, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useApi } from '../../api/api';
import { isChangedMeanwhile } from '../../api/change';
import { useChange } from '../../api/use_change';
import { commonWords } from '../../language/common_words';
import { useFormat } from '../../language/format';
import { useWords } from '../../language/words';
import { ChangedMeanwhile } from '../../parts/changed_meanwhile';
import { useBranch } from '../../session/branch';
import { today } from '../../session/today';
import { plansBefore, restorePlans, versionsOf } from './restore_plans';
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

  const [changed, setChanged] = useState<readonly string[]>();

  async function clear(anyway: boolean) {
    const staffIds = people.map(({ id }) => id);
    const before = await plansBefore(client, branchId, staffIds, from);
    const expectedVersions = anyway || !before ? [] : versionsOf(before);
    const outcome = await change(
      staffWorkPlanClear,
      { branchId, input: { branchId, staffIds, from, expectedVersions } },
      {
        done: t.cleared(people.length),
        fields: expectedVersions.map((_, index) => `expectedVersions.${index}.version`),
        ...(before && { undo: ({ staff }) => restorePlans(client, branchId, before, staff) }),
      },
    );
    if (outcome.done) {
      onDone();
    } else if (isChangedMeanwhile(outcome)) {
      setChanged(outcome.payload?.staff.map(({ displayName }) => displayName));
    }
  }
  return (
    <Modal opened onClose={onClose} title={t.clear}>
      <Stack>
        <Text fw={600}>{format.list(people.map(({ displayName }) => displayName))}</Text>
        <Text>{t.clearIntro}</Text>
        <TextInput type="date" label={t.clearFrom} value={from} onChange={(event) => setFrom(event.currentTarget.value)} />
        {changed && <ChangedMeanwhile now={t.otherPlansOf(format.list(changed))} onReload={onClose} onReplace={() => void clear(true)} />}
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {common.cancel}
          </Button>
          <Button disabled={!from} onClick={() => void clear(false)}>
            {t.clear}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
