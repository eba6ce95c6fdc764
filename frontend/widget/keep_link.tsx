import { useState } from 'preact/hooks';
import { copyText } from '../environment/clipboard';
import { useClosingWords } from './closing_words';
import { useWidget } from './widget_context';

interface Props {
  /** URL of the page that moves and cancels the appointment. */
  url: string;
}

/** The link to an appointment where no email carries it, to be copied, printed or written down. */
export default function KeepLink({ url }: Props) {
  const { preset } = useWidget();
  const t = useClosingWords();
  const [isCopied, setCopied] = useState(false);
  return (
    <section class="well" aria-label={t.keep}>
      <p>{t.noMail}</p>
      <a class="link" href={url} target="_blank" rel="noreferrer">
        {url}
      </a>
      <div class="actions">
        <button type="button" class="plain" onClick={() => void copyText(url).then(setCopied)}>
          {t.copy}
        </button>
        {preset.isOnOwnPage && (
          <button type="button" class="plain" onClick={() => print()}>
            {t.print}
          </button>
        )}
      </div>
      <output>{isCopied && t.copied}</output>
    </section>
  );
}
