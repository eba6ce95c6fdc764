import type { Target } from '../../api/competency';
import type { Category } from './video_calls_query';

/**
 * What to say yes or no to when somebody begins or ceases to consult by video: categories that hold nothing else, and the
 * video services of those that do.
 */
export function videoTargets(categories: readonly Category[]): Target[] {
  return categories.flatMap(({ id, services }): Target[] => {
    const byVideo = services.filter(({ delivery }) => delivery === 'VIDEO');
    return byVideo.length > 0 && byVideo.length === services.length
      ? [{ categoryId: id }]
      : byVideo.map((service) => ({ serviceId: service.id }));
  });
}
