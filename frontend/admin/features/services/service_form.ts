import { durationOf, minutesOf } from '../../language/duration';
import type { Service } from './services_query';

/** The values of the service form, in minutes and euros. */
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

/** Returns the form's values for a service, or the defaults for a new one. */
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

/** Converts the form's values to an input, without the delivery, which never changes. */
export const inputOf = ({ name, categoryId, duration, cleanUp, price, description, bookableOnline }: ServiceForm) => ({
  name,
  categoryId,
  duration: durationOf(duration),
  cleanUp: durationOf(cleanUp),
  price: { minorUnits: Math.round(price * 100) }, // in the present currency
  description,
  bookableOnline,
});
