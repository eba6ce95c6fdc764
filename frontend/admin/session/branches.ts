import { useMemo } from 'react';
import { graphql, type ResultOf } from '../api/graphql';
import { usePagedQuery } from '../api/paged_query';
import { useSearchedList } from '../api/searched_list';
import { branchFields, inKnownZones, useSession } from './session';

/** Searches the branches that the user works with: those in reach, or all. */
const branchesQuery = graphql(`
  query Branches($search: String, $inReach: Boolean!, $after: String) {
    me @include(if: $inReach) {
      branches(search: $search, after: $after) {
        nodes {
          ...BranchFields
        }
        pageInfo {
          hasNextPage
          endCursor
        }
      }
    }
    branches(search: $search, after: $after) @skip(if: $inReach) {
      nodes {
        ...BranchFields
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`, [branchFields]);

const none = { nodes: [], pageInfo: { hasNextPage: false, endCursor: null } };

const pick = ({ me, branches }: ResultOf<typeof branchesQuery>) => branches ?? me?.branches ?? none;

/** Reads the branches that the user works with to choose from. */
export function useBranchChoice() {
  const { branches, hasMoreBranches, inReach } = useSession();
  const searched = useSearchedList(branchesQuery, { inReach }, pick, { pause: !hasMoreBranches });
  return hasMoreBranches ? searched : { ...searched, nodes: branches, isShort: true, hasMore: false };
}

/** Reads the branches that the user works with page by page: all, or those that a search finds. Nothing is read of a list that is not long. */
export function useBranches(search: string, isLong: boolean) {
  const { branches, inReach } = useSession();
  const paged = usePagedQuery(branchesQuery, { inReach, search: search || null }, pick, { pause: !isLong });
  const data = useMemo(() => (isLong ? paged.data && { nodes: inKnownZones(paged.data.nodes), hasMore: paged.data.hasMore } : { nodes: branches, hasMore: false }), [branches, isLong, paged.data]);
  return { ...paged, data };
}

/** Reads the branch with a slug, which is one of the words by which branches are found, if the user works with it. */
export function useBranchWithSlug(slug: string) {
  const { inReach } = useSession();
  const answer = usePagedQuery(branchesQuery, { inReach, search: slug }, pick);
  const data = useMemo(() => answer.data && { found: inKnownZones(answer.data.nodes).find((branch) => branch.slug === slug) }, [answer.data, slug]);
  return { ...answer, data };
}
