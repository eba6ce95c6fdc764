import type { ComponentProps } from 'react';
import type { useServiceChoice } from '../../api/service_choice';
import { useWords } from '../../language/words';
import { SearchChoice } from '../../parts/search_choice';
import { appointmentWords } from './appointment_words';
import { calendarWords } from './words';

type Service = NonNullable<ReturnType<typeof useServiceChoice>['all']>[number];
type Props = Omit<ComponentProps<typeof SearchChoice<Service>>, 'label' | 'optionOf'>;

/** Chooses the service of an appointment, with a word for consultations by video. */
export function ServiceField(props: Props) {
  const t = useWords(appointmentWords);
  const calendar = useWords(calendarWords);
  return (
    <SearchChoice
      label={t.service}
      optionOf={({ id, name, delivery }) => ({ value: id, label: delivery === 'VIDEO' ? `${name} (${calendar.videoConsultation})` : name })}
      {...props}
    />
  );
}
