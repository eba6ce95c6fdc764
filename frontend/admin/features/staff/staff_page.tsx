import { Badge, Button, Checkbox, Table, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconPlus } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { graphql } from '../../api/graphql';
import { useLiveQuery } from '../../api/live_query';
import { useFormat } from '../../language/format';
import { useWords } from '../../language/words';
import { Empty } from '../../parts/empty';
import { Answer, Page } from '../../parts/page';
import { PersonName } from '../../parts/person_name';
import { isManager, useSession } from '../../session/session';
import { NewProfile } from './new_profile';
import styles from './staff_page.module.css';
import { staffWords } from './words';

const staffQuery = graphql(`
  query StaffList($includeArchived: Boolean!) {
    staff(includeArchived: $includeArchived) {
      id
      displayName
      title
      color
      role
      archived
      bookableOnline
      branches {
        id
        name
      }
    }
  }
`);

/** The profiles that the user reaches. */
export function StaffPage() {
  const t = useWords(staffWords);
  const format = useFormat();
  const setsUp = isManager(useSession());
  const [includeArchived, setIncludeArchived] = useState(false);
  const [isCreating, { open, close }] = useDisclosure();
  const answer = useLiveQuery(staffQuery, { includeArchived });

  return (
    <Page
      title={t.title}
      width={1100}
      actions={
        setsUp && (
          <Button leftSection={<IconPlus size={18} aria-hidden="true" />} onClick={open}>
            {t.create}
          </Button>
        )
      }
    >
      <Answer of={answer}>
        {({ staff }) =>
          staff.length === 0 ? (
            <Empty title={t.nobody}>
              <Text>{t.nobodyHint}</Text>
              {setsUp && <Button onClick={open}>{t.first}</Button>}
            </Empty>
          ) : (
            <Table verticalSpacing="sm" withTableBorder highlightOnHover aria-label={t.title}>
              <Table.Thead>
                <Table.Tr>
                  <Table.Th>{t.displayName}</Table.Th>
                  <Table.Th>{t.role}</Table.Th>
                  <Table.Th visibleFrom="sm">{t.branches}</Table.Th>
                </Table.Tr>
              </Table.Thead>
              <Table.Tbody>
                {staff.map(({ id, displayName, title, color, role, archived, branches }) => (
                  <Table.Tr key={id}>
                    <Table.Td>
                      <Link to="/mitarbeiter/$staffId/$tab" params={{ staffId: id, tab: setsUp ? 'allgemein' : 'arbeitsplan' }} className={styles.profile}>
                        <PersonName name={displayName} color={color} title={title} />
                      </Link>
                    </Table.Td>
                    <Table.Td>{archived ? <Badge color="gray">{t.archived}</Badge> : t.roles[role]}</Table.Td>
                    <Table.Td visibleFrom="sm">{format.list(branches.map(({ name }) => name))}</Table.Td>
                  </Table.Tr>
                ))}
              </Table.Tbody>
            </Table>
          )
        }
      </Answer>
      <Checkbox label={t.showArchived} checked={includeArchived} onChange={(event) => setIncludeArchived(event.currentTarget.checked)} />
      <NewProfile opened={isCreating} onClose={close} />
    </Page>
  );
}
