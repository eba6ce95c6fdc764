import { Button } from '@mantine/core';
import { useQuery } from 'urql';
import { graphql } from '../api/graphql';
import { useWords } from '../language/words';
import { sessionWords } from './words';

const providerMeantQuery = graphql(`
  query ProviderMeant($domain: String!) {
    mailProviderMeant(domain: $domain)
  }
`);

interface Props {
  /** What is in the field. */
  written: string;
  /** Puts the suggested address into the field. */
  onTake(email: string): void;
}

/** Offers the address with the provider that is probably meant, below a field with one that looks mistyped. */
export function EmailSuggestion({ written, onTake }: Props) {
  const t = useWords(sessionWords);
  const [, name, domain] = /^\s*([^@\s]+)@([^@\s]+\.[^@\s]{2,})\s*$/.exec(written) ?? [];
  const [{ data, stale }] = useQuery({ query: providerMeantQuery, variables: { domain: domain ?? '' }, pause: !domain });
  const meant = domain && !stale && data?.mailProviderMeant;
  return (
    <output>
      {meant && (
        <Button
          variant="subtle"
          size="compact-md"
          mt={4}
          // Before the field loses the focus, which would save what is mistyped.
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => onTake(`${name}@${meant}`)}
        >
          {t.meant(`${name}@${meant}`)}
        </Button>
      )}
    </output>
  );
}
