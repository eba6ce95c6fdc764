import { useLayoutEffect, useMemo, useState } from 'preact/hooks';
import { ClosingWordsContext } from '../closing_words';
import { replaceEntry } from '../history_entry';
import { languageOf } from '../language';
import { LegalLinks } from '../later_legal_links';
import { Loading, Notice } from '../notice';
import { useNewWidget, WidgetContext } from '../widget_context';
import type { Corrected } from './appointment';
import { ManageWordsContext } from './manage_words';
import { Steps } from './steps';
import { useAppointment } from './use_appointment';
import { useWords } from './use_words';
import type { Words } from './words';

interface Props {
  origin: string;
  /** The secret in the address. */
  linked: string;
  /** The texts in the language of the browser. */
  browserWords: Words;
}

const nothing = () => undefined;

/** The page on which a customer views, moves and cancels an appointment. */
export function ManageAppointment({ origin, linked, browserWords }: Props) {
  const [secret, setSecret] = useState(linked);
  const { appointment, failed, read, show } = useAppointment(origin, browserWords.language, secret, goOn);
  // As in the mails: several people with different languages may share a browser.
  const loaded = useWords(languageOf(appointment?.locale, browserWords.language), browserWords);
  const { language, booking: t, closing, manage: own } = loaded ?? browserWords;
  const branch = appointment?.branch;
  const preset = useMemo(() => ({ origin, branch: branch?.slug ?? '', isOnOwnPage: true }), [branch, origin]);
  const widget = useNewWidget(preset, branch, language, t, nothing);
  useLayoutEffect(() => { // with what is shown, not after it
    document.documentElement.lang = language;
    document.title = own.page;
  }, [language, own]);

  function goOn(corrected: Corrected) {
    replaceEntry({}, corrected.manageUrl); // the former address is that of nothing
    setSecret(corrected.secret);
    show(corrected);
  }

  return (
    <section class="booking" lang={language} dir="ltr" aria-label={own.page}>
      {failed && !appointment && (
        <Notice text={t.unreachable} isQuiet>
          <button type="button" class="plain" onClick={read}>
            {t.again}
          </button>
        </Notice>
      )}
      {(appointment ? !loaded : appointment === undefined && !failed) && <Loading text={t.loading} />}
      {appointment === null && (
        <>
          <h1>{own.unknown}</h1>
          <p>{own.unknownHint}</p>
        </>
      )}
      {appointment && loaded && widget && (
        <WidgetContext.Provider value={widget}>
          <ClosingWordsContext.Provider value={closing}>
            <ManageWordsContext.Provider value={own}>
              <Steps key={secret} appointment={appointment} secret={secret} isCorrected={secret !== linked} onChange={show} onCorrected={goOn} onStale={read} />
              <LegalLinks />
            </ManageWordsContext.Provider>
          </ClosingWordsContext.Provider>
        </WidgetContext.Provider>
      )}
    </section>
  );
}
