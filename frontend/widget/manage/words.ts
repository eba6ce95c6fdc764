import type { Language } from '../language';
import { type BookingWords, bookingWords } from '../words/booking';
import { type ClosingWords, closingWords } from '../words/closing';
import { type ManageWords, manageWords } from '../words/manage';

/** The texts of the manage page in a language. */
export interface Words {
  language: Language;
  booking: BookingWords;
  closing: ClosingWords;
  manage: ManageWords;
}

/** Loads the texts in a language. */
export async function wordsOf(language: Language): Promise<Words> {
  const [booking, closing, manage] = await Promise.all([bookingWords(language), closingWords(language), manageWords(language)]);
  return { language, booking, closing, manage };
}
