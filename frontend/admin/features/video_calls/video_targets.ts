import type { Category, Readiness } from './video_calls_query';

/** What a competency is for: a whole category, or one service. */
export type Target = { categoryId: string } | { serviceId: string };

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

/** What somebody has said of a target; null: nothing. */
export function saidOf(staff: Readiness['staff'], target: Target): boolean | null {
  const found = staff.competencies.find(({ category, service }) =>
    'serviceId' in target ? service?.id === target.serviceId : category?.id === target.categoryId,
  );
  return found?.qualified ?? null;
}
