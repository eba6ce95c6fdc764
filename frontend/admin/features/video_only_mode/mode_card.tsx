import { Button, Card, Group, Text, Title } from '@mantine/core';
import { useFormat } from '../../language/format';
import { useWords } from '../../language/words';
import { VideoIcon } from '../../parts/video_icon';
import { useVideoOnlyMode } from './use_video_only_mode';
import type { Mode } from './video_only_mode_query';
import { videoOnlyModeWords } from './words';

interface Props {
  mode: Mode;
  isRunning: boolean;
}

/** A current or planned period, with a button to end it. */
export function ModeCard({ mode, isRunning }: Props) {
  const t = useWords(videoOnlyModeWords);
  const format = useFormat();
  const { end } = useVideoOnlyMode();
  const { from, until, staff, message } = mode;
  return (
    <Card withBorder component="section">
      <Group justify="space-between">
        <div>
          <Title order={2}>
            <VideoIcon /> {isRunning ? t.running : t.planned}
          </Title>
          <Text>{t.period(format.date(from), until ? format.date(until) : '')}</Text>
          <Text>{format.list(staff.map(({ displayName }) => displayName))}</Text>
          {message && <Text c="dimmed">{message}</Text>}
        </div>
        <Button onClick={() => void end(mode)}>{t.end}</Button>
      </Group>
    </Card>
  );
}
