import { useEffect, useMemo } from 'preact/hooks';
import { SurroundingsContext, surroundingsOf } from '../widget_context';
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

/** Shows an appointment to its client, who may move and cancel it. */
export function Managing({ origin, secret }: Props) {
  const language = useMemo(() => languageOf(document.documentElement.lang, navigator.languages), []);
  const { appointment, failed, read, show } = useAppointment(origin, language, secret);
  const t = commonWords[language];
  const own = words[language];
  const branch = appointment?.branch;
  const surroundings = useMemo(() => branch && surroundingsOf({ origin, branch: branch.slug, isOnOwnPage: true }, branch, language), [branch, language, origin]);
  useEffect(() => {
    document.documentElement.lang = language;
    document.title = own.page;
  }, [language, own]);

  return (
    <section class="booking" lang={language} aria-label={own.page}>
      {failed && !appointment && (
        <Notice text={t.unreachable}>
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
      {appointment && surroundings && (
        <SurroundingsContext.Provider value={surroundings}>
          <Steps appointment={appointment} secret={secret} onChange={show} onStale={read} />
        </SurroundingsContext.Provider>
      )}
    </section>
  );
}
