import { Card, List, Skeleton, Text, Title } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useLiveQuery } from '../../api/live_query';
import { useFormat } from '../../language/format';
import { useWords } from '../../language/words';
import { useBranch } from '../../session/branch';
import type { Input } from './use_video_only_mode';
import { type Preview, previewQuery } from './video_only_mode_query';
import { videoOnlyModeWords } from './words';

/** Debounce of the preview, in milliseconds. */
const pause = 300;

/** Previews video-only mode: affected appointments and what customers could book. */
export function ModePreview({ input }: { input: Input }) {
  const t = useWords(videoOnlyModeWords);
  const [settled] = useDebouncedValue(JSON.stringify(input), pause);
  const wanted = JSON.parse(settled) as Input;
  const { data, failed } = useLiveQuery(previewQuery, { input: wanted }, { pause: wanted.staffIds.length === 0 });
  const isEmpty = wanted.staffIds.length === 0;
  return (
    <Card withBorder component="section" aria-live="polite">
      <Title order={2} mb="xs">
        {t.preview}
      </Title>
      {failed || isEmpty ? <Text>{t.noPreview}</Text> : data ? <Found preview={data.videoOnlyModePreview} /> : <Skeleton height={80} />}
    </Card>
  );
}

function Found({ preview: { affectedAppointments, bookableVideoConsultations } }: { preview: Preview }) {
  const t = useWords(videoOnlyModeWords);
  const format = useFormat();
  const { timeZone } = useBranch();
  return (
    <>
      {bookableVideoConsultations.length === 0 && <Text>{t.noStart}</Text>}
      <List mb="md">
        {bookableVideoConsultations.map(({ service, staff, days }) => {
          const starts = days.flatMap((day) => day.starts);
          return (
            <List.Item key={`${service.id} ${staff.id}`}>
              {service.name} · {staff.displayName}: {t.starts(starts.length, format.moment(starts[0] ?? '', timeZone))}
            </List.Item>
          );
        })}
      </List>
      <Title order={3}>{t.affected}</Title>
      {affectedAppointments.length === 0 ? (
        <Text>{t.noAffected}</Text>
      ) : (
        <>
          <List>
            {affectedAppointments.map(({ id, start, service, staff, contact }) => (
              <List.Item key={id}>
                {format.moment(start, timeZone)} · {[contact?.name, service.name, staff.displayName].filter(Boolean).join(' · ')}
              </List.Item>
            ))}
          </List>
          <Text size="sm" c="dimmed">
            {t.affectedHint}
          </Text>
        </>
      )}
    </>
  );
}
