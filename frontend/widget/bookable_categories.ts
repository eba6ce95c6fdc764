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
  // oxlint-disable-next-line unicorn/no-array-sort -- Safari before 16 has no toSorted
  return [...categories.values()].sort((a, b) => compare(a.name, b.name));
}
