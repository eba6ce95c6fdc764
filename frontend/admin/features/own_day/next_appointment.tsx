import { Anchor, Button, Card, Group, Stack, Text, Title } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useFormat } from '../../language/format';
import { useWords } from '../../language/words';
import { VideoIcon } from '../../parts/video_icon';
import { useBranch } from '../../session/branch';
import { wallClockAt } from '../../session/wall_clock';
import { RoomActions, StartCall } from '../calendar';
import type { OwnAppointment } from './own_day_query';
import { ownDayWords } from './words';

/** The appointment that goes on or comes next, with its customer and its room. */
export function NextAppointment({ appointment }: { appointment: OwnAppointment | undefined }) {
  const t = useWords(ownDayWords);
  const format = useFormat();
  const { timeZone } = useBranch();
  return (
    <Card withBorder component="section" aria-label={t.next}>
      <Title order={2}>{t.next}</Title>
      {appointment ? <Shown appointment={appointment} when={whenOf(appointment)} /> : <Text mt="xs">{t.noNext}</Text>}
    </Card>
  );

  function whenOf({ start, end }: OwnAppointment): string {
    return `${format.shortDay(wallClockAt(start, timeZone).date)} · ${format.time(start, timeZone)}–${format.time(end, timeZone)}`;
  }
}

function Shown({ appointment, when }: { appointment: OwnAppointment; when: string }) {
  const t = useWords(ownDayWords);
  const { timeZone } = useBranch();
  const { id, start, note, contact, service } = appointment;
  return (
    <Stack gap="sm" mt="xs">
      <div>
        <Text size="xl" fw={650}>
          {when}
        </Text>
        <Text>
          {[contact?.name || t.anonymous, service.name].join(' · ')}
          {service.delivery === 'VIDEO' && (
            <>
              {' '}
              <VideoIcon />
            </>
          )}
        </Text>
      </div>
      {note && <Text style={{ whiteSpace: 'pre-line' }}>{t.note(note)}</Text>}
      {contact && (contact.phone || contact.email) && (
        <Group gap="md">
          {contact.phone && <Anchor href={`tel:${contact.phone}`}>{contact.phone}</Anchor>}
          {contact.email && (
            <Anchor href={`mailto:${contact.email}`} style={{ overflowWrap: 'anywhere' }}>
              {contact.email}
            </Anchor>
          )}
        </Group>
      )}
      {service.delivery === 'VIDEO' && (
        <>
          <StartCall appointment={appointment} />
          <RoomActions appointment={appointment} />
        </>
      )}
      <Button
        variant="default"
        style={{ alignSelf: 'flex-start' }}
        renderRoot={(props) => <Link to="/kalender" search={{ datum: wallClockAt(start, timeZone).date, termin: id }} {...props} />}
      >
        {t.open}
      </Button>
    </Stack>
  );
}
