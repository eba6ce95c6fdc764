import { Fragment } from 'preact';
import { useState } from 'preact/hooks';
import type { UserError } from '../api';
import { Notice } from '../notice';
import { Step } from '../step';
import { useWidget } from '../widget_context';
import { useManageWords } from './manage_words';
import { operations } from './operations';
import { Said } from './said';
import { useMutation } from './use_mutation';

const purposes = ['EXPORT', 'ERASE'] as const;

interface Props {
  secret: string;
  onBack(): void;
}

/** Has a link sent by which customers see or erase what is kept of them. */
export default function DataStep({ secret, onBack }: Props) {
  const { branch } = useWidget();
  const own = useManageWords();
  const [asked, setAsked] = useState<(typeof purposes)[number]>();
  const [isSent, setSent] = useState(false);
  const { send, isSending, problem } = useMutation<{ userErrors: UserError[] }>(operations.data, () => setSent(true));
  return (
    <Step title={own.dataTitle} depth={2} onBack={onBack}>
      <p>{own.dataHint}</p>
      <p class="hint">{own.dataEraseHint}</p>
      {!branch.sendsMail && <p>{own.dataNoMail}</p>}
      {branch.sendsMail && (
        <div class="actions">
          {purposes.map((purpose) => (
            <Fragment key={purpose}>
              <button
                type="button"
                class="plain"
                aria-disabled={isSending}
                aria-busy={isSending && asked === purpose}
                onClick={() => {
                  if (!isSending) {
                    setSent(false);
                    setAsked(purpose);
                    send({ secret, purpose });
                  }
                }}
              >
                {own.dataPurposes[purpose]}
              </button>
              {asked === purpose && isSent && <Said text={own.dataSent} />}
              {asked === purpose && problem && <Notice text={problem} />}
            </Fragment>
          ))}
        </div>
      )}
    </Step>
  );
}
