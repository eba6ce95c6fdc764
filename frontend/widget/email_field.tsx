import { useRef, useState } from 'preact/hooks';
import { useClosingWords } from './closing_words';
import { Field } from './field';
import { later } from './later';
import { useWidget } from './widget_context';

const EmailSuggestion = later(() => import('./email_suggestion'), false);

interface Props {
  /** What is in it at first. */
  written: string | undefined;
  /** Called after the correction was taken. */
  onTake(): void;
  /** Error message: what is wrong with the address, and how to fix it. */
  wrong: string | undefined;
}

/** The input of the customer's email address, which offers to correct a mistyped provider. */
export function EmailField({ written: before, onTake, wrong }: Props) {
  const { branch } = useWidget();
  const t = useClosingWords();
  const field = useRef<HTMLDivElement>(null);
  const [written, setWritten] = useState(before ?? '');
  const input = () => field.current?.querySelector('input') as HTMLInputElement;

  return (
    <div ref={field} onInput={() => setWritten(input().value)}>
      <Field name="email" type="email" label={t.email} hint={branch.sendsMail ? t.emailHint : ''} autoComplete="email" written={before} wrong={wrong} />
      <EmailSuggestion
        written={written}
        onTake={(email) => {
          input().value = email;
          input().focus();
          setWritten(email);
          onTake();
        }}
      />
    </div>
  );
}
