import { Accordion, Button, Group, Stack, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconPlus } from '@tabler/icons-react';
import { type Category, useCatalog } from '../../api/catalog';
import { useWords } from '../../language/words';
import { Empty } from '../../parts/empty';
import { Answer } from '../../parts/page';
import { AddCategories } from './add_categories';
import { type Competent, competencyOf, partsOf, useSetCompetencies } from '../../api/competency';
import { competencyWords } from './words';
import { YesNo } from './yes_no';
import styles from './competencies_tab.module.css';

interface Props {
  profile: Competent;
}

/** The competencies of a profile: yes or no for each category, and for single services that differ from it. */
export function CompetenciesTab({ profile }: Props) {
  const answer = useCatalog();
  return <Answer of={answer}>{(categories) => <Categories profile={profile} categories={categories} />}</Answer>;
}

interface CategoriesProps extends Props {
  categories: readonly Category[];
}

function Categories({ profile, categories }: CategoriesProps) {
  const t = useWords(competencyWords);
  const [isAdding, { open, close }] = useDisclosure();

  return (
    <Stack>
      {categories.length === 0 ? (
        <Empty title={t.noCategory}>
          <Text>{t.noCategoryHint}</Text>
        </Empty>
      ) : (
        <ul className={styles.list} aria-label={t.categories}>
          {categories.map((category) => (
            <li key={category.id} className={styles.category}>
              <CategoryRow profile={profile} category={category} />
            </li>
          ))}
        </ul>
      )}
      <Group>
        <Button variant="default" leftSection={<IconPlus size={18} aria-hidden="true" />} onClick={open}>
          {t.add}
        </Button>
      </Group>
      <AddCategories staff={profile} categories={categories} opened={isAdding} onClose={close} />
    </Stack>
  );
}

interface RowProps {
  profile: Competent;
  category: Category;
}

function CategoryRow({ profile, category }: RowProps) {
  const { id, name, services } = category;
  const t = useWords(competencyWords);
  const setCompetencies = useSetCompetencies();
  const set = (target: Parameters<typeof competencyOf>[1]) => (value: boolean | null) => void setCompetencies(profile, [target], value);

  const parts = partsOf(profile, category);
  // A no is for all: what has a yes of its own would keep it.
  const setAll = (value: boolean | null) =>
    void setCompetencies(profile, [{ categoryId: id }, ...(value ? [] : parts.map((service) => ({ serviceId: service.id })))], value);

  return (
    <>
      <Group justify="space-between">
        <Text fw={600}>{name}</Text>
        <YesNo label={name} isPartly={parts.length > 0} value={competencyOf(profile, { categoryId: id })} onChange={setAll} />
      </Group>
      {services.length > 0 && (
        <Accordion variant="default" chevronPosition="left">
          <Accordion.Item value="services" className={styles.services}>
            <Accordion.Control className={styles.servicesControl}>{t.services(services.length)}</Accordion.Control>
            <Accordion.Panel>
              <Stack gap="xs">
                {services.map((service) => (
                  <Group key={service.id} justify="space-between">
                    <Text size="sm">{service.name}</Text>
                    <YesNo
                      label={service.name}
                      inherits
                      value={competencyOf(profile, { serviceId: service.id })}
                      onChange={set({ serviceId: service.id })}
                    />
                  </Group>
                ))}
              </Stack>
            </Accordion.Panel>
          </Accordion.Item>
        </Accordion>
      )}
    </>
  );
}
