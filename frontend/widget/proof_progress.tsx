import type { Language } from './language';
import { useWidget } from './widget_context';

export const proofWords: Record<Language, string> = {
  de: 'Von deinem Anschluss aus wurde gerade oft gebucht. Dein Gerät löst kurz eine Rechenaufgabe.',
  en: 'There have been many bookings from your connection. Your device is solving a short puzzle.',
  fr: 'De nombreuses réservations viennent d’être faites depuis votre connexion. Votre appareil résout un petit calcul.',
  tr: 'Bağlantınızdan kısa sürede çok sayıda randevu alındı. Cihazınız kısa bir işlem çözüyor.',
};

/** The progress of a proof of work: the share that is done, from 0 to 1. */
export default function ProofProgress({ share }: { share: number }) {
  const text = proofWords[useWidget().language];
  return (
    <output class="well">
      {text}
      <progress aria-label={text} value={share} style={{ display: 'block', width: '100%', marginTop: '8px', accentColor: 'var(--accent)' }} />
    </output>
  );
}
