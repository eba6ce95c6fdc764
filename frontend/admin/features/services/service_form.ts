import { durationOf, minutesOf } from '../../language/duration';
import type { Service } from './services_query';

/** A service as the form writes it: in minutes and euros. */
export interface ServiceForm {
  name: string;
  categoryId: string;
  delivery: Service['delivery'];
  duration: number;
  cleanUp: number;
  price: number;
  description: string;
  bookableOnline: boolean;
}

/** A new service of a category, or one that there is. */
export const formOf = (service: Service | undefined, categoryId: string): ServiceForm => ({
  name: service?.name ?? '',
  categoryId: service?.category.id ?? categoryId,
  delivery: service?.delivery ?? 'VIDEO',
  duration: service ? minutesOf(service.duration) : 30,
  cleanUp: service ? minutesOf(service.cleanUp) : 0,
  price: service ? service.price.minorUnits / 100 : 0,
  description: service?.description ?? '',
  bookableOnline: service?.bookableOnline ?? true,
});

/** What the form says, as the API reads it; without how it is delivered, which never changes. */
export const inputOf = ({ name, categoryId, duration, cleanUp, price, description, bookableOnline }: ServiceForm) => ({
  name,
  categoryId,
  duration: durationOf(duration),
  cleanUp: durationOf(cleanUp),
  price: { minorUnits: Math.round(price * 100), currency: 'EUR' },
  description,
  bookableOnline,
});
