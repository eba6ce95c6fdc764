import type { Branch, Salon } from './api';

/** The period of video-only mode in which the date lies; undefined: there is none. */
export const videoOnlyNow = ({ videoOnlyModes }: Pick<Branch, 'videoOnlyModes'>, date: string) =>
  videoOnlyModes.find(({ from, until }) => from <= date && (!until || date <= until));

/** The categories with what clients can book: while it is video only, nothing else. */
export const offered = (categories: Salon['serviceCategories'], isVideoOnly: boolean): Salon['serviceCategories'] =>
  categories
    .map(({ id, name, services }) => ({
      id,
      name,
      services: services.filter(({ bookableOnline, delivery }) => bookableOnline && (!isVideoOnly || delivery === 'VIDEO')),
    }))
    .filter(({ services }) => services.length > 0);
