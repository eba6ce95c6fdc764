import { useMemo } from 'react';
import { graphql } from './graphql';
import { everyPage, usePagedQuery } from './paged_query';

export const categoriesQuery = graphql(`
  query Categories($after: String) {
    serviceCategories(first: 100, after: $after) {
      nodes {
        id
        name
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`);

const servicesQuery = graphql(`
  query CatalogServices($after: String) {
    services(first: 100, after: $after) {
      nodes {
        id
        name
        delivery
        category {
          id
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`);

/** A category with its services that are not archived. */
export interface Category {
  id: string;
  name: string;
  services: readonly { id: string; name: string; delivery: 'IN_SALON' | 'VIDEO' }[];
}

/** Reads all categories, and keeps them fresh. */
export const useCategories = () => usePagedQuery(categoriesQuery, {}, ({ serviceCategories }) => serviceCategories, { pages: everyPage });

/** Reads all categories with their services: a salon's own menu, which does not grow with its branches. */
export function useCatalog() {
  const categories = useCategories();
  const services = usePagedQuery(servicesQuery, {}, (data) => data.services, { pages: everyPage });
  const data = useMemo(
    () => categories.data && services.data && grouped(categories.data.nodes, services.data.nodes),
    [categories.data, services.data],
  );
  return {
    data,
    failed: categories.failed || services.failed,
    retry() {
      categories.retry();
      services.retry();
    },
  };
}

const grouped = (categories: readonly { id: string; name: string }[], services: readonly (Category['services'][number] & { category: { id: string } })[]): Category[] =>
  categories.map(({ id, name }) => ({ id, name, services: services.filter(({ category }) => category.id === id) }));
