import { Text } from '@mantine/core';
import { competencyOf, useSetCompetencies } from '../../api/competency';
import { graphql } from '../../api/graphql';
import { useLiveQuery } from '../../api/live_query';
import { useWords } from '../../language/words';
import { Empty } from '../../parts/empty';
import { Answer, Page } from '../../parts/page';
import { YesNoMatrix } from '../../parts/yes_no_matrix';
import { competencyWords } from './words';

const competenciesQuery = graphql(`
  query Competencies {
    staff {
      id
      displayName
      title
      color
      competencies {
        category {
          id
          name
        }
        service {
          id
          name
        }
        qualified
      }
    }
    serviceCategories {
      id
      name
    }
  }
`);

/** The competencies of all profiles: a row per profile, a column per category. */
export function CompetenciesPage() {
  const t = useWords(competencyWords);
  const setCompetencies = useSetCompetencies();
  const answer = useLiveQuery(competenciesQuery, {});

  return (
    <Page title={t.title} intro={t.intro}>
      <Answer of={answer}>
        {({ staff, serviceCategories }) => {
          if (staff.length === 0) {
            return (
              <Empty title={t.nobody}>
                <Text>{t.nobodyHint}</Text>
              </Empty>
            );
          }
          if (serviceCategories.length === 0) {
            return (
              <Empty title={t.noCategory}>
                <Text>{t.noCategoryHint}</Text>
              </Empty>
            );
          }
          return (
            <YesNoMatrix
              label={t.matrix}
              corner={t.person}
              rows={staff}
              columns={serviceCategories}
              isYes={(person, { id }) => competencyOf(person, { categoryId: id }) === true}
              onTurn={(person, { id }, yes) => void setCompetencies(person, [{ categoryId: id }], yes)}
            />
          );
        }}
      </Answer>
    </Page>
  );
}
