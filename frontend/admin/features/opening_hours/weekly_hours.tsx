import { Button, Card, Group, Title } from '@mantine/core';
import { useState } from 'react';
import { useApi } from '../../api/api';
import { isChangedMeanwhile, send } from '../../api/change';
import { useChange } from '../../api/use_change';
import { commonWords } from '../../language/common_words';
import { useFormat } from '../../language/format';
import { useWords } from '../../language/words';
import { ChangedMeanwhile } from '../../parts/changed_meanwhile';
import { areComplete, type WeeklyInterval } from '../../parts/intervals';
import { useDraft } from '../../parts/use_draft';
import { weekDifference } from '../../parts/week_difference';
import { WeekEditor } from '../../parts/week_editor';
import { type OpeningHours, openingHoursReplace } from './opening_hours_query';
import { openingHoursWords } from './words';

/** The weekly opening hours, saved together. */
export function WeeklyHours({ branch: { id, openingHours, openingHoursVersion } }: { branch: OpeningHours }) {
  const t = useWords(openingHoursWords);
  const common = useWords(commonWords);
  const format = useFormat();
  const { client } = useApi();
  const change = useChange();
  const draft = useDraft<readonly WeeklyInterval[]>(openingHours, openingHoursVersion);
  const [changed, setChanged] = useState<readonly WeeklyInterval[]>();
  const inputOf = (hours: readonly WeeklyInterval[], expectedVersion: number | null) => ({
    input: { branchId: id, expectedVersion, hours: hours.map(({ weekday, from, to }) => ({ weekday, from, to })) },
  });
  function drop() {
    draft.drop();
    setChanged(undefined);
  }

  async function save(anyway: boolean) {
    const before = anyway ? openingHours : draft.before;
    const outcome = await change(openingHoursReplace, inputOf(draft.value, anyway ? null : draft.version), {
      undo: ({ branch }) => send(client, openingHoursReplace, inputOf(before, branch?.openingHoursVersion ?? null)),
      fields: ['expectedVersion'],
    });
    if (outcome.done) {
      drop();
    } else if (isChangedMeanwhile(outcome)) {
      setChanged(outcome.payload?.branch?.openingHours);
    }
  }
  return (
    <Card withBorder>
      <Title order={2}>{t.weekly}</Title>
      <WeekEditor value={draft.value} none={t.closed} onChange={draft.write} />
      {draft.isChanged && changed && (
        <ChangedMeanwhile
          now={weekDifference(draft.before, changed, { weekday: format.weekday, none: t.closed }).join('; ')}
          onReload={drop}
          onReplace={() => void save(true)}
        />
      )}
      {draft.isChanged && (
        <Group mt="md">
          <Button disabled={!areComplete(draft.value)} onClick={() => void save(false)}>
            {common.save}
          </Button>
          <Button variant="default" onClick={drop}>
            {t.discard}
          </Button>
        </Group>
      )}
    </Card>
  );
}
