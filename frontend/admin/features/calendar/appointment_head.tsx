import { Badge, Group, Stack, Text } from '@mantine/core';
import { appointmentStatusWords } from '../../language/appointment_status_words';
import { useFormat } from '../../language/format';
import { useWords } from '../../language/words';
import { PersonName } from '../../parts/person_name';
import { VideoIcon } from '../../parts/video_icon';
import { useBranch } from '../../session/branch';
import { minutesBetween } from './board_scale';
import type { Appointment } from './calendar_query';
import { calendarWords } from './words';
import { appointmentWords } from './appointment_words';

const colors = { HELD: 'gray', CONFIRMED: 'petrol', CANCELLED: 'gray', COMPLETED: 'green', NO_SHOW: 'orange' } as const;

/** When an appointment is, for what, with whom, at what price, and its status. */
export function AppointmentHead({ appointment: { start, end, service, staff, status } }: { appointment: Appointment }) {
  const t = useWords(appointmentWords);
  const statuses = useWords(appointmentStatusWords);
  const calendar = useWords(calendarWords);
  const format = useFormat();
  const { timeZone } = useBranch();
  return (
    <Stack gap={6}>
      <Group justify="space-between" wrap="nowrap" align="start">
        <Text fw={600}>
          {format.moment(start, timeZone)}–{format.time(end, timeZone)}
        </Text>
        <Badge variant="light" color={colors[status]} tt="none" style={{ flexShrink: 0 }}>
          {statuses[status]}
        </Badge>
      </Group>
      <Text>
        {service.delivery === 'VIDEO' && (
          <>
            <VideoIcon /> {calendar.videoConsultation}:{' '}
          </>
        )}
        {service.name}
      </Text>
      <Text size="sm" c="dimmed">
        {[t.minutes(minutesBetween(start, end)), service.price.minorUnits === 0 ? t.freeOfCharge : format.money(service.price)].join(' · ')}
      </Text>
      <PersonName name={staff.displayName} color={staff.color} title={staff.title} />
    </Stack>
  );
}
