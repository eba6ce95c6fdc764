import type { Branch, Salon } from './api';

/** The period of video-only mode in which the date lies; undefined: there is none. */
export const videoOnlyNow = ({ videoOnlyModes }: Pick<Branch, 'videoOnlyModes'>, date: string) =>
  videoOnlyModes.find(({ from, until }) => from <= date && (!until || date <= until));

/** The categories with what the branch offers online: while it is video only, nothing else. */
export const offered = (categories: Salon['serviceCategories'], here: readonly { id: string }[], isVideoOnly: boolean): Salon['serviceCategories'] =>
  categories
    .map(({ id, name, services }) => ({
      id,
      name,
      services: services.filter((service) => here.some((other) => other.id === service.id) && (!isVideoOnly || service.delivery === 'VIDEO')),
    }))
    .filter(({ services }) => services.length > 0);
