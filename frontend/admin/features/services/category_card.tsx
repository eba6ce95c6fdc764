import { ActionIcon, Anchor, Button, Card, Group, Table, Text, Title } from '@mantine/core';
import { IconPencil, IconTrash } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { minutesOf } from '../../language/duration';
import { useFormat } from '../../language/format';
import { useWords } from '../../language/words';
import { VideoIcon } from '../../parts/video_icon';
import type { Category, Service } from './services_query';
import { useServiceArchive } from './use_service_archive';
import { servicesWords } from './words';

interface Props {
  category: Category;
  /** The services that are not archived. */
  services: readonly Service[];
  /** IDs of services that nobody in the branch can do. */
  withoutStaff: ReadonlySet<string>;
  /** Whether the category may have more of them. */
  isPart: boolean;
  onRename(): void;
  onRemove(): void;
  onAdd(): void;
  onEdit(service: Service): void;
}

/** A category with its services. */
export function CategoryCard({ category: { name }, services, withoutStaff, isPart, onRename, onRemove, onAdd, onEdit }: Props) {
  const t = useWords(servicesWords);
  return (
    <Card withBorder component="section" aria-label={name}>
      <Group justify="space-between" mb="xs">
        <Group gap={4}>
          <Title order={2}>{name}</Title>
          <ActionIcon variant="subtle" size="lg" aria-label={t.rename(name)} onClick={onRename}>
            <IconPencil size={18} aria-hidden="true" />
          </ActionIcon>
          {services.length === 0 && !isPart && (
            <ActionIcon variant="subtle" size="lg" aria-label={t.removeCategory(name)} onClick={onRemove}>
              <IconTrash size={18} aria-hidden="true" />
            </ActionIcon>
          )}
        </Group>
        <Button variant="default" aria-label={t.addTo(name)} onClick={onAdd}>
          {t.addService}
        </Button>
      </Group>
      {services.length === 0 ? (
        !isPart && <Text c="dimmed">{t.noService}</Text>
      ) : (
        <Table aria-label={name} verticalSpacing="xs">
          <Table.Tbody>
            {services.map((service) => (
              <Row key={service.id} service={service} hasNobody={withoutStaff.has(service.id)} onEdit={onEdit} />
            ))}
          </Table.Tbody>
        </Table>
      )}
    </Card>
  );
}

function Row({ service, hasNobody, onEdit }: { service: Service; hasNobody: boolean; onEdit(service: Service): void }) {
  const t = useWords(servicesWords);
  const format = useFormat();
  const { archive } = useServiceArchive();
  const { name, delivery, duration, price, bookableOnline } = service;
  const isVideo = delivery === 'VIDEO';
  const facts = [isVideo ? t.video : t.inSalon, t.minutes(minutesOf(duration)), format.money(price)];
  return (
    <Table.Tr>
      <Table.Th scope="row">
        {name}
        <Text size="sm" c="dimmed">
          {isVideo && <VideoIcon />} {[...facts, ...(bookableOnline ? [] : [t.notOnline])].join(' · ')}
        </Text>
        {hasNobody && (
          <Anchor component={Link} to="/kompetenzen" size="sm" display="inline-block" py={2} aria-label={`${t.nobodyCan} – ${name}`}>
            {t.nobodyCan}
          </Anchor>
        )}
      </Table.Th>
      <Table.Td>
        <Group gap={4} justify="flex-end">
          <ActionIcon variant="subtle" size="lg" aria-label={t.edit(name)} onClick={() => onEdit(service)}>
            <IconPencil size={18} aria-hidden="true" />
          </ActionIcon>
          <Button variant="subtle" size="compact-md" aria-label={`${t.archive}: ${name}`} onClick={() => void archive(service)}>
            {t.archive}
          </Button>
        </Group>
      </Table.Td>
    </Table.Tr>
  );
}
