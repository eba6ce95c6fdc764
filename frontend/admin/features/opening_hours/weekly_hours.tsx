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
import { mergeWeeks } from '../../parts/merge_weeks';
import { weekDifference } from '../../parts/week_difference';
import { WeekEditor } from '../../parts/week_editor';
import { RestoredDraft, useKeptDraft } from '../../session/kept_draft';
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
  const draft = useKeptDraft<readonly WeeklyInterval[]>('opening hours', openingHours, openingHoursVersion);
  const [changed, setChanged] = useState<Weekly>();
  const inputOf = (hours: readonly WeeklyInterval[], expectedVersion: number) => ({
    input: { branchId: id, expectedVersion, hours: hours.map(({ weekday, from, to }) => ({ weekday, from, to })) },
  });
  function drop() {
    draft.drop();
    setChanged(undefined);
  }

  /** `replaced` is what others have saved meanwhile, if `hours` are to replace that. */
  async function save(replaced: Weekly = { openingHours: draft.before, openingHoursVersion: draft.version }, hours = draft.value) {
    const outcome = await change(openingHoursReplace, inputOf(hours, replaced.openingHoursVersion), {
      undo: ({ branch }) => send(client, openingHoursReplace, inputOf(replaced.openingHours, branch?.openingHoursVersion ?? 0)),
      fields: ['expectedVersion'],
    });
    if (outcome.done) {
      drop();
    } else if (isChangedMeanwhile(outcome)) {
      setChanged(outcome.payload?.branch ?? undefined);
    }
  }
  const merged = changed && mergeWeeks(draft.before, draft.value, changed.openingHours);
  return (
    <Card withBorder>
      <Title order={2}>{t.weekly}</Title>
      <RestoredDraft of={draft} onDiscard={() => setChanged(undefined)} />
      <WeekEditor value={draft.value} none={t.closed} onChange={draft.write} />
      {draft.isChanged && changed && (
        <ChangedMeanwhile
          now={weekDifference(draft.before, changed.openingHours, { weekday: format.weekday, none: t.closed }).join('; ')}
          onMerge={merged && (() => void save(changed, merged))}
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
