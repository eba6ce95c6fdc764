import { useWidget } from './widget_context';

/** The progress of a proof of work: the share that is done, from 0 to 1. */
export default function ProofProgress({ share }: { share: number }) {
  const { t } = useWidget();
  return (
    <output class="well proof">
      {t.proof}
      <progress aria-label={t.proof} value={share} />
    </output>
  );
}
