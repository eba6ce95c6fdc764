import { Anchor, Card, Stack, Text, Title } from '@mantine/core';
import { useWords } from '../../language/words';
import { useSession } from '../../session/session';
import { CalendarFeed } from '../staff';
import type { OwnProfile } from './own_day_query';
import { ownDayWords } from './words';

/** Where the user meets customers by video, and the calendar feed. */
export function OwnAddresses({ profile: { id, videoLink, branches, hasCalendarFeed } }: { profile: OwnProfile }) {
  const t = useWords(ownDayWords);
  const { me } = useSession();
  const usesOwnRoom = videoLink ? videoLink.provider === 'VISAVIS' : branches.some(({ ownRoomByDefault }) => ownRoomByDefault);
  const title = usesOwnRoom ? t.videoRoom : t.videoLink;
  return (
    <Stack>
      <Card withBorder component="section" aria-label={title}>
        <Title order={2}>{title}</Title>
        {usesOwnRoom ? (
          <Text mt="xs">{t.ownRoom}</Text>
        ) : videoLink ? (
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
          {usesOwnRoom ? t.ownRoomHint : t.videoLinkHint}
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
