import { Button, Card, Group, Title } from '@mantine/core';
import { useApi } from '../../api/api';
import { send } from '../../api/change';
import { useChange } from '../../api/use_change';
import { commonWords } from '../../language/common_words';
import { useWords } from '../../language/words';
import { areComplete, type WeeklyInterval } from '../../parts/intervals';
import { useDraft } from '../../parts/use_draft';
import { WeekEditor } from '../../parts/week_editor';
import { type OpeningHours, openingHoursReplace } from './opening_hours_query';
import { openingHoursWords } from './words';

/** The weekly opening hours, saved together. */
export function WeeklyHours({ branch: { id, openingHours } }: { branch: OpeningHours }) {
  const t = useWords(openingHoursWords);
  const common = useWords(commonWords);
  const { client } = useApi();
  const change = useChange();
  const draft = useDraft<readonly WeeklyInterval[]>(openingHours);
  const inputOf = (hours: readonly WeeklyInterval[]) => ({
    input: { branchId: id, hours: hours.map(({ weekday, from, to }) => ({ weekday, from, to })) },
  });

  async function save() {
    const outcome = await change(openingHoursReplace, inputOf(draft.value), {
      undo: () => send(client, openingHoursReplace, inputOf(openingHours)),
    });
    if (outcome.done) {
      draft.drop();
    }
  }
  return (
    <Card withBorder>
      <Title order={2}>{t.weekly}</Title>
      <WeekEditor value={draft.value} none={t.closed} onChange={draft.write} />
      {draft.isChanged && (
        <Group mt="md">
          <Button disabled={!areComplete(draft.value)} onClick={() => void save()}>
            {common.save}
          </Button>
          <Button variant="default" onClick={draft.drop}>
            {t.discard}
          </Button>
        </Group>
      )}
    </Card>
  );
}
