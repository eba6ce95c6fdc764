import { Anchor, Card, Stack, Text, Title } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useFormat } from '../../language/format';
import { useWords } from '../../language/words';
import { LoadMore } from '../../parts/load_more';
import { VideoIcon } from '../../parts/video_icon';
import { BranchContext } from '../../session/branch';
import { wallClockAt } from '../../session/wall_clock';
import { useWaitingText } from '../calendar';
import type { OwnAppointment } from './own_day_query';
import { byDate } from './own_times';
import { ownDayWords } from './words';

interface Props {
  list: readonly OwnAppointment[];
  /** Whether the branch of each is named. */
  namesBranch: boolean;
  hasMore: boolean;
  onMore(): void;
}

/** The appointments after the next one, by day; nothing if there are none. */
export function LaterAppointments({ list, namesBranch, hasMore, onMore }: Props) {
  const t = useWords(ownDayWords);
  const format = useFormat();
  if (list.length === 0) {
    return null;
  }
  return (
    <Card withBorder component="section" aria-label={t.later}>
      <Title order={2}>{t.later}</Title>
      <Stack mt="xs">
        {byDate(list, ({ start, branch }) => wallClockAt(start, branch.timeZone).date).map(([date, ofDay]) => (
          <div key={date}>
            <Title order={3} size="h5" id={`day-${date}`}>
              {format.shortDay(date)}
            </Title>
            <Stack component="ul" aria-labelledby={`day-${date}`} gap="xs" m={0} p={0} style={{ listStyle: 'none' }}>
              {ofDay.map(({ id, start, end, contact, service, branch, ...presence }) => (
                <li key={id}>
                  <Anchor renderRoot={(props) => <Link to="/kalender" search={{ filiale: branch.slug, datum: date, termin: id }} {...props} />}>
                    {`${format.time(start, branch.timeZone)}–${format.time(end, branch.timeZone)} ${contact?.name || t.anonymous}`}
                  </Anchor>
                  <Text size="sm" c="dimmed">
                    {[service.name, namesBranch && branch.name].filter(Boolean).join(' · ')}
                    {service.delivery === 'VIDEO' && (
                      <>
                        {' '}
                        <VideoIcon />
                      </>
                    )}
                  </Text>
                  <BranchContext value={branch}>
                    <Waiting presence={presence} />
                  </BranchContext>
                </li>
              ))}
            </Stack>
          </div>
        ))}
        <LoadMore hasMore={hasMore} onMore={onMore} />
      </Stack>
    </Card>
  );
}

function Waiting({ presence }: { presence: Parameters<typeof useWaitingText>[0] }) {
  const text = useWaitingText(presence);
  return (
    text && (
      <Text size="sm" fw={600}>
        {text}
      </Text>
    )
  );
}
