import { useRef, useState } from 'preact/hooks';
import { Field } from './field';
import { useProviderMeant } from './use_provider_meant';
import { useWidget } from './widget_context';

interface Props {
  /** Error message: what is wrong with the address, and how to fix it. */
  wrong: string | undefined;
}

/** The input of the customer's email address, which offers to correct a mistyped provider. */
export function EmailField({ wrong }: Props) {
  const { t, branch } = useWidget();
  const field = useRef<HTMLDivElement>(null);
  const [written, setWritten] = useState('');
  const meant = useProviderMeant(written);
  const input = () => field.current?.querySelector('input');

  return (
    <div ref={field} onInput={() => setWritten(input()?.value ?? '')}>
      <Field name="email" type="email" label={t.email} hint={branch.sendsMail ? t.emailHint : t.emailUnused} autoComplete="email" wrong={wrong} />
      <output>
        {meant && (
          <button
            type="button"
            class="plain"
            onClick={() => {
              const element = input();
              if (element) {
                element.value = meant;
                element.focus();
              }
              setWritten(meant);
            }}
          >
            {t.meant(meant)}
          </button>
        )}
      </output>
    </div>
  );
}
