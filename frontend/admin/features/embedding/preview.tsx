import { Card, Title } from '@mantine/core';
import { useWords } from '../../language/words';
import styles from './preview.module.css';
import { embeddingWords } from './words';

/** The booking page as customers see it. It is live: a booking made in it counts. */
export function Preview({ link }: { link: string }) {
  const t = useWords(embeddingWords);
  return (
    <Card withBorder component="section">
      <Title order={2} mb="xs">
        {t.preview}
      </Title>
      {/* Not sandboxed: that would change the origin, so that it could not reach our server. */}
      {/* oxlint-disable-next-line react/iframe-missing-sandbox */}
      <iframe className={styles.frame} title={t.preview} src={link} />
    </Card>
  );
}
