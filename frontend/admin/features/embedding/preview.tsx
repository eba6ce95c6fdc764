import { Card, Title } from '@mantine/core';
import { useWords } from '../../language/words';
import styles from './preview.module.css';
import { embeddingWords } from './words';

/** The booking page as clients see it. Inside it everything is real: what is booked there is booked. */
export function Preview({ link }: { link: string }) {
  const t = useWords(embeddingWords);
  return (
    <Card withBorder component="section">
      <Title order={2} mb="xs">
        {t.preview}
      </Title>
      {/* Our own page: in a sandbox it would be a foreign one, which cannot ask our server. */}
      {/* oxlint-disable-next-line react/iframe-missing-sandbox */}
      <iframe className={styles.frame} title={t.preview} src={link} />
    </Card>
  );
}
