import { useWords } from '../../language/words';
import { StandalonePage } from '../../parts/standalone_page';
import type { Till } from '../../session/session';
import { SignInWays } from './sign_in_ways';
import { signInWords } from './words';

interface Props {
  /** The till of this browser; null if it is none. */
  till: Till | null;
  onSignedIn(): void;
}

/** The sign-in page. */
export default function SignIn({ till, onSignedIn }: Props) {
  const t = useWords(signInWords);
  return (
    <StandalonePage title={t.title}>
      <SignInWays till={till} onSignedIn={onSignedIn} />
    </StandalonePage>
  );
}
