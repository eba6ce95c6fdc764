import type { Appointment } from './calendar_query';

/** What the color of an appointment shows. */
export const colorings = ['status', 'person', 'category'] as const;
export type Coloring = (typeof colorings)[number];

/** The hues of the first categories; violet belongs to video, red to errors. */
const hues = [195, 65, 140, 245, 350, 100, 165, 220];

/** The look of an appointment: a tone of the style sheet, with a hue or a color of its own. */
export interface Paint {
  tone: 'video' | 'plain' | 'completed' | 'missed' | 'hue' | 'person' | 'other';
  hue?: number;
  color?: string;
}

/** Returns the hue of each category, for as many as there are hues. */
export const hueOf = (categoryId: string, categoryIds: readonly string[]): number | undefined => hues[categoryIds.indexOf(categoryId)];

/** Returns the look of an appointment. A video consultation is violet whatever the colors show, and nothing else is. */
export function paintOf({ service, status, staff }: Appointment, coloring: Coloring, categoryIds: readonly string[]): Paint {
  if (service.delivery === 'VIDEO') {
    return { tone: 'video' };
  }
  if (coloring === 'person') {
    return { tone: 'person', color: staff.color };
  }
  if (coloring === 'category') {
    const hue = hueOf(service.category.id, categoryIds);
    return hue === undefined ? { tone: 'other' } : { tone: 'hue', hue };
  }
  switch (status) {
    case 'COMPLETED':
      return { tone: 'completed' };
    case 'NO_SHOW':
      return { tone: 'missed' };
    default:
      return { tone: 'plain' };
  }
}
