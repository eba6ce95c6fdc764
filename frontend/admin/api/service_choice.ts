import { graphql } from './graphql';
import { useSearchedList } from './searched_list';

const serviceChoiceQuery = graphql(`
  query ServiceChoice($search: String) {
    services(search: $search) {
      nodes {
        id
        name
        delivery
        duration
        bookableOnline
      }
      pageInfo {
        hasNextPage
      }
    }
  }
`);

/** Reads the services to choose from. */
export const useServiceChoice = () => useSearchedList(serviceChoiceQuery, {}, ({ services }) => services);
