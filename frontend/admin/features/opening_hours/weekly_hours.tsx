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

interface Weekly {
  openingHours: readonly WeeklyInterval[];
  openingHoursVersion: number;
}

/** The weekly opening hours, saved together. */
export function WeeklyHours({ branch: { id, openingHours, openingHoursVersion } }: { branch: OpeningHours }) {
  const t = useWords(openingHoursWords);
  const common = useWords(commonWords);
  const format = useFormat();
  const { client } = useApi();
  const change = useChange();
  const draft = useDraft<readonly WeeklyInterval[]>(openingHours, openingHoursVersion);
  const [changed, setChanged] = useState<Weekly>();
  const inputOf = (hours: readonly WeeklyInterval[], expectedVersion: number) => ({
    input: { branchId: id, expectedVersion, hours: hours.map(({ weekday, from, to }) => ({ weekday, from, to })) },
  });
  function drop() {
    draft.drop();
    setChanged(undefined);
  }

  /** `replaced` is what others have saved meanwhile, if that is to be replaced. */
  async function save(replaced: Weekly = { openingHours: draft.before, openingHoursVersion: draft.version }) {
    const outcome = await change(openingHoursReplace, inputOf(draft.value, replaced.openingHoursVersion), {
      undo: ({ branch }) => send(client, openingHoursReplace, inputOf(replaced.openingHours, branch?.openingHoursVersion ?? 0)),
      fields: ['expectedVersion'],
    });
    if (outcome.done) {
      drop();
    } else if (isChangedMeanwhile(outcome)) {
      setChanged(outcome.payload?.branch ?? undefined);
    }
  }
  return (
    <Card withBorder>
      <Title order={2}>{t.weekly}</Title>
      <WeekEditor value={draft.value} none={t.closed} onChange={draft.write} />
      {draft.isChanged && changed && (
        <ChangedMeanwhile
          now={weekDifference(draft.before, changed.openingHours, { weekday: format.weekday, none: t.closed }).join('; ')}
          onReload={drop}
          onReplace={() => void save(changed)}
        />
      )}
      {draft.isChanged && (
        <Group mt="md">
          <Button disabled={!areComplete(draft.value)} onClick={() => void save()}>
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
