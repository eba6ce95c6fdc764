import { useEffect, useMemo } from 'preact/hooks';
import { preferredLanguages } from '../../environment/languages';
import { useNewWidget, WidgetContext } from '../widget_context';
import { languageOf } from '../language';
import { Loading, Notice } from '../notice';
import { words as commonWords } from '../words';
import { Steps } from './steps';
import { useAppointment } from './use_appointment';
import { words } from './words';

interface Props {
  origin: string;
  secret: string;
}

/** The page on which a customer views, moves and cancels an appointment. */
export function ManageAppointment({ origin, secret }: Props) {
  const browserLanguage = useMemo(() => languageOf(document.documentElement.lang, preferredLanguages()), []);
  const { appointment, failed, read, show } = useAppointment(origin, browserLanguage, secret);
  // As in the mails: several people with different languages may share a browser.
  const language = appointment?.locale ? languageOf(appointment.locale, []) : browserLanguage;
  const t = commonWords[language];
  const own = words[language];
  const branch = appointment?.branch;
  const preset = useMemo(() => ({ origin, branch: branch?.slug ?? '', isOnOwnPage: true }), [branch, origin]);
  const widget = useNewWidget(preset, branch, language);
  useEffect(() => {
    document.documentElement.lang = language;
    document.title = own.page;
  }, [language, own]);

  return (
    <section class="booking" lang={language} dir="ltr" aria-label={own.page}>
      {failed && !appointment && (
        <Notice text={t.unreachable} isQuiet>
          <button type="button" class="plain" onClick={read}>
            {t.again}
          </button>
        </Notice>
      )}
      {appointment === undefined && !failed && <Loading text={t.loading} />}
      {appointment === null && (
        <>
          <h1>{own.unknown}</h1>
          <p>{own.unknownHint}</p>
        </>
      )}
      {appointment && widget && (
        <WidgetContext.Provider value={widget}>
          <Steps appointment={appointment} secret={secret} onChange={show} onStale={read} />
        </WidgetContext.Provider>
      )}
    </section>
  );
}
