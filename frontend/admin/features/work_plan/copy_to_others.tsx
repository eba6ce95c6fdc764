import { Button, Checkbox, Group, Modal, Stack, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useState } from 'react';
import { graphql } from '../../api/graphql';
import { useLiveQuery } from '../../api/live_query';
import { commonWords } from '../../language/common_words';
import { useWords } from '../../language/words';
import { Answer } from '../../parts/page';
import { useBranch } from '../../session/branch';
import type { Plan } from './plans';
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
  const copy = useCopy();
  const answer = useLiveQuery(othersQuery, { branchId: branch.id }, { pause: !isOpen });

  return (
    <>
      <Button variant="default" onClick={open}>
        {t.copy}
      </Button>
      <Modal opened={isOpen} onClose={close} title={t.copy}>
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
              <Group justify="flex-end">
                <Button variant="default" onClick={close}>
                  {common.cancel}
                </Button>
                <Button
                  disabled={chosen.length === 0}
                  onClick={() => {
                    close();
                    void copy(plan, staff.filter(({ id }) => chosen.includes(id)));
                  }}
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
