import type { introspection } from '../../api/introspection';
import type { Language } from '../../language/language';

type Weekday = introspection['types']['Weekday']['enumValues'];

/** A text in each language that a template speaks. */
type Texts = Readonly<Record<Language, string>>;

/** A service of a template. */
export interface TemplateService {
  name: string;
  minutes: number;
  /** Example price in hundredths of the currency. */
  price: number;
}

/** A usual set-up of a kind of salon, in one language. */
export interface Template {
  key: TemplateKey;
  /** Opening hours, the same on each of the weekdays. */
  hours: { weekdays: readonly Weekday[]; from: string; to: string };
  categories: readonly { name: string; services: readonly TemplateService[] }[];
}

const fromMonday = ['MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY', 'SATURDAY', 'SUNDAY'] as const satisfies readonly Weekday[];
const toSaturday = fromMonday.slice(0, 6);
const toFriday = fromMonday.slice(0, 5);
const fromTuesday = fromMonday.slice(1, 6);

/** A service: German name, English name, minutes and example price. */
type Row = readonly [de: string, en: string, minutes: number, price: number];

interface Kind {
  hours: Template['hours'];
  categories: readonly { name: Texts; services: readonly Row[] }[];
}

const kinds = {
  hairdresser: {
    hours: { weekdays: toSaturday, from: '09:00', to: '18:00' },
    categories: [
      {
        name: { de: 'Schnitt', en: 'Cut' },
        services: [
          ['Waschen, schneiden, föhnen', 'Wash, cut and blow-dry', 60, 5500],
          ['Herrenschnitt', 'Men’s cut', 30, 3000],
          ['Kinderschnitt', 'Children’s cut', 30, 2000],
          ['Waschen und föhnen', 'Wash and blow-dry', 45, 3500],
        ],
      },
      {
        name: { de: 'Farbe', en: 'Color' },
        services: [
          ['Ansatz färben', 'Root touch-up', 90, 6500],
          ['Strähnen', 'Highlights', 120, 9500],
          ['Balayage', 'Balayage', 180, 15_000],
        ],
      },
    ],
  },
  barber: {
    hours: { weekdays: toSaturday, from: '10:00', to: '19:00' },
    categories: [
      {
        name: { de: 'Haare', en: 'Hair' },
        services: [
          ['Haarschnitt', 'Haircut', 30, 2800],
          ['Maschinenschnitt', 'Clipper cut', 20, 1800],
        ],
      },
      {
        name: { de: 'Bart', en: 'Beard' },
        services: [
          ['Bart trimmen', 'Beard trim', 20, 1800],
          ['Nassrasur', 'Wet shave', 30, 2500],
          ['Haarschnitt und Bart', 'Haircut and beard', 45, 4200],
        ],
      },
    ],
  },
  cosmetics: {
    hours: { weekdays: fromTuesday, from: '10:00', to: '18:00' },
    categories: [
      {
        name: { de: 'Gesicht', en: 'Face' },
        services: [
          ['Klassische Gesichtsbehandlung', 'Classic facial', 60, 6900],
          ['Kleine Gesichtsbehandlung', 'Short facial', 30, 3900],
        ],
      },
      {
        name: { de: 'Augen', en: 'Eyes' },
        services: [
          ['Augenbrauen zupfen', 'Eyebrow shaping', 15, 1200],
          ['Wimpern färben', 'Eyelash tint', 20, 1800],
          ['Wimpernlifting', 'Lash lift', 60, 6500],
        ],
      },
    ],
  },
  nails: {
    hours: { weekdays: toSaturday, from: '09:00', to: '18:00' },
    categories: [
      {
        name: { de: 'Hände', en: 'Hands' },
        services: [
          ['Maniküre', 'Manicure', 45, 3000],
          ['Gel-Lack', 'Gel polish', 45, 3500],
          ['Neumodellage', 'New set of nails', 90, 6000],
          ['Auffüllen', 'Infill', 75, 4500],
        ],
      },
      { name: { de: 'Füße', en: 'Feet' }, services: [['Pediküre', 'Pedicure', 60, 4000]] },
    ],
  },
  massage: {
    hours: { weekdays: toFriday, from: '10:00', to: '19:00' },
    categories: [
      {
        name: { de: 'Massagen', en: 'Massages' },
        services: [
          ['Rückenmassage', 'Back massage', 30, 3500],
          ['Ganzkörpermassage', 'Full-body massage', 60, 6500],
          ['Fußreflexzonenmassage', 'Foot reflexology', 45, 4500],
        ],
      },
    ],
  },
} as const satisfies Record<string, Kind>;

export type TemplateKey = keyof typeof kinds;

/** The kinds of salons, the most frequent first. */
export const templateKeys = Object.keys(kinds) as TemplateKey[];

/** Returns a template in a language. */
export function templateOf(key: TemplateKey, language: Language): Template {
  const { hours, categories }: Kind = kinds[key];
  return {
    key,
    hours,
    categories: categories.map(({ name, services }) => ({
      name: name[language],
      services: services.map(([de, en, minutes, price]) => ({ name: language === 'de' ? de : en, minutes, price })),
    })),
  };
}

/** The currencies for which the example prices are plausible. */
const currencies: ReadonlySet<string> = new Set(['EUR', 'CHF', 'GBP', 'USD']);

/** Reports whether a template has prices in a currency. Else they are left out. */
export const hasPrices = (currency: string): boolean => currencies.has(currency);

/** Returns the opening hours of a template, one interval per weekday. */
export const hoursOf = ({ hours: { weekdays, from, to } }: Template) => weekdays.map((weekday) => ({ weekday, from, to }));

/** Returns the first and the last weekday of a template, where 0 is Monday. */
export const daysOf = ({ hours: { weekdays } }: Template) =>
  ({ first: fromMonday.findIndex((day) => day === weekdays[0]), last: fromMonday.findIndex((day) => day === weekdays.at(-1)) });

/** Returns the categories of a template for the server. */
export const categoriesOf = ({ categories }: Template, currency: string) =>
  categories.map(({ name, services }) => ({
    name,
    services: services.map((service) => ({
      name: service.name,
      delivery: 'IN_SALON' as const,
      duration: `PT${service.minutes}M`,
      ...(hasPrices(currency) && { price: { minorUnits: service.price, currency } }),
    })),
  }));
