import { Select } from '@mantine/core';
import { useMemo } from 'react';
import { countryCodes } from '../../../limits';
import { useLanguage } from '../../language/language';
import { matches } from '../../language/matches';
import { useWords } from '../../language/words';
import { SavedText } from '../../parts/saved_text';
import type { BranchSettings } from './settings_query';
import { useBranchUpdate } from './use_branch_update';
import { settingsWords } from './words';

/** The country of a branch and the part of it, by their ISO 3166 codes. */
export function Country({ branch: { id, countryCode, subdivisionCode } }: { branch: BranchSettings }) {
  const t = useWords(settingsWords);
  const { language } = useLanguage();
  const save = useBranchUpdate(id);
  const before = { countryCode: countryCode ?? '', subdivisionCode: subdivisionCode ?? '' };
  const countries = useMemo(() => countriesIn(language), [language]);

  return (
    <>
      <Select
        label={t.countryCode}
        description={t.countryCodeHint}
        inputWrapperOrder={['label', 'input', 'description', 'error']}
        data={[{ value: '', label: t.noCountry }, ...countries]}
        searchable
        filter={({ options, search }) => options.filter((option) => 'label' in option && matches(option.label, search))}
        allowDeselect={false}
        value={before.countryCode}
        onChange={(code) => code !== before.countryCode && void save({ countryCode: code ?? '' }, before)}
      />
      <SavedText
        label={t.subdivisionCode}
        description={t.subdivisionCodeHint}
        inputWrapperOrder={['label', 'input', 'description', 'error']}
        value={before.subdivisionCode}
        save={(code) => save({ subdivisionCode: code }, { subdivisionCode: before.subdivisionCode })}
      />
    </>
  );
}

/** The countries by name in a language. */
function countriesIn(language: string) {
  const names = new Intl.DisplayNames(language, { type: 'region' });
  const { compare } = new Intl.Collator(language);
  return countryCodes.map((value) => ({ value, label: names.of(value) ?? value })).toSorted((a, b) => compare(a.label, b.label));
}
