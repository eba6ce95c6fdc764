import { Badge, Button, Checkbox, Table, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconPlus } from '@tabler/icons-react';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { graphql, type ResultOf } from '../../api/graphql';
import { usePagedQuery } from '../../api/paged_query';
import { searchWords } from '../../language/search_words';
import { useFormat } from '../../language/format';
import { useWords } from '../../language/words';
import { Empty } from '../../parts/empty';
import { LoadMore } from '../../parts/load_more';
import { Answer, Page } from '../../parts/page';
import { PersonName } from '../../parts/person_name';
import { SearchField } from '../../parts/search_field';
import { useBranch } from '../../session/branch';
import { isManager, useSession } from '../../session/session';
import { NewProfile } from './new_profile';
import { PastePeopleDialog } from './paste_people_dialog';
import { peopleWords } from './people_words';
import styles from './staff_page.module.css';
import { staffWords } from './words';

const staffQuery = graphql(`
  query StaffList($search: String, $branchId: ID, $includeArchived: Boolean!, $after: String) {
    staff(search: $search, branchId: $branchId, includeArchived: $includeArchived, after: $after) {
      nodes {
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
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`);

/** The profiles that the user reaches. */
export function StaffPage() {
  const t = useWords(staffWords);
  const searchText = useWords(searchWords);
  const session = useSession();
  const setsUp = isManager(session);
  const [includeArchived, setIncludeArchived] = useState(false);
  const [isCreating, { open, close }] = useDisclosure();
  const people = useWords(peopleWords);
  const [isCreatingSeveral, severally] = useDisclosure();
  const { suche = '' } = useSearch({ from: '/mitarbeiter' });
  const navigate = useNavigate({ from: '/mitarbeiter' });
  const { id: branchId } = useBranch();
  const [isHere, setHere] = useState(false);
  const answer = usePagedQuery(staffQuery, { search: suche || null, branchId: isHere ? branchId : null, includeArchived }, ({ staff }) => staff);

  return (
    <Page
      title={t.title}
      width="list"
      actions={
        setsUp && (
          <>
            <Button variant="default" onClick={severally.open}>
              {people.openSeveral}
            </Button>
            <Button leftSection={<IconPlus size={18} aria-hidden="true" />} onClick={open}>
              {t.create}
            </Button>
          </>
        )
      }
    >
      <SearchField
        label={searchText.searchNames}
        initial={suche}
        onSearch={(text) => void navigate({ search: (before) => ({ ...before, suche: text || undefined }), replace: true })}
      />
      <Answer of={answer}>
        {({ nodes, hasMore }) => {
          if (nodes.length === 0 && suche) {
            return (
              <Empty title={searchText.noMatch}>
                <Text>{searchText.noMatchHint}</Text>
              </Empty>
            );
          }
          if (nodes.length === 0) {
            return (
              <Empty title={t.nobody}>
                <Text>{t.nobodyHint}</Text>
                {setsUp && <Button onClick={open}>{t.first}</Button>}
              </Empty>
            );
          }
          return (
            <>
              <People list={nodes} />
              <LoadMore hasMore={hasMore} onMore={answer.more} />
            </>
          );
        }}
      </Answer>
      {session.branches.length > 1 && <Checkbox label={t.onlyHere} checked={isHere} onChange={(event) => setHere(event.currentTarget.checked)} />}
      <Checkbox label={t.showArchived} checked={includeArchived} onChange={(event) => setIncludeArchived(event.currentTarget.checked)} />
      {isCreating && <NewProfile onClose={close} />}
      <PastePeopleDialog opened={isCreatingSeveral} onClose={severally.close} />
    </Page>
  );
}

interface PeopleProps {
  list: readonly ResultOf<typeof staffQuery>['staff']['nodes'][number][];
}

function People({ list }: PeopleProps) {
  const t = useWords(staffWords);
  const format = useFormat();
  const setsUp = isManager(useSession());
  return (
    <Table verticalSpacing="sm" withTableBorder highlightOnHover aria-label={t.title}>
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{t.displayName}</Table.Th>
          <Table.Th>{t.role}</Table.Th>
          <Table.Th visibleFrom="sm">{t.branches}</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {list.map(({ id, displayName, title, color, role, archived, branches }) => (
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
  );
}
