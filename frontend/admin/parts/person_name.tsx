import { ColorSwatch, Group, Text } from '@mantine/core';

interface Props {
  name: string;
  /** The color of the calendar column. */
  color: string;
  /** The job title; may be empty. */
  title?: string;
}

/** The name of a profile in lists, with its color. */
export function PersonName({ name, color, title }: Props) {
  return (
    <Group gap="sm" wrap="nowrap" component="span">
      <ColorSwatch component="span" color={color} size={12} withShadow={false} />
      <span>
        <Text component="span" display="block" fw={600} size="sm">
          {name}
        </Text>
        {title && (
          <Text component="span" display="block" size="xs" c="dimmed">
            {title}
          </Text>
        )}
      </span>
    </Group>
  );
}
