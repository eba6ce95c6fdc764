import { useWidget } from './widget_context';

/** Says that there is no service or no start to choose, and how to reach the branch. */
export default function NothingFree({ of }: { of: 'service' | 'start' }) {
  const { branch, t } = useWidget();
  return (
    <p>
      {of === 'service' ? t.noService : t.noStart} {branch.phone}
    </p>
  );
}
