import type { Branch, Category, OfferedService } from './api';
import type { Language } from './language';

/** Returns the video-only mode that is active on a date; undefined if none. */
export const videoOnlyNow = ({ videoOnlyModes }: Pick<Branch, 'videoOnlyModes'>, date: string) =>
  videoOnlyModes.find(({ from, until }) => from <= date && (!until || date <= until));

/** Returns the categories with the services that the branch offers online, sorted by name; only those by video in video-only mode. */
export function bookableCategories(offered: readonly OfferedService[], isVideoOnly: boolean, language: Language): Category[] {
  const categories = new Map<string, Category>();
  for (const service of offered) {
    if (!isVideoOnly || service.delivery === 'VIDEO') {
      const category = categories.get(service.category.id) ?? { ...service.category, services: [] };
      category.services.push(service);
      categories.set(category.id, category);
    }
  }
  const { compare } = new Intl.Collator(language, { numeric: true });
  return [...categories.values()].toSorted((a, b) => compare(a.name, b.name));
}

/** Returns the categories with the services whose names have each word of a search, without regard to case and accents. */
export function foundCategories(categories: readonly Category[], search: string): Category[] {
  const words = folded(search).split(/\s+/);
  return categories
    .map((category) => ({ ...category, services: category.services.filter(({ name }) => words.every((word) => folded(name).includes(word))) }))
    .filter(({ services }) => services.length > 0);
}

const folded = (text: string) => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().trim();
