import { useApi } from '../../api/api';
import { send } from '../../api/change';
import { useChange } from '../../api/use_change';
import { useWords } from '../../language/words';
import { serviceArchive, serviceRestore } from './service_changes';
import { servicesWords } from './words';

/** Returns functions that archive and restore a service. */
export function useServiceArchive() {
  const t = useWords(servicesWords);
  const { client } = useApi();
  const change = useChange();

  async function turn({ id }: { id: string }, there: typeof serviceArchive | typeof serviceRestore, back: typeof there, done: string) {
    const input = { input: { id } };
    const undo = () => send(client, back, input);
    await change(there, input, { done, undo });
  }
  return {
    archive: (service: { id: string; name: string }) => turn(service, serviceArchive, serviceRestore, t.archivedDone(service.name)),
    restore: (service: { id: string; name: string }) => turn(service, serviceRestore, serviceArchive, t.restored(service.name)),
  };
}
