import { screen } from '@testing-library/react';
import { expect, test } from 'vitest';
import { show } from '../testing/render';
import { Choice } from './choice';

const languages = [
  { value: 'DE', label: 'Deutsch' },
  { value: 'EN', label: 'Englisch' },
];
const shown = () => {
  const select = screen.getByLabelText<HTMLSelectElement>('Sprache');
  return [...select.options].map(({ textContent, value }) => (value === select.value ? `[${textContent}]` : textContent)).join(' ');
};

test.each([
  ['EN', undefined, 'Deutsch [Englisch]'],
  ['FR', undefined, '[FR] Deutsch Englisch'],
  ['FR', 'Französisch', '[Französisch] Deutsch Englisch'],
])('the value %s, otherwise %s, is what it shows', (value, otherwise, options) => {
  show(<Choice label="Sprache" value={value} data={languages} otherwise={otherwise} onChange={() => undefined} />);
  expect(shown()).toBe(options);
});
