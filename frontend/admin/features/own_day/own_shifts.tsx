import { Button, Card, Group, Stack, Text, Title } from '@mantine/core';
import { useState } from 'react';
import { useFollowBranch } from '../../api/follow_branch';
import { useLiveQuery } from '../../api/live_query';
import { useFormat } from '../../language/format';
import { useWords } from '../../language/words';
import { Answer } from '../../parts/page';
import { BranchContext, useBranch } from '../../session/branch';
import type { Branch } from '../../session/session';
import { today } from '../../session/today';
import { addDays } from '../../session/wall_clock';
import { useNow } from '../calendar';
import { mondayOf } from '../work_plan';
import { ownShiftsQuery } from './own_day_query';
import { shiftsOf } from './own_times';
import { ownDayWords } from './words';

/** The weeks that are shown at first, and at most: the server answers for 42 days at once. */
const weeks = { first: 2, most: 6 };

interface Props {
  /** The profiles of the person. */
  profileIds: readonly string[];
  /** The branches in which the person is active. */
  branches: readonly Branch[];
}

/** The user's available times of this week and the next in each branch; of later weeks on request. */
export function OwnShifts({ profileIds, branches }: Props) {
  const t = useWords(ownDayWords);
  const [count, setCount] = useState(weeks.first);
  const here = useBranch();
  return (
    <Card withBorder component="section" aria-label={t.shifts}>
      <Title order={2}>{t.shifts}</Title>
      {branches.length === 0 && <Text mt="xs">{t.noBranch}</Text>}
      {branches.map((branch) => (
        <BranchContext key={branch.id} value={branch}>
          {branch.id !== here.id && <Followed />}
          {branches.length > 1 && (
            <Title order={3} size="h5" mt="xs">
              {branch.name}
            </Title>
          )}
          <Shifts profileIds={profileIds} weekCount={count} />
        </BranchContext>
      ))}
      {branches.length > 0 && count < weeks.most && (
        <Button variant="subtle" size="compact-md" mt="xs" onClick={() => setCount(weeks.most)}>
          {t.laterShifts}
        </Button>
      )}
    </Card>
  );
}

/** Follows a branch that is not that of the page. */
function Followed() {
  const { id, lastChangeId } = useBranch();
  useFollowBranch(id, lastChangeId);
  return null;
}

function Shifts({ profileIds, weekCount }: { profileIds: readonly string[]; weekCount: number }) {
  const t = useWords(ownDayWords);
  const format = useFormat();
  const { id: branchId, timeZone } = useBranch();
  const from = today(timeZone, useNow() * 1000);
  const last = addDays(mondayOf(from), 7 * weekCount - 1);
  const answer = useLiveQuery(ownShiftsQuery, { branchId, from, to: last });
  return (
    <Answer of={answer}>
      {({ roster }) => {
        const days = shiftsOf(roster, profileIds);
        return days.length === 0 ? (
          <Text mt="xs">{t.noShifts(format.date(last))}</Text>
        ) : (
          <Stack component="ul" gap={4} mt="xs" mb={0} p={0} style={{ listStyle: 'none' }}>
            {days.map(({ date, times }) => (
              <Group key={date} component="li" justify="space-between" gap="xs" align="flex-start">
                <Text>{format.shortDay(date)}</Text>
                <Text>{times.map(({ start, end }) => `${format.time(start, timeZone)}–${format.time(end, timeZone)}`).join(', ')}</Text>
              </Group>
            ))}
          </Stack>
        );
      }}
    </Answer>
  );
}
