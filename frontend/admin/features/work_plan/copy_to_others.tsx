import { Button, Checkbox, Group, Modal, Stack, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useState } from 'react';
import { isChangedMeanwhile } from '../../api/change';
import { graphql, type ResultOf } from '../../api/graphql';
import { everyPage, usePagedQuery } from '../../api/paged_query';
import { commonWords } from '../../language/common_words';
import { useFormat } from '../../language/format';
import { useWords } from '../../language/words';
import { ChangedMeanwhile } from '../../parts/changed_meanwhile';
import { Answer } from '../../parts/page';
import { useBranch } from '../../session/branch';
import type { Plan } from './plans';
import { useCopy } from './use_copy';
import { workPlanWords } from './words';
import { workPlanFields } from './work_plan_fields';

const othersQuery = graphql(`
  query OthersPlans($branchId: ID!, $after: String) {
    staff(branchId: $branchId, first: 100, after: $after) {
      nodes {
        id
        displayName
        workPlans(branchId: $branchId) {
          ...WorkPlanFields
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`, [workPlanFields]);

type Other = ResultOf<typeof othersQuery>['staff']['nodes'][number];

interface Props {
  staffId: string;
  plan: Plan;
}

/** Gives a field the focus when it appears: the list is read after the dialog has opened. */
const focus = (field: HTMLInputElement | null) => field?.focus();

/** Copies the plan to other profiles of the branch. */
export function CopyToOthers({ staffId, plan }: Props) {
  const t = useWords(workPlanWords);
  const common = useWords(commonWords);
  const branch = useBranch();
  const [isOpen, { open, close }] = useDisclosure();
  const [chosen, setChosen] = useState<string[]>([]);
  /** The profiles whose plans others have changed, as they are saved. */
  const [changed, setChanged] = useState<readonly Other[]>();
  const [isCopying, setCopying] = useState(false);
  const format = useFormat();
  const copy = useCopy();
  const answer = usePagedQuery(othersQuery, { branchId: branch.id }, (data) => data.staff, { pages: everyPage, pause: !isOpen });

  function leave() {
    close();
    setChanged(undefined);
  }
  /** `replaced` are profiles as the notice has shown them, if these are to be replaced. */
  async function copyTo(others: readonly Other[], replaced: readonly Other[] = []) {
    const known = others.map((one) => replaced.find(({ id }) => id === one.id) ?? one);
    setCopying(true);
    const outcome = await copy(plan, known);
    setCopying(false);
    if (outcome.done) {
      leave();
    } else if (isChangedMeanwhile(outcome)) {
      const now = outcome.payload?.staff ?? [];
      setChanged([...now, ...replaced.filter(({ id }) => now.every((one) => one.id !== id))]);
    }
  }

  return (
    <>
      <Button variant="default" onClick={open}>
        {t.copy}
      </Button>
      <Modal opened={isOpen} onClose={leave} title={t.copy}>
        <Answer of={answer}>
          {({ nodes: staff }) => (
            <Stack>
              <Text>{t.copyHint}</Text>
              <Checkbox.Group
                aria-label={t.copy}
                value={chosen}
                onChange={(ids) => {
                  setChosen(ids);
                  setChanged(undefined); // the notice is about others
                }}
              >
                <Stack gap="xs">
                  {staff
                    .filter(({ id }) => id !== staffId)
                    .map(({ id, displayName }, index) => (
                      <Checkbox key={id} value={id} label={displayName} ref={index === 0 ? focus : null} data-autofocus={index === 0 || undefined} />
                    ))}
                </Stack>
              </Checkbox.Group>
              {changed && (
                <ChangedMeanwhile
                  now={t.otherPlansOf(format.list(changed.map(({ displayName }) => displayName)))}
                  onReload={leave}
                  onReplace={() => void copyTo(staff.filter(({ id }) => chosen.includes(id)), changed)}
                />
              )}
              <Group justify="flex-end">
                <Button variant="default" onClick={leave}>
                  {common.cancel}
                </Button>
                <Button
                  disabled={chosen.length === 0}
                  loading={isCopying}
                  onClick={() => void copyTo(staff.filter(({ id }) => chosen.includes(id)))}
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
