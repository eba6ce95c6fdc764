import { useCallback, useLayoutEffect, useMemo, useState } from 'preact/hooks';
import { preferredLanguages } from '../environment/languages';
import { request, read, type Salon } from './api';
import { useNewWidget, WidgetContext } from './widget_context';
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

/** The booking of an appointment, from the choice of a service to the confirmation. */
export function Booking({ preset, onBooked }: Props) {
  const language = useMemo(() => languageOf(document.documentElement.lang, preferredLanguages()), []);
  const [salon, setSalon] = useState<Salon>();
  const [failed, setFailed] = useState(false);
  const [isAsked, setAsked] = useState(false);
  const t = words[language];

  const load = useCallback(() => {
    setFailed(false);
    request<Salon>(preset.origin, language, operations.salon, { slug: preset.branch }).then(setSalon, () => setFailed(true));
  }, [language, preset]);
  useLayoutEffect(() => {
    if (preset.salonResponse) {
      preset.salonResponse.then((response) => read<Salon>(response)).then(setSalon, () => setFailed(true));
    } else {
      load();
    }
  }, [load, preset]);

  const branch = salon?.branch;
  const service = branch?.bookableServices.find(({ id }) => id === preset.service);
  // Several widgets on a page are told apart.
  const label = [t.book, branch?.name, service?.name].filter(Boolean).join(', ');
  const widget = useNewWidget(preset, branch, language);
  return (
    <section class="booking" lang={language} aria-label={label}>
      {failed && (
        <Notice text={t.unreachable} isQuiet={!isAsked}>
          <button
            type="button"
            class="plain"
            onClick={() => {
              setAsked(true);
              load();
            }}
          >
            {t.again}
          </button>
        </Notice>
      )}
      {!salon && !failed && <Loading text={t.loading} />}
      {salon && !branch && <Notice text={t.noBranch} isQuiet />}
      {salon && branch && widget && (
        <WidgetContext.Provider value={widget}>
          <Steps services={branch.bookableServices} onBooked={onBooked} />
        </WidgetContext.Provider>
      )}
    </section>
  );
}
