import { preferredLanguages } from '../environment/languages';
import { bookAddress } from './book_address';
import { type Language, languageOf } from './language';
import styles from './popup.css?inline';
import { shadowOf } from './shadow';

export const closeWords: Record<Language, string> = { de: 'Schließen', en: 'Close', fr: 'Fermer', tr: 'Kapat' };

/** Dialogs by what they book. They stay, so that closing one loses nothing. */
const dialogs = new Map<string, HTMLDialogElement>();

/** Opens the dialog in which to book what the attributes of a button name. */
export function openPopup({ dataset, textContent }: HTMLElement, origin: string): void {
  const { visavisBooking: branch = '', visavisService: service, visavisStaff: staff, visavisLang: lang, visavisTheme: theme } = dataset;
  if (!('HTMLDialogElement' in window)) {
    location.assign(bookAddress({ origin, branch, service, staff, language: lang })); // Safari before 15.4
    return;
  }
  const attributes = { branch, service, staff, lang, theme };
  const key = JSON.stringify(attributes);
  let dialog = dialogs.get(key);
  if (!dialog?.isConnected) {
    dialog = newDialog(attributes);
    dialogs.set(key, dialog);
  }
  dialog.setAttribute('aria-label', textContent?.trim() ?? '');
  dialog.showModal();
}

function newDialog(attributes: Record<string, string | undefined>): HTMLDialogElement {
  const host = document.body.appendChild(document.createElement('div'));
  const root = shadowOf(host, styles);
  const dialog = root.appendChild(document.createElement('dialog'));
  dialog.className = 'popup';
  dialog.style.colorScheme = attributes['theme'] === 'light' || attributes['theme'] === 'dark' ? attributes['theme'] : 'light dark';
  const close = dialog.appendChild(document.createElement('button'));
  close.className = 'close';
  close.textContent = '×';
  close.setAttribute('aria-label', closeWords[languageOf(attributes['lang'], ...preferredLanguages(), document.documentElement.lang)]);
  close.addEventListener('click', () => dialog.close());
  const booking = document.createElement('visavis-booking');
  for (const [name, value] of Object.entries(attributes)) {
    if (value !== undefined) {
      booking.setAttribute(name, value);
    }
  }
  dialog.append(booking);
  return dialog;
}
