import { SegmentedControl } from '@mantine/core';
import { commonWords } from '../../language/common_words';
import { useWords } from '../../language/words';
import { competencyWords } from './words';

interface Props {
  /** The accessible name. */
  label: string;
  /** Null: the category decides. */
  value: boolean | null;
  /** Whether the value may be left to the category. */
  inherits?: boolean;
  onChange(value: boolean | null): void;
}

/** A choice of yes or no. */
export function YesNo({ label, value, inherits = false, onChange }: Props) {
  const t = useWords(commonWords);
  const own = useWords(competencyWords);
  const names = { yes: t.yes, no: t.no, category: own.asCategory };
  const values = { yes: true, no: false, category: null };
  const choices = (inherits ? ['yes', 'no', 'category'] : ['yes', 'no']) as (keyof typeof names)[];
  return (
    <SegmentedControl
      aria-label={label}
      size="sm"
      value={value ? 'yes' : value === null && inherits ? 'category' : 'no'}
      data={choices.map((choice) => ({ value: choice, label: names[choice] }))}
      onChange={(choice) => onChange(values[choice as keyof typeof values])}
    />
  );
}
