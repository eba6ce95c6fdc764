import { Card, List, Skeleton, Text, Title } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useLiveQuery } from '../../api/live_query';
import { usePagedQuery } from '../../api/paged_query';
import { useFormat } from '../../language/format';
import { useWords } from '../../language/words';
import { LoadMore } from '../../parts/load_more';
import { useBranch } from '../../session/branch';
import type { Input } from './use_video_only_mode';
import { affectedQuery, type Offer, previewQuery } from './video_only_mode_query';
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
      {failed || isEmpty ? (
        <Text>{t.noPreview}</Text>
      ) : data ? (
        <>
          <Bookable offers={data.videoOnlyModePreview.bookableVideoConsultations} />
          <Affected input={wanted} />
        </>
      ) : (
        <Skeleton height={80} />
      )}
    </Card>
  );
}

function Bookable({ offers }: { offers: readonly Offer[] }) {
  const t = useWords(videoOnlyModeWords);
  const format = useFormat();
  const { timeZone } = useBranch();
  return (
    <>
      {offers.length === 0 && <Text>{t.noStart}</Text>}
      <List mb="md">
        {offers.map(({ service, staff, days }) => {
          const starts = days.flatMap((day) => day.starts);
          return (
            <List.Item key={`${service.id} ${staff.id}`}>
              {service.name} · {staff.displayName}: {t.starts(starts.length, format.moment(starts[0] ?? '', timeZone))}
            </List.Item>
          );
        })}
      </List>
    </>
  );
}

function Affected({ input }: { input: Input }) {
  const t = useWords(videoOnlyModeWords);
  const format = useFormat();
  const { timeZone } = useBranch();
  const { data, failed, more } = usePagedQuery(affectedQuery, { input }, ({ videoOnlyModePreview }) => videoOnlyModePreview.affectedAppointments);
  return (
    <>
      <Title order={3}>{t.affected}</Title>
      {failed ? (
        <Text>{t.noPreview}</Text>
      ) : !data ? (
        <Skeleton height={80} />
      ) : data.nodes.length === 0 ? (
        <Text>{t.noAffected}</Text>
      ) : (
        <>
          <List>
            {data.nodes.map(({ id, start, service, staff, contact }) => (
              <List.Item key={id}>
                {format.moment(start, timeZone)} · {[contact?.name, service.name, staff.displayName].filter(Boolean).join(' · ')}
              </List.Item>
            ))}
          </List>
          <LoadMore hasMore={data.hasMore} onMore={more} />
          <Text size="sm" c="dimmed">
            {t.affectedHint}
          </Text>
        </>
      )}
    </>
  );
}
