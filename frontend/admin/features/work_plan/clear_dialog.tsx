import { Button, Group, Input, Modal, Stack, Text, TextInput } from '@mantine/core';
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
import { plansBefore, useRestorePlans } from './restore_plans';
import { asShown, expectedOf, type Shown, type Versions } from './shown_plans';
import { staffWorkPlanClear } from './work_plan_changes';
import { workPlanWords } from './words';

interface Props {
  people: readonly { id: string; displayName: string }[];
  /** What the page has shown when the dialog opened: what others save meanwhile is not in it. */
  shown: Shown;
  onClose(): void;
  onDone(): void;
}

/** Clears the work plans of several profiles. */
export function ClearDialog({ people, shown, onClose, onDone }: Props) {
  const t = useWords(workPlanWords);
  const common = useWords(commonWords);
  const format = useFormat();
  const { id: branchId, timeZone } = useBranch();
  const api = useApi();
  const change = useChange();
  const restorePlans = useRestorePlans();
  const [from, setFrom] = useState(today(timeZone));
  const [wrong, setWrong] = useState<string>();
  /** Whose plans others have changed, and all profiles as they were saved then. */
  const [changed, setChanged] = useState<{ names: readonly string[]; known: Versions }>();
  const [isClearing, setClearing] = useState(false);

  /** From another day on there are other exceptions, whose changes are to be shown before they are cleared. */
  function choose(date: string) {
    setFrom(date);
    setChanged(undefined);
  }
  /** `replaced` are the profiles as others have saved them, if these are to be cleared. */
  async function clear(replaced?: Versions) {
    setClearing(true);
    setWrong(await refusal(replaced));
    setClearing(false);
  }
  /** Clears unless others have changed what the page or the notice has shown, and returns the error message, if any. */
  async function refusal(replaced: Versions | undefined): Promise<string | undefined> {
    const staffIds = people.map(({ id }) => id);
    const before = await plansBefore(api, branchId, staffIds, from);
    if (!before) {
      return t.notRead; // it could not be undone
    }
    const known = replaced ?? asShown(before, shown);
    const expected = expectedOf(known, from);
    const outcome = await change(
      staffWorkPlanClear,
      { branchId, from, input: { branchId, staffIds, from, ...expected } },
      {
        done: t.cleared(people.length),
        fields: [
          'staffIds',
          'expectedShiftOverrides',
          ...expected.expectedVersions.map((_, index) => `expectedVersions.${index}.version`),
          ...expected.expectedShiftOverrides.map((_, index) => `expectedShiftOverrides.${index}.version`),
        ],
        undo: ({ staff }) => restorePlans(before, staff),
      },
    );
    if (outcome.done) {
      onDone();
      return undefined;
    }
    if (isChangedMeanwhile(outcome)) {
      const now = outcome.payload?.staff ?? [];
      setChanged({ names: now.map(({ displayName }) => displayName), known: known.map((one) => now.find(({ id }) => id === one.id) ?? one) });
      return undefined;
    }
    return outcome.errors[0]?.message;
  }
  return (
    <Modal opened onClose={onClose} title={t.clear}>
      <Stack>
        <Text fw={600}>{format.list(people.map(({ displayName }) => displayName))}</Text>
        <Text>{t.clearIntro}</Text>
        <TextInput type="date" label={t.clearFrom} data-autofocus value={from} onChange={(event) => choose(event.currentTarget.value)} />
        {wrong && <Input.Error role="alert">{wrong}</Input.Error>}
        {changed && <ChangedMeanwhile now={t.otherPlansOf(format.list(changed.names))} onReload={onClose} onReplace={() => void clear(changed.known)} />}
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {common.cancel}
          </Button>
          <Button disabled={!from} loading={isClearing} onClick={() => void clear()}>
            {t.clear}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
