import { durationOf, minutesOf } from '../../language/duration';
import type { Service } from './services_query';

/** The values of the service form, in minutes and in the currency's main unit. Number fields hold a text while it is no number. */
export interface ServiceForm {
  name: string;
  categoryId: string;
  /** Empty: not chosen yet. It is asked, since it cannot be changed later. */
  delivery: Service['delivery'] | '';
  duration: number | string;
  cleanUp: number | string;
  price: number | string;
  currency: string;
  description: string;
  bookableOnline: boolean;
}

/** Returns the form's values for a service, or the defaults for a new one. */
export const formOf = (service: Service | undefined, categoryId: string, currency: string): ServiceForm => ({
  name: service?.name ?? '',
  categoryId: service?.category.id ?? categoryId,
  delivery: service?.delivery ?? '',
  duration: service ? minutesOf(service.duration) : 30,
  cleanUp: service ? minutesOf(service.cleanUp) : 0,
  price: service ? service.price.minorUnits / 10 ** service.price.digits : 0,
  currency: service?.price.currency ?? currency,
  description: service?.description ?? '',
  bookableOnline: service?.bookableOnline ?? true,
});

/** Returns the decimal places of a currency. */
export type DigitsOf = (currency: string) => number;

/** Converts the form's values to an input, without the delivery, which never changes. */
export const inputOf = ({ name, categoryId, duration, cleanUp, price, currency, description, bookableOnline }: ServiceForm, digitsOf: DigitsOf) => ({
  name,
  categoryId,
  duration: durationOf(Number(duration)),
  cleanUp: durationOf(Number(cleanUp)),
  price: { minorUnits: Math.round(Number(price) * 10 ** digitsOf(currency)), currency },
  description,
  bookableOnline,
});

type Input = ReturnType<typeof inputOf>;

/** Returns the part of an input that differs from another. */
export function changesOf(input: Input, before: Input): Partial<Input> {
  const differs = (field: keyof Input) => JSON.stringify(input[field]) !== JSON.stringify(before[field]);
  return Object.fromEntries(Object.entries(input).filter(([field]) => differs(field as keyof Input)));
}

/** Reports whether a duration is at least a minute. */
export const isLasting = (minutes: number | string): boolean => isNumber(minutes) && Number(minutes) >= 1;

/** Reports whether a number field holds a number. */
export const isNumber = (value: number | string): boolean => value !== '' && Number.isFinite(Number(value));
