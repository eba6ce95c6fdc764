import { Select, type SelectProps } from '@mantine/core';
import { useFormat } from '../language/format';
import { withValue } from './choice';

interface Props extends Omit<SelectProps, 'data' | 'value' | 'onChange'> {
  /** The currencies that the server knows. */
  currencies: readonly { code: string }[];
  value?: string;
  onChange(code: string): void;
}

/** Chooses a currency by its code or name. */
export function CurrencySelect({ currencies, value = '', onChange, ...props }: Props) {
  const format = useFormat();
  const data = withValue(currencies.map(({ code }) => ({ value: code, label: format.currency(code) })), value);
  return <Select {...props} searchable allowDeselect={false} data={data} value={value || null} onChange={(code) => code && code !== value && onChange(code)} />;
}
