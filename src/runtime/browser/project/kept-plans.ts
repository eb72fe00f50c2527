/**
 * What stays on this machine between visits: plans by the data they stand on, never a household's row.
 * A browser that refuses storage (a private window) keeps nothing, and nobody is troubled with it.
 */
import { isSameSource, readPlan, type Plan, type ProjectSource } from '../../../core/scenario';

const databaseName = 'carecircle';
const storeName = 'plans';

interface KeptPlan {
  readonly title: string;
  readonly source: ProjectSource;
  readonly currentOption: string | null;
  readonly plan: Plan;
}

export async function keepPlan(
  source: ProjectSource,
  plan: Plan,
  currentOption: string | null,
): Promise<void> {
  const kept: KeptPlan = { title: source.title, source, currentOption, plan };
  await inStore('readwrite', (store) => store.put(kept));
}

/** The plan kept for these data, or null. */
export async function keptPlan(
  source: ProjectSource,
): Promise<{ plan: Plan; currentOption: string | null } | null> {
  const kept = await inStore<KeptPlan | undefined>('readonly', (store) => store.get(source.title));
  if (!kept || !isSameSource(kept.source, source)) return null;
  const plan = readPlan(kept.plan);
  return plan.ok ? { plan: plan.value, currentOption: kept.currentOption } : null;
}

/** Everything this program keeps on this machine. */
export async function clearKept(): Promise<void> {
  await new Promise<void>((resolve) => {
    const request = indexedDB.deleteDatabase(databaseName);
    request.onsuccess = request.onerror = request.onblocked = () => resolve();
  }).catch(() => undefined);
  try {
    for (const key of Object.keys(localStorage)) {
      if (key.startsWith('carecircle.')) localStorage.removeItem(key);
    }
  } catch {
    // Refused storage holds nothing to clear.
  }
}

async function inStore<T>(
  mode: IDBTransactionMode,
  ask: (store: IDBObjectStore) => IDBRequest,
): Promise<T | null> {
  try {
    const database = await opened();
    try {
      return await finished<T>(ask(database.transaction(storeName, mode).objectStore(storeName)));
    } finally {
      database.close();
    }
  } catch {
    return null;
  }
}

function opened(): Promise<IDBDatabase> {
  const request = indexedDB.open(databaseName, 1);
  request.onupgradeneeded = () => request.result.createObjectStore(storeName, { keyPath: 'title' });
  return finished(request);
}

function finished<T>(request: IDBRequest): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result as T);
    request.onerror = () => reject(request.error ?? new Error('indexedDB'));
  });
}
