import { Card, Center, Group, Stack, Title } from '@mantine/core';
import { type ReactNode, useEffect } from 'react';
import { ColorSchemeButton } from './color_scheme_button';
import { LanguageButton } from './language_button';

interface Props {
  title: string;
  children: ReactNode;
}

/** A page without navigation, for sign-in and first start. */
export function StandalonePage({ title, children }: Props) {
  useEffect(() => {
    document.title = `${title} · Visavis`;
  }, [title]);

  return (
    <Center component="main" mih="100dvh" p="md">
      <Stack w="100%" maw={420}>
        <Card withBorder padding="xl" radius="lg">
          <Stack>
            <Title order={1}>{title}</Title>
            {children}
          </Stack>
        </Card>
        <Group justify="center" gap="xs">
          <LanguageButton />
          <ColorSchemeButton />
        </Group>
      </Stack>
    </Center>
  );
}
