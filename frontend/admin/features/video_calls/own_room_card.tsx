import { Alert, Card, Group, Stack, Switch, Text, Title } from '@mantine/core';
import { IconCircleCheckFilled } from '@tabler/icons-react';
import { useWords } from '../../language/words';
import { OwnRoomButton } from './own_room_button';
import type { RoomSettings } from './own_room_query';
import { useRoomSettings } from './use_room_settings';
import { videoCallsWords } from './words';

interface Props {
  settings: RoomSettings;
  /** Whether somebody has a link or room, so that the own room is not what comes next. */
  someHaveRooms: boolean;
}

/** The own room for everybody, what stands in its way, and how customers come into the rooms of other providers. */
export function OwnRoomCard({ settings: { ownRoomByDefault, admitByHand, callsAreRelayed }, someHaveRooms }: Props) {
  const t = useWords(videoCallsWords);
  const set = useRoomSettings();
  return (
    <Card withBorder component="section" aria-labelledby="own-room">
      <Stack>
        <div>
          <Title order={2} id="own-room">
            {t.ownRoom}
          </Title>
          <Text c="dimmed">{t.ownRoomMeaning}</Text>
        </div>
        <Group gap="sm">
          <Group gap="xs" wrap="nowrap" flex="1 1 12rem">
            {ownRoomByDefault && <IconCircleCheckFilled size={22} color="var(--mantine-primary-color-filled)" style={{ flex: 'none' }} aria-hidden="true" />}
            <Text>{ownRoomByDefault ? t.ownRoomIsOn : someHaveRooms ? t.ownLinksStay : t.ownRoomIsOff}</Text>
          </Group>
          <OwnRoomButton isOn={ownRoomByDefault} variant={ownRoomByDefault || someHaveRooms ? 'default' : 'filled'} />
        </Group>
        {!callsAreRelayed && (
          <Alert color="gray" title={t.notRelayed}>
            {t.notRelayedHint}
          </Alert>
        )}
        <Switch
          label={t.admitByHand}
          description={t.admitByHandHint}
          checked={admitByHand}
          onChange={({ currentTarget: { checked } }) => void set('admitByHand', checked)}
        />
      </Stack>
    </Card>
  );
}
