import { Button } from '@mantine/core';
import { useLanguage } from '../language/language';

/** Switches to the other language, whose name is the label. */
export function LanguageButton() {
  const { language, choose } = useLanguage();
  const other = language === 'de' ? 'en' : 'de';
  return (
    <Button variant="subtle" size="compact-md" lang={other} onClick={() => choose(other)}>
      {other === 'de' ? 'Deutsch' : 'English'}
    </Button>
  );
}
