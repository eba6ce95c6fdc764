import type { Category } from '../../api/catalog';
import type { Target } from '../../api/competency';

/**
 * Returns the competencies that switch video consultations on or off: categories with nothing else, and the
 * video services of mixed categories.
 */
export function videoTargets(categories: readonly Category[]): Target[] {
  return categories.flatMap(({ id, services }): Target[] => {
    const byVideo = services.filter(({ delivery }) => delivery === 'VIDEO');
    return byVideo.length > 0 && byVideo.length === services.length
      ? [{ categoryId: id }]
      : byVideo.map((service) => ({ serviceId: service.id }));
  });
}
