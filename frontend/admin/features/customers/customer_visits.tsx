import { Group, Text } from '@mantine/core';
import { useFormat } from '../../language/format';
import { useWords } from '../../language/words';
import { useBranch } from '../../session/branch';
import type { Customer } from './customers_query';
import { customersWords } from './words';

/** Number of visits and no-shows, last and next visit, in a line. */
export function CustomerVisits({ customer: { visits } }: { customer: Customer }) {
  const t = useWords(customersWords);
  const format = useFormat();
  const { timeZone } = useBranch();
  const facts = [
    [t.visits, String(visits.count)],
    [t.noShows, String(visits.noShows)],
    [t.lastVisit, visits.lastAt ? format.moment(visits.lastAt, timeZone) : '–'],
    [t.nextVisit, visits.nextAt ? format.moment(visits.nextAt, timeZone) : '–'],
  ];
  return (
    <Group gap="xl" component="dl" m={0}>
      {facts.map(([label, value]) => (
        <div key={label}>
          <Text component="dt" size="sm" c="dimmed">
            {label}
          </Text>
          <Text component="dd" m={0} fw={600}>
            {value}
          </Text>
        </div>
      ))}
    </Group>
  );
}
