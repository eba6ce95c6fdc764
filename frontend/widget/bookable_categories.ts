import type { Branch, Salon } from './api';

/** Returns the video-only mode that is active on a date; undefined if none. */
export const videoOnlyNow = ({ videoOnlyModes }: Pick<Branch, 'videoOnlyModes'>, date: string) =>
  videoOnlyModes.find(({ from, until }) => from <= date && (!until || date <= until));

/** Returns the categories with the services that the branch offers online; only those by video in video-only mode. */
export const bookableCategories = (categories: Salon['serviceCategories'], here: readonly { id: string }[], isVideoOnly: boolean): Salon['serviceCategories'] =>
  categories
    .map(({ id, name, services }) => ({
      id,
      name,
      services: services.filter((service) => here.some((other) => other.id === service.id) && (!isVideoOnly || service.delivery === 'VIDEO')),
    }))
    .filter(({ services }) => services.length > 0);
