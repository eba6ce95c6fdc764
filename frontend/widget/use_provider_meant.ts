import { useEffect, useState } from 'preact/hooks';
import { request } from './api';
import { operations } from './operations';
import { useWidget } from './widget_context';

/** Returns the address with the provider that is probably meant, if the written one looks mistyped. The server learns only the domain. */
export function useProviderMeant(written: string): string | undefined {
  const { preset, language } = useWidget();
  const [answer, setAnswer] = useState<{ domain: string; meant: string | null }>();
  const [, name, domain] = /^\s*([^@\s]+)@([^@\s]+\.[^@\s]{2,})\s*$/.exec(written) ?? [];

  useEffect(() => {
    if (domain) {
      request<{ mailProviderMeant: string | null }>(preset.origin, language, operations.providerMeant, { domain }).then(
        ({ mailProviderMeant: meant }) => setAnswer({ domain, meant }),
        () => undefined, // a suggestion is not worth an error
      );
    }
  }, [domain, language, preset]);
  return answer?.meant && answer.domain === domain ? `${name}@${answer.meant}` : undefined;
}
