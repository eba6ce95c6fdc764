import { Button, Checkbox, Group, Input, Modal, Stack, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useState } from 'react';
import { useApi } from '../../api/api';
import { isChangedMeanwhile } from '../../api/change';
import { graphql } from '../../api/graphql';
import { useLiveQuery } from '../../api/live_query';
import { commonWords } from '../../language/common_words';
import { useFormat } from '../../language/format';
import { useWords } from '../../language/words';
import { ChangedMeanwhile } from '../../parts/changed_meanwhile';
import { Answer } from '../../parts/page';
import { useBranch } from '../../session/branch';
import { today } from '../../session/today';
import type { Plan } from './plans';
import { plansBefore } from './restore_plans';
import { useCopy } from './use_copy';
import { workPlanWords } from './words';

const othersQuery = graphql(`
  query OthersPlans($branchId: ID!) {
    staff(branchId: $branchId) {
      id
      displayName
      workPlans(branchId: $branchId) {
        validFrom
        validUntil
        rotationWeeks
        rotationStart
        shifts {
          week
          weekday
          from
          to
        }
        version
      }
    }
  }
`);

interface Props {
  staffId: string;
  plan: Plan;
}

/** Copies the plan to other profiles of the branch. */
export function CopyToOthers({ staffId, plan }: Props) {
  const t = useWords(workPlanWords);
  const common = useWords(commonWords);
  const branch = useBranch();
  const [isOpen, { open, close }] = useDisclosure();
  const [chosen, setChosen] = useState<string[]>([]);
  const [changed, setChanged] = useState<readonly string[]>();
  const [wrong, setWrong] = useState<string>();
  const [isCopying, setCopying] = useState(false);
  const { client } = useApi();
  const format = useFormat();
  const copy = useCopy();
  const answer = useLiveQuery(othersQuery, { branchId: branch.id }, { pause: !isOpen });

  function leave() {
    close();
    setChanged(undefined);
    setWrong(undefined);
  }
  /** Copies the plan to profiles whose plans have been read; undefined if they could not be. */
  async function copyTo(others: Parameters<typeof copy>[1] | undefined) {
    setWrong(others ? undefined : t.notRead);
    if (!others) {
      return;
    }
    const outcome = await copy(plan, others);
    if (outcome.done) {
      leave();
    } else if (isChangedMeanwhile(outcome)) {
      setChanged(outcome.payload?.staff.map(({ displayName }) => displayName));
    }
  }
  async function run(copying: () => Promise<void>) {
    setCopying(true);
    await copying();
    setCopying(false);
  }

  return (
    <>
      <Button variant="default" onClick={open}>
        {t.copy}
      </Button>
      <Modal opened={isOpen} onClose={leave} title={t.copy}>
        <Answer of={answer}>
          {({ staff }) => (
            <Stack>
              <Text>{t.copyHint}</Text>
              <Checkbox.Group aria-label={t.copy} value={chosen} onChange={setChosen}>
                <Stack gap="xs">
                  {staff
                    .filter(({ id }) => id !== staffId)
                    .map(({ id, displayName }) => (
                      <Checkbox key={id} value={id} label={displayName} />
                    ))}
                </Stack>
              </Checkbox.Group>
              {wrong && <Input.Error role="alert">{wrong}</Input.Error>}
              {changed && (
                <ChangedMeanwhile
                  now={t.otherPlansOf(format.list(changed))}
                  onReload={leave}
                  // Replaces what is saved at the click, because undo restores that.
                  onReplace={() => void run(async () => copyTo(await plansBefore(client, branch.id, chosen, today(branch.timeZone))))}
                />
              )}
              <Group justify="flex-end">
                <Button variant="default" onClick={leave}>
                  {common.cancel}
                </Button>
                <Button
                  disabled={chosen.length === 0}
                  loading={isCopying}
                  onClick={() => void run(() => copyTo(staff.filter(({ id }) => chosen.includes(id))))}
                >
                  {t.copy}
                </Button>
              </Group>
            </Stack>
          )}
        </Answer>
      </Modal>
    </>
  );
}
