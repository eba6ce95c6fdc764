import { Button, Card, Group, Input, SegmentedControl, SimpleGrid, Stack, Textarea, TextInput, Title } from '@mantine/core';
import { useState } from 'react';
import { commonWords } from '../../language/common_words';
import { useWords } from '../../language/words';
import { areComplete, type WeeklyInterval, weekdays } from '../../parts/intervals';
import { WeekEditor } from '../../parts/week_editor';
import { useBranch } from '../../session/branch';
import { today } from '../../session/today';
import { ModePreview } from './mode_preview';
import { useVideoOnlyMode } from './use_video_only_mode';
import type { Readiness } from './video_only_mode_query';
import { WhoConsults } from './who_consults';
import { videoOnlyModeWords } from './words';

/** Initial video hours, if they differ from the work plan. */
const usualHours: readonly WeeklyInterval[] = weekdays.slice(0, 5).map((weekday) => ({ weekday, from: '09:00', to: '18:00' }));

/** The form that starts video-only mode, with defaults that suit most salons. */
export function StartForm({ people }: { people: readonly Readiness[] }) {
  const t = useWords(videoOnlyModeWords);
  const common = useWords(commonWords);
  const { id: branchId, timeZone } = useBranch();
  const { start } = useVideoOnlyMode();
  const [chosen, setChosen] = useState<readonly string[]>();
  const [from, setFrom] = useState(today(timeZone));
  const [until, setUntil] = useState('');
  const [hours, setHours] = useState<readonly WeeklyInterval[]>();
  const [message, setMessage] = useState('');
  const [wrong, setWrong] = useState<Readonly<Record<string, string>>>({});
  const staffIds = chosen ?? people.filter(({ ready }) => ready).map(({ staff }) => staff.id);
  const input = { branchId, from: from || null, until: until || null, staffIds: [...staffIds], hours: hours ? [...hours] : null, message };

  async function submit() {
    const outcome = await start(input);
    setWrong(Object.fromEntries(outcome.done ? [] : outcome.errors.map(({ field, message: why }) => [field[0] ?? '', why])));
  }
  return (
    <Stack>
      <WhoConsults people={people} chosen={staffIds} wrong={wrong['staffIds']} onChoose={setChosen} />
      <Card withBorder component="section">
        <Title order={2} mb="xs">
          {t.when}
        </Title>
        <SimpleGrid cols={{ base: 1, xs: 2 }} mb="sm">
          <TextInput type="date" label={t.from} value={from} error={wrong['from']} onChange={(event) => setFrom(event.currentTarget.value)} />
          <TextInput
            type="date"
            label={`${t.until} (${common.optional})`}
            description={t.openEnd}
            inputWrapperOrder={['label', 'input', 'description', 'error']}
            value={until}
            error={wrong['until']}
            onChange={(event) => setUntil(event.currentTarget.value)}
          />
        </SimpleGrid>
        <SegmentedControl
          aria-label={t.when}
          value={hours ? 'own' : 'planned'}
          data={[
            { value: 'planned', label: t.asPlanned },
            { value: 'own', label: t.ownHours },
          ]}
          onChange={(choice) => setHours(choice === 'own' ? usualHours : undefined)}
        />
        {hours && <WeekEditor value={hours} none="–" onChange={setHours} />}
        {wrong['hours'] && <Input.Error role="alert">{wrong['hours']}</Input.Error>}
        <Textarea
          mt="sm"
          label={`${t.message} (${common.optional})`}
          description={t.messageHint}
          autosize
          minRows={2}
          value={message}
          error={wrong['message']}
          onChange={(event) => setMessage(event.currentTarget.value)}
        />
      </Card>
      <ModePreview input={input} />
      <Group>
        <Button size="md" disabled={staffIds.length === 0 || !areComplete(hours ?? [])} onClick={() => void submit()}>
          {t.start}
        </Button>
      </Group>
    </Stack>
  );
}
