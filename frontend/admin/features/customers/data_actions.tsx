import { Button, Modal, Stack, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { notifications } from '@mantine/notifications';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useApi } from '../../api/api';
import { useChange } from '../../api/use_change';
import { useWords } from '../../language/words';
import { Confirm } from '../../parts/confirm';
import { customerExportQuery, customerForget, customerLinkCreate } from './customers_query';
import { save } from '../../parts/save_file';
import { customersWords } from './words';

/** Hands the data of a customer over, as a file or as the page that the customer sees, and forgets the customer. */
export function DataActions({ id }: { id: string }) {
  const t = useWords(customersWords);
  const { client } = useApi();
  const change = useChange();
  const navigate = useNavigate();
  const [path, setPath] = useState<string>();
  const [isForgetting, { open, close }] = useDisclosure();

  async function download() {
    const { data } = await client.query(customerExportQuery, { id }, { requestPolicy: 'network-only' }).toPromise();
    if (data?.customerExport) {
      save(`${id}.json`, data.customerExport);
    } else {
      notifications.show({ color: 'red', message: t.exportFailed });
    }
  }
  async function link() {
    const outcome = await change(customerLinkCreate, { input: { id } }, { done: t.pageCreated });
    if (outcome.done && outcome.payload.path) {
      setPath(outcome.payload.path);
    }
  }
  async function forget() {
    const outcome = await change(customerForget, { input: { id } }, { done: ({ cancelledAppointments }) => t.forgotten(cancelledAppointments) });
    if (outcome.done) {
      void navigate({ to: '/kunden' });
    }
  }
  return (
    <>
      <Button variant="default" onClick={() => void link()}>
        {t.dataPage}
      </Button>
      <Button variant="default" onClick={() => void download()}>
        {t.export}
      </Button>
      <Button variant="default" onClick={open}>
        {t.forget}
      </Button>
      <Confirm opened={isForgetting} title={t.forget} onClose={close} onConfirm={() => void forget()}>
        {t.forgetHint}
      </Confirm>
      <Modal opened={path !== undefined} onClose={() => setPath(undefined)} title={t.dataPage}>
        <Stack>
          <Text>{t.dataPageHint}</Text>
          <Button component="a" href={path} target="_blank" rel="noreferrer" data-autofocus onClick={() => setPath(undefined)}>
            {t.openPage}
          </Button>
        </Stack>
      </Modal>
    </>
  );
}
