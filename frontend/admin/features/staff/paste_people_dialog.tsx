import { Modal } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useState } from 'react';
import { useWords } from '../../language/words';
import { Confirm } from '../../parts/confirm';
import { PastePeople } from './paste_people';
import { peopleWords } from './people_words';

interface Props {
  opened: boolean;
  onClose(): void;
}

/** Creates several people in a dialog. Links that it shows are not lost by accident: it asks before it closes. */
export function PastePeopleDialog({ opened, onClose }: Props) {
  const t = useWords(peopleWords);
  const [showsLinks, setShowsLinks] = useState(false);
  const [isAsking, { open: ask, close: stay }] = useDisclosure();
  return (
    <>
      <Modal opened={opened} onClose={showsLinks ? ask : onClose} closeOnEscape={!showsLinks} closeOnClickOutside={!showsLinks} title={t.openSeveral} size="xl">
        <PastePeople onLinks={setShowsLinks} />
      </Modal>
      <Confirm opened={isAsking} title={t.closeLinks} onClose={stay} onConfirm={onClose}>
        {t.closeHint}
      </Confirm>
    </>
  );
}
