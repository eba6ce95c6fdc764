import { Checkbox, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { graphql } from '../../api/graphql';
import { useLiveQuery } from '../../api/live_query';
import { useSetBranch } from '../../api/staff_branch';
import { searchWords } from '../../language/search_words';
import { useWords } from '../../language/words';
import { Empty } from '../../parts/empty';
import { LoadMore } from '../../parts/load_more';
import { Answer } from '../../parts/page';
import { SearchField } from '../../parts/search_field';
import { useBranches } from '../../session/branches';
import { type Branch, useSession } from '../../session/session';
import type { Profile } from './profile_query';
import { staffWords } from './words';

const ownBranchesQuery = graphql(`
  query BranchesOfProfile($id: ID!, $branchIds: [ID!]!) {
    node(id: $id) {
      __typename
      ... on Staff {
        id
        branches(branchIds: $branchIds) {
          id
        }
      }
    }
  }
`);

interface Props {
  profile: Profile;
}

/** The branches of a profile: its row of the branch library. */
export function BranchesTab({ profile }: Props) {
  const t = useWords(staffWords);
  const searchText = useWords(searchWords);
  const { hasMoreBranches } = useSession();
  const [search, setSearch] = useState('');
  const answer = useBranches(search, hasMoreBranches);

  return (
    <Stack>
      <Text>{t.branchesHint}</Text>
      {hasMoreBranches && profile.branches.length > 0 && <Text c="dimmed">{profile.branches.map(({ name }) => name).join(', ')}</Text>}
      {hasMoreBranches && <SearchField label={searchText.searchBranches} onSearch={setSearch} />}
      <Answer of={answer}>
        {({ nodes, hasMore }) =>
          nodes.length === 0 ? (
            <Empty title={searchText.noMatch}>
              <Text>{searchText.noMatchHint}</Text>
            </Empty>
          ) : (
            <>
              {pagesOf(nodes).map((page) => (
                <Branches key={page[0]?.id} staffId={profile.id} branches={page} />
              ))}
              <LoadMore hasMore={hasMore} onMore={answer.more} />
            </>
          )
        }
      </Answer>
    </Stack>
  );
}

/** How many branches one query asks for. */
const pageSize = 50;

const pagesOf = (branches: readonly Branch[]): (readonly Branch[])[] =>
  Array.from({ length: Math.ceil(branches.length / pageSize) }, (_, page) => branches.slice(page * pageSize, (page + 1) * pageSize));

function Branches({ staffId, branches }: { staffId: string; branches: readonly Branch[] }) {
  const setBranch = useSetBranch();
  const answer = useLiveQuery(ownBranchesQuery, { id: staffId, branchIds: branches.map(({ id }) => id) });
  return (
    <Answer of={answer}>
      {({ node }) =>
        node?.__typename === 'Staff' &&
        branches.map(({ id, name }) => (
          <Checkbox
            key={id}
            label={name}
            checked={node.branches.some((one) => one.id === id)}
            onChange={(event) => void setBranch(staffId, id, event.currentTarget.checked)}
          />
        ))
      }
    </Answer>
  );
}
