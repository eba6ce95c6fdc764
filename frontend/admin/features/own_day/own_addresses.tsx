import { Anchor, Card, Stack, Text, Title } from '@mantine/core';
import { useWords } from '../../language/words';
import { useSession } from '../../session/session';
import { CalendarFeed } from '../staff';
import type { OwnProfile } from './own_day_query';
import { ownDayWords } from './words';

/** Where the user meets customers by video, and the calendar feed. */
export function OwnAddresses({ profile: { id, videoLink, hasCalendarFeed } }: { profile: OwnProfile }) {
  const t = useWords(ownDayWords);
  const { me } = useSession();
  return (
    <Stack>
      <Card withBorder component="section" aria-label={t.videoLink}>
        <Title order={2}>{t.videoLink}</Title>
        {videoLink ? (
          <Stack gap="xs" mt="xs">
            {videoLink.url && (
              <Anchor href={videoLink.url} target="_blank" rel="noopener noreferrer" style={{ overflowWrap: 'anywhere' }}>
                {videoLink.url}
              </Anchor>
            )}
            {videoLink.roomPerAppointment && <Text>{t.roomPerAppointment}</Text>}
          </Stack>
        ) : (
          <Text mt="xs">{t.noVideoLink}</Text>
        )}
        <Text size="sm" c="dimmed" mt="xs">
          {t.videoLinkHint}
        </Text>
      </Card>
      <Card withBorder component="section" aria-label={t.calendarFeed}>
        <Title order={2} mb="xs">
          {t.calendarFeed}
        </Title>
        {me.signedInBy === 'PIN' ? <Text>{t.byPassword}</Text> : <CalendarFeed staffId={id} isActive={hasCalendarFeed} />}
      </Card>
    </Stack>
  );
}
