import { words } from '../../language/words';

export const soundWords = words(
  {
    hint: 'Gilt für dieses Gerät. Im Gespräch bleibt es still.',
    sound: 'Ton, wenn ein Kunde im Warteraum wartet',
  },
  {
    hint: 'For this device. It stays silent during a call.',
    sound: 'Sound when a customer is in the waiting room',
  },
);
