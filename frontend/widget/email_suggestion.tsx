import { useEffect, useState } from 'preact/hooks';
import { request } from './api';
import { useClosingWords } from './closing_words';
import { useWidget } from './widget_context';

/** Asks the server, which learns only the domain. A test validates it against the schema. */
export const providerMeant = 'query ProviderMeant($domain: String!) { mailProviderMeant(domain: $domain) }';

interface Props {
  /** What is in the field. */
  written: string;
  /** Puts the suggested address into the field. */
  onTake(email: string): void;
}

/** Offers the address with the provider that is probably meant, if the written one looks mistyped. */
export default function EmailSuggestion({ written, onTake }: Props) {
  const { preset, language } = useWidget();
  const t = useClosingWords();
  const [answer, setAnswer] = useState<{ domain: string; meant: string | null }>();
  const [, name, domain] = /^\s*([^@\s]+)@([^@\s]+\.[^@\s]{2,})\s*$/.exec(written) ?? [];

  useEffect(() => {
    if (domain) {
      request<{ mailProviderMeant: string | null }>(preset, language, providerMeant, { domain }).then(
        ({ mailProviderMeant: meant }) => setAnswer({ domain, meant }),
        () => undefined, // a suggestion is not worth an error
      );
    }
  }, [domain, language, preset]);
  const meant = answer?.meant && answer.domain === domain && `${name}@${answer.meant}`;
  return (
    <output>
      {meant && (
        <button type="button" class="plain" onClick={() => onTake(meant)}>
          {t.didYouMean(meant)}
        </button>
      )}
    </output>
  );
}
