import { Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { both } from '../../api/both';
import { useCatalog } from '../../api/catalog';
import { competencyOf, partsOf, useSetCompetencies } from '../../api/competency';
import { graphql } from '../../api/graphql';
import { usePagedQuery } from '../../api/paged_query';
import { searchWords } from '../../language/search_words';
import { useWords } from '../../language/words';
import { Empty } from '../../parts/empty';
import { LoadMore } from '../../parts/load_more';
import { Answer, Page } from '../../parts/page';
import { SearchField } from '../../parts/search_field';
import { YesNoMatrix } from '../../parts/yes_no_matrix';
import { competencyWords } from './words';

const competenciesQuery = graphql(`
  query Competencies($search: String, $after: String) {
    staff(search: $search, after: $after) {
      nodes {
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
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`);

/** The competencies of all profiles: a row per profile, a column per category. */
export function CompetenciesPage() {
  const t = useWords(competencyWords);
  const setCompetencies = useSetCompetencies();
  const searchText = useWords(searchWords);
  const [search, setSearch] = useState('');
  const staff = usePagedQuery(competenciesQuery, { search: search || null }, (data) => data.staff);
  const categories = useCatalog();

  return (
    <Page title={t.title} intro={t.intro}>
      <SearchField label={searchText.searchNames} onSearch={setSearch} />
      <Answer of={both(staff, categories)}>
        {([{ nodes, hasMore }, columns]) => {
          if (nodes.length === 0) {
            return (
              <Empty title={search ? searchText.noMatch : t.nobody}>
                <Text>{search ? searchText.noMatchHint : t.nobodyHint}</Text>
                {!search && <Link to="/mitarbeiter">{t.toStaff}</Link>}
              </Empty>
            );
          }
          if (columns.length === 0) {
            return (
              <Empty title={t.noCategory}>
                <Text>{t.noCategoryHint}</Text>
                <Link to="/leistungen">{t.toServices}</Link>
              </Empty>
            );
          }
          return (
            <>
              <YesNoMatrix
                label={t.matrix}
                corner={t.person}
                rows={nodes}
                columns={columns}
                isYes={(person, { id }) => competencyOf(person, { categoryId: id }) === true}
                partly={t.partly}
                isPartly={(person, category) => partsOf(person, category).length > 0}
                onTurn={(person, { id }, yes) => void setCompetencies(person, [{ categoryId: id }], yes)}
              />
              <LoadMore hasMore={hasMore} onMore={staff.more} />
            </>
          );
        }}
      </Answer>
    </Page>
  );
}
