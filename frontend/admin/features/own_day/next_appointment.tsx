import { Anchor, Button, Card, Group, Stack, Text, Title } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useFormat } from '../../language/format';
import { useWords } from '../../language/words';
import { VideoIcon } from '../../parts/video_icon';
import { BranchContext, useBranch } from '../../session/branch';
import { wallClockAt } from '../../session/wall_clock';
import { RoomActions, StartCall } from '../calendar';
import type { OwnAppointment } from './own_day_query';
import { ownDayWords } from './words';

interface Props {
  appointment: OwnAppointment | undefined;
  /** Whether its branch is named. */
  namesBranch: boolean;
}

/** The appointment that goes on or comes next, with its customer and its room, by the clock of its branch. */
export function NextAppointment({ appointment, namesBranch }: Props) {
  const t = useWords(ownDayWords);
  return (
    <Card withBorder component="section" aria-label={t.next}>
      <Title order={2}>{t.next}</Title>
      {appointment ? (
        <BranchContext value={appointment.branch}>
          <Shown appointment={appointment} namesBranch={namesBranch} />
        </BranchContext>
      ) : (
        <Text mt="xs">{t.noNext}</Text>
      )}
    </Card>
  );
}

function Shown({ appointment, namesBranch }: { appointment: OwnAppointment; namesBranch: boolean }) {
  const t = useWords(ownDayWords);
  const format = useFormat();
  const { name, slug, timeZone } = useBranch();
  const { id, start, end, note, contact, service } = appointment;
  const { date } = wallClockAt(start, timeZone);
  return (
    <Stack gap="sm" mt="xs">
      <div>
        <Text size="xl" fw={650}>
          {`${format.shortDay(date)} · ${format.time(start, timeZone)}–${format.time(end, timeZone)}`}
        </Text>
        <Text>
          {[contact?.name || t.anonymous, service.name, namesBranch && name].filter(Boolean).join(' · ')}
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
        renderRoot={(props) => <Link to="/kalender" search={{ filiale: slug, datum: date, termin: id }} {...props} />}
      >
        {t.open}
      </Button>
    </Stack>
  );
}
