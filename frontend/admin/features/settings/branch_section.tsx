import { SimpleGrid } from '@mantine/core';
import { useWords } from '../../language/words';
import { LanguageChoice } from '../../parts/language_choice';
import { CurrencySelect } from '../../parts/currency_select';
import { SavedText } from '../../parts/saved_text';
import { EmailSuggestion } from '../../session/email_suggestion';
import { TimeZoneSelect } from '../time_zone';
import { Country } from './country';
import type { BranchSettings, Currencies } from './settings_query';
import { useBranchUpdate } from './use_branch_update';
import { settingsWords } from './words';

interface Props {
  branch: BranchSettings;
  currencies: Currencies;
}

/** Name, address, time zone, language and currency of a branch. */
export function BranchSection({ branch, currencies }: Props) {
  const t = useWords(settingsWords);
  const save = useBranchUpdate(branch.id);
  const { locale, timeZone, currency, address } = branch;
  const text = (field: 'name' | 'slug' | 'email' | 'phone') => ({
    value: branch[field],
    save: (value: string) => save({ [field]: value }, { [field]: branch[field] }),
  });
  const part = (field: 'street' | 'postalCode' | 'city' | 'country') => ({
    value: address[field],
    save: (value: string) => save({ address: { [field]: value } }, { address: { [field]: address[field] } }),
  });
  return (
    <SimpleGrid cols={{ base: 1, sm: 2 }}>
      <SavedText label={t.name} {...text('name')} />
      <SavedText label={t.slug} description={t.slugHint} inputWrapperOrder={['label', 'input', 'description', 'error']} {...text('slug')} />
      <TimeZoneSelect label={t.timeZone} value={timeZone} onChange={(zone) => void save({ timeZone: zone }, { timeZone })} />
      <LanguageChoice
        label={t.language}
        value={locale}
        onChange={(event) => void save({ locale: event.currentTarget.value as typeof locale }, { locale })}
      />
      <CurrencySelect
        label={t.currency}
        description={t.currencyHint}
        inputWrapperOrder={['label', 'input', 'description', 'error']}
        currencies={currencies}
        value={currency}
        onChange={(code) => void save({ currency: code }, { currency })}
      />
      <SavedText label={t.email} type="email" suggest={EmailSuggestion} {...text('email')} />
      <SavedText label={t.phone} type="tel" {...text('phone')} />
      <SavedText label={t.street} {...part('street')} />
      <SavedText label={t.postalCode} {...part('postalCode')} />
      <SavedText label={t.city} {...part('city')} />
      <SavedText label={t.country} {...part('country')} />
      <Country branch={branch} />
    </SimpleGrid>
  );
}
