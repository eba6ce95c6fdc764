import { Text } from '@mantine/core';
import { graphql } from '../../api/graphql';
import { useLiveQuery } from '../../api/live_query';
import { useWords } from '../../language/words';
import { keepsCustomers, useSession } from '../../session/session';
import { OfferNotice } from './offer_notice';
import { rearrangingWords } from './words';

const offerQuery = graphql(`
  query AppointmentOffer($id: ID!) {
    appointment(id: $id) {
      id
      version
      offer {
        id
        state
        expiresAt
        appointment {
          id
          contact {
            name
          }
        }
      }
    }
  }
`);

/** The open offer for an appointment, or the one that a start is held for; nothing if there is none. */
export default function OfferOf({ appointmentId }: { appointmentId: string }) {
  const t = useWords(rearrangingWords);
  const mayWithdraw = keepsCustomers(useSession());
  const { data } = useLiveQuery(offerQuery, { id: appointmentId });
  const { appointment } = data ?? {};
  const offer = appointment?.offer;
  if (!appointment || offer?.state !== 'OPEN') {
    return null;
  }
  if (offer.appointment?.id !== appointment.id) {
    return <Text>{t.heldFor(offer.appointment?.contact?.name || t.anonymous)}</Text>;
  }
  return mayWithdraw && <OfferNotice appointmentId={appointment.id} version={appointment.version} expiresAt={offer.expiresAt} />;
}
