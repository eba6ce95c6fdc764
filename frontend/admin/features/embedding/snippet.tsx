import { Button, Card, Code, Group, Text, Title } from '@mantine/core';
import { useWords } from '../../language/words';
import { useCopy } from '../../parts/use_copy';
import { embeddingWords } from './words';

interface Props {
  title: string;
  hint: string;
  code: string;
}

/** A snippet to copy, with instructions. */
export function Snippet({ title, hint, code }: Props) {
  const t = useWords(embeddingWords);
  const { copied, copy } = useCopy(code);
  return (
    <Card withBorder component="section">
      <Group justify="space-between">
        <Title order={2}>{title}</Title>
        <Button variant="default" aria-label={copied ? t.copied : t.copyOf(title)} onClick={copy}>
          {copied ? t.copied : t.copy}
        </Button>
      </Group>
      <Text c="dimmed" my="xs">
        {hint}
      </Text>
      <Code block tabIndex={0} style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>
        {code}
      </Code>
    </Card>
  );
}
