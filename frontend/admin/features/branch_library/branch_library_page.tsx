import { Text } from '@mantine/core';
import { graphql } from '../../api/graphql';
import { useLiveQuery } from '../../api/live_query';
import { useSetBranch } from '../../api/staff_branch';
import { useWords } from '../../language/words';
import { Empty } from '../../parts/empty';
import { Answer, Page } from '../../parts/page';
import { YesNoMatrix } from '../../parts/yes_no_matrix';
import { useSession } from '../../session/session';
import { branchLibraryWords } from './words';

const branchLibraryQuery = graphql(`
  query BranchLibrary {
    staff {
      id
      displayName
      title
      color
      branches {
        id
        name
      }
    }
  }
`);

/** The branch library: a row per profile, a column per branch that the user sets up. */
export function BranchLibraryPage() {
  const t = useWords(branchLibraryWords);
  const setBranch = useSetBranch();
  const { branches } = useSession();
  const answer = useLiveQuery(branchLibraryQuery, {});
  return (
    <Page title={t.title} intro={t.intro}>
      <Answer of={answer}>
        {({ staff }) =>
          staff.length === 0 ? (
            <Empty title={t.nobody}>
              <Text>{t.nobodyHint}</Text>
            </Empty>
          ) : (
            <YesNoMatrix
              label={t.matrix}
              corner={t.staff}
              rows={staff}
              columns={branches}
              isYes={(person, { id }) => person.branches.some((branch) => branch.id === id)}
              onTurn={(person, { id }, yes) => void setBranch(person.id, id, yes)}
            />
          )
        }
      </Answer>
    </Page>
  );
}
