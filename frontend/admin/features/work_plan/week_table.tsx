import { Anchor, Checkbox, Group, Table } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useFormat } from '../../language/format';
import { useWords } from '../../language/words';
import { PersonName } from '../../parts/person_name';
import { ScrollRegion } from '../../parts/scroll_region';
import { useBranch } from '../../session/branch';
import type { RosterDay } from './work_plan_query';
import { workPlanWords } from './words';

interface Props {
  days: readonly RosterDay[];
  people: readonly RosterDay['staff'][number]['profile'][];
  chosen: readonly string[];
  /** Undefined: nobody can be chosen. */
  onChoose: ((ids: readonly string[]) => void) | undefined;
}

const times = (day: RosterDay, id: string) => day.staff.find(({ profile }) => profile.id === id)?.working ?? [];

/** The roster of a week after exceptions and absences: a row per profile, a column per day. */
export function WeekTable({ days, people, chosen, onChoose }: Props) {
  const t = useWords(workPlanWords);
  const format = useFormat();
  const { timeZone } = useBranch();
  return (
    <ScrollRegion label={t.branch}>
      <Table withTableBorder withColumnBorders aria-label={t.branch}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>
              {onChoose ? (
                <Checkbox
                  label={t.all}
                  checked={chosen.length === people.length}
                  indeterminate={chosen.length > 0 && chosen.length < people.length}
                  onChange={(event) => onChoose(event.currentTarget.checked ? people.map(({ id }) => id) : [])}
                />
              ) : (
                t.works
              )}
            </Table.Th>
            {days.map(({ date }) => (
              <Table.Th key={date}>{format.shortDay(date)}</Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {people.map(({ id, displayName, title, color }) => (
            <Table.Tr key={id}>
              <Table.Th scope="row">
                <Group gap="sm" wrap="nowrap">
                  {onChoose && (
                    <Checkbox
                      aria-label={t.select(displayName)}
                      checked={chosen.includes(id)}
                      onChange={(event) => onChoose(event.currentTarget.checked ? [...chosen, id] : chosen.filter((one) => one !== id))}
                    />
                  )}
                  <Anchor component={Link} to={`/mitarbeiter/${id}/arbeitsplan`}>
                    <PersonName name={displayName} color={color} title={title} />
                  </Anchor>
                </Group>
              </Table.Th>
              {days.map((day) => (
                <Table.Td key={day.date}>
                  {times(day, id)
                    .map(({ start, end }) => `${format.time(start, timeZone)}–${format.time(end, timeZone)}`)
                    .join(', ') || '–'}
                </Table.Td>
              ))}
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </ScrollRegion>
  );
}
