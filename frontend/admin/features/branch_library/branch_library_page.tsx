import { Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { graphql } from '../../api/graphql';
import { usePagedQuery } from '../../api/paged_query';
import { useSetBranch } from '../../api/staff_branch';
import { searchWords } from '../../language/search_words';
import { useWords } from '../../language/words';
import { Empty } from '../../parts/empty';
import { LoadMore } from '../../parts/load_more';
import { Answer, Page } from '../../parts/page';
import { SearchField } from '../../parts/search_field';
import { YesNoMatrix } from '../../parts/yes_no_matrix';
import { useBranches } from '../../session/branches';
import { type Branch, useSession } from '../../session/session';
import { branchLibraryWords } from './words';

const branchLibraryQuery = graphql(`
  query BranchLibrary($search: String, $branchIds: [ID!]!, $after: String) {
    staff(search: $search, after: $after) {
      nodes {
        id
        displayName
        title
        color
        branches(branchIds: $branchIds) {
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

/** How many branches of a chain the table shows; a search finds others. */
const mostColumns = 20;

/** The branch library: a row per profile, a column per branch that the user sets up. */
export function BranchLibraryPage() {
  const t = useWords(branchLibraryWords);
  const searchText = useWords(searchWords);
  const { branches, hasMoreBranches } = useSession();
  const isLong = hasMoreBranches || branches.length > mostColumns;
  const [search, setSearch] = useState('');
  const [branchSearch, setBranchSearch] = useState('');
  const columns = useBranches(branchSearch, isLong);
  return (
    <Page title={t.title} intro={t.intro}>
      <SearchField label={searchText.searchNames} onSearch={setSearch} />
      {isLong && <SearchField label={searchText.searchBranches} onSearch={setBranchSearch} />}
      <Answer of={columns}>
        {({ nodes }) =>
          nodes.length === 0 ? (
            <Empty title={searchText.noMatch}>
              <Text>{searchText.noMatchHint}</Text>
            </Empty>
          ) : (
            <>
              <Cells search={search} branches={nodes.slice(0, mostColumns)} />
              {nodes.length > mostColumns && <Text c="dimmed">{t.moreBranches(mostColumns)}</Text>}
            </>
          )
        }
      </Answer>
    </Page>
  );
}

interface CellsProps {
  search: string;
  branches: readonly Branch[];
}

function Cells({ search, branches }: CellsProps) {
  const t = useWords(branchLibraryWords);
  const searchText = useWords(searchWords);
  const setBranch = useSetBranch();
  const branchIds = branches.map(({ id }) => id);
  const answer = usePagedQuery(branchLibraryQuery, { search: search || null, branchIds }, ({ staff }) => staff);
  return (
    <Answer of={answer}>
      {({ nodes, hasMore }) =>
        nodes.length === 0 ? (
          <Empty title={search ? searchText.noMatch : t.nobody}>
            <Text>{search ? searchText.noMatchHint : t.nobodyHint}</Text>
            {!search && <Link to="/mitarbeiter">{t.toStaff}</Link>}
          </Empty>
        ) : (
          <>
            <YesNoMatrix
              label={t.matrix}
              corner={t.staff}
              rows={nodes}
              columns={branches}
              isYes={(person, { id }) => person.branches.some((branch) => branch.id === id)}
              onTurn={(person, { id }, yes) => void setBranch(person.id, id, yes)}
            />
            <LoadMore hasMore={hasMore} onMore={answer.more} />
          </>
        )
      }
    </Answer>
  );
}
