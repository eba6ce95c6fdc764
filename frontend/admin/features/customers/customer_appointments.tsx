import { Table, Text, Title } from '@mantine/core';
import { engineZone } from '../../../environment/zone';
import { appointmentStatusWords } from '../../language/appointment_status_words';
import { useFormat } from '../../language/format';
import { useWords } from '../../language/words';
import { ScrollRegion } from '../../parts/scroll_region';
import type { Customer } from './customers_query';
import { customersWords } from './words';

/** Past and coming appointments of a customer, newest first, and whom they are for where several people share an address. */
export function CustomerAppointments({ customer: { name, appointments: list } }: { customer: Customer }) {
  const t = useWords(customersWords);
  const statuses = useWords(appointmentStatusWords);
  const format = useFormat();
  return (
    <section>
      <Title order={2} mb="xs">
        {t.appointments}
      </Title>
      {list.length === 0 ? (
        <Text>{t.noAppointment}</Text>
      ) : (
        <ScrollRegion label={t.appointments}>
          <Table withTableBorder aria-label={t.appointments}>
            <Table.Thead>
              <Table.Tr>
                <Table.Th>{t.when}</Table.Th>
                <Table.Th>{t.what}</Table.Th>
                <Table.Th>{t.with}</Table.Th>
                <Table.Th>{t.which}</Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {list.map(({ id, start, status, contact, branch, service, staff }) => (
                <Table.Tr key={id}>
                  <Table.Td>{format.moment(start, engineZone(branch.timeZone, branch.timeZoneAliases))}</Table.Td>
                  <Table.Td>
                    {service.name}
                    {contact && contact.name !== name && ` (${t.whose(contact.name)})`}
                  </Table.Td>
                  <Table.Td>{staff.displayName}</Table.Td>
                  <Table.Td>{statuses[status]}</Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </ScrollRegion>
      )}
    </section>
  );
}
