import { useCallback, useLayoutEffect, useMemo, useState } from 'preact/hooks';
import { ask, read, type Salon } from './api';
import { SurroundingsContext, surroundingsOf } from './widget_context';
import type { BookedDetail } from './frame';
import { languageOf } from './language';
import { Loading, Notice } from './notice';
import { operations } from './operations';
import type { Preset } from './preset';
import { Steps } from './steps';
import { words } from './words';

interface Props {
  preset: Preset;
  onBooked(detail: BookedDetail): void;
}

/** Books an appointment of a branch, from the choice of the service to the confirmation. */
export function Booking({ preset, onBooked }: Props) {
  const language = useMemo(() => languageOf(document.documentElement.lang, navigator.languages), []);
  const [salon, setSalon] = useState<Salon>();
  const [failed, setFailed] = useState(false);
  const t = words[language];

  const load = useCallback(() => {
    setFailed(false);
    ask<Salon>(preset.origin, language, operations.salon, { slug: preset.branch }).then(setSalon, () => setFailed(true));
  }, [language, preset]);
  useLayoutEffect(() => {
    if (preset.salonAnswer) {
      preset.salonAnswer.then((answer) => read<Salon>(answer)).then(setSalon, () => setFailed(true));
    } else {
      load();
    }
  }, [load, preset]);

  const branch = salon?.branch;
  const surroundings = useMemo(() => branch && surroundingsOf(preset, branch, language), [branch, language, preset]);
  return (
    <section class="booking" lang={language} aria-label={t.book}>
      {failed && (
        <Notice text={t.unreachable}>
          <button type="button" class="plain" onClick={load}>
            {t.again}
          </button>
        </Notice>
      )}
      {!salon && !failed && <Loading text={t.loading} />}
      {salon && !branch && <Notice text={t.noBranch} />}
      {salon && branch && surroundings && (
        <SurroundingsContext.Provider value={surroundings}>
          <Steps categories={salon.serviceCategories} services={branch.bookableServices} onBooked={onBooked} />
        </SurroundingsContext.Provider>
      )}
    </section>
  );
}
