import type { Category } from './api';

/** Returns the categories with the services whose names have each word of a search, without regard to case and accents. */
export function foundCategories(categories: readonly Category[], search: string): Category[] {
  const words = folded(search).split(/\s+/);
  return categories
    .map((category) => ({ ...category, services: category.services.filter(({ name }) => words.every((word) => folded(name).includes(word))) }))
    .filter(({ services }) => services.length > 0);
}

const folded = (text: string) => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().replaceAll('ı', 'i').trim();
