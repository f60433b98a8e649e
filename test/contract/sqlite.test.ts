import { openStores } from '../../server/store/sqlite.ts';
import { cleanUpAfterEach, dataFolder } from '../support/stores.ts';
import { eventStoreContract } from './event-store.ts';

eventStoreContract('SQLite', async () => {
  const folder = dataFolder();
  let open = openStores(folder);
  return {
    store: open.events,
    async reopen() {
      await open.close();
      open = openStores(folder);
      return open.events;
    },
    dispose: () => open.close(),
  };
});

cleanUpAfterEach();
