import { Button, Fieldset, Group, Skeleton, Text } from '@mantine/core';
import { graphql } from '../../api/graphql';
import { useLiveQuery } from '../../api/live_query';
import { useFormat } from '../../language/format';
import { useWords } from '../../language/words';
import { useBranch } from '../../session/branch';
import { wallClockAt } from '../../session/wall_clock';
import { spread } from './spread';
import { appointmentWords } from './appointment_words';

const freeStartsQuery = graphql(`
  query FreeStarts($branchId: ID!, $serviceId: ID!, $staffId: ID, $from: Instant, $first: Int!, $exceptAppointmentId: ID) {
    freeStarts(branchId: $branchId, serviceId: $serviceId, staffId: $staffId, from: $from, first: $first, exceptAppointmentId: $exceptAppointmentId) {
      start
      staff {
        id
        displayName
      }
    }
  }
`);

/** How many times are offered, of how many that are asked for. */
const offered = 6;
const asked = 50;

interface Props {
  serviceId: string;
  /** Undefined: anyone. */
  staffId?: string | undefined;
  /** The earliest start, an instant; undefined: now. */
  from?: string | undefined;
  /** The chosen start, an instant. */
  chosen: string;
  onChoose(start: string, staffId: string): void;
}

/** The next free times as buttons, with one person or with anyone. */
export function FreeTimes({ serviceId, staffId, from, chosen, onChoose }: Props) {
  const t = useWords(appointmentWords);
  const format = useFormat();
  const { id: branchId, timeZone } = useBranch();
  const { data, loading } = useLiveQuery(
    freeStartsQuery,
    { branchId, serviceId, staffId: staffId ?? null, from: from ?? null, first: asked, exceptAppointmentId: null },
    { pause: serviceId === '', hidesFormer: true },
  );
  if (loading) {
    return <Skeleton height={36} aria-hidden="true" />;
  }
  const starts = spread(data?.freeStarts ?? [], offered, (start) => wallClockAt(start, timeZone));
  return (
    <Fieldset variant="unstyled" legend={<Text fw={600} size="sm">{t.freeTimes}</Text>}>
      {starts.length === 0 && data && <Text size="sm">{t.noFreeTime}</Text>}
      <Group gap="xs" mt={4}>
        {starts.map(({ start, staff }) => (
          <Button
            key={start}
            variant={start === chosen ? 'filled' : 'default'}
            size="compact-md"
            aria-pressed={start === chosen}
            onClick={() => onChoose(start, staff[0]?.id ?? '')}
          >
            {format.shortDay(wallClockAt(start, timeZone).date)} {format.time(start, timeZone)}
            {!staffId && ` ${staff[0]?.displayName}`}
          </Button>
        ))}
      </Group>
    </Fieldset>
  );
}
