import { Table, Text } from '@mantine/core';
import { IconCheck } from '@tabler/icons-react';
import { graphql } from '../../api/graphql';
import { useLiveQuery } from '../../api/live_query';
import { commonWords } from '../../language/common_words';
import { useWords } from '../../language/words';
import { Empty } from '../../parts/empty';
import { Answer, Page } from '../../parts/page';
import { PersonName } from '../../parts/person_name';
import { ScrollRegion } from '../../parts/scroll_region';
import styles from './competencies_page.module.css';
import { type Competent, saidOf, useSetCompetencies } from './competency';
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

/** Who can do what: a row for each person, a column for each category. */
export function CompetenciesPage() {
  const t = useWords(competencyWords);
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
            <ScrollRegion label={t.matrix}>
              <Table withTableBorder withColumnBorders aria-label={t.matrix} className={styles.matrix}>
                <Table.Thead>
                  <Table.Tr>
                    <Table.Th className={styles.corner}>{t.person}</Table.Th>
                    {serviceCategories.map(({ id, name }) => (
                      <Table.Th key={id}>{name}</Table.Th>
                    ))}
                  </Table.Tr>
                </Table.Thead>
                <Table.Tbody>
                  {staff.map((person) => (
                    <Table.Tr key={person.id}>
                      <Table.Th scope="row" className={styles.corner}>
                        <PersonName name={person.displayName} color={person.color} title={person.title} />
                      </Table.Th>
                      {serviceCategories.map((category) => (
                        <Table.Td key={category.id}>
                          <Cell person={person} category={category} />
                        </Table.Td>
                      ))}
                    </Table.Tr>
                  ))}
                </Table.Tbody>
              </Table>
            </ScrollRegion>
          );
        }}
      </Answer>
    </Page>
  );
}

interface CellProps {
  person: Competent & { displayName: string };
  category: { id: string; name: string };
}

/** A yes or no that a click turns over. */
function Cell({ person, category }: CellProps) {
  const t = useWords(competencyWords);
  const common = useWords(commonWords);
  const setCompetencies = useSetCompetencies();
  const target = { categoryId: category.id };
  const isYes = saidOf(person, target) === true;
  return (
    <button
      type="button"
      role="switch"
      aria-checked={isYes}
      aria-label={`${isYes ? common.yes : common.no} – ${t.of(person.displayName, category.name)}`}
      className={styles.cell}
      onClick={() => void setCompetencies(person, [target], !isYes)}
    >
      {isYes && <IconCheck size={18} aria-hidden="true" />}
      {isYes ? common.yes : common.no}
    </button>
  );
}
