// What this browser keeps: pages as they were last seen, and what they load.
export const pages = 'mainstay-pages', files = 'mainstay-files';
const own = 'mainstay-', outbox = 'mainstay-outbox', entries = 'entries', keptAt = 'Mainstay-Kept';

/** Goes up whenever all is cleared: what was asked for before is not kept any more. */
let era = 0;
export const eraNow = (): number => era;

/** An address without what the page says of the request before. */
export function keyOf(url: URL): string {
  const rest = new URL(url);
  rest.searchParams.delete('said');
  rest.searchParams.delete('undo');
  return rest.pathname + rest.search;
}

export async function keepPage(key: string, response: Response, since: number): Promise<void> {
  const headers = new Headers(response.headers), body = await response.blob();
  headers.set(keptAt, String(Date.now()));
  if (since === era) await (await caches.open(pages)).put(key, new Response(body, { headers }));
}

/** The page says of itself when it was kept. */
export async function asKept(page: Response): Promise<Response> {
  const headers = new Headers(page.headers), at = headers.get(keptAt) ?? '0';
  for (const name of ['Content-Encoding', 'Content-Length', keptAt]) headers.delete(name);
  return new Response((await page.text()).replace('<html ', `<html data-kept="${at}" `), { headers });
}

export const ageOf = (page: Response): number => Date.now() - Number(page.headers.get(keptAt) ?? 0);

/** Nothing of the person stays in this browser. */
export async function clear(): Promise<void> {
  era++;
  for (const name of await caches.keys()) if (name.startsWith(own)) await caches.delete(name);
  if ((await indexedDB.databases()).some(one => one.name === outbox)) await emptied();
}

/** The pages have it open, so it is emptied and not deleted. */
const emptied = (): Promise<void> => new Promise(done => {
  const open = indexedDB.open(outbox);
  open.addEventListener('error', () => done());
  open.addEventListener('success', () => {
    const db = open.result, close = (): void => { db.close(); done(); };
    if (!db.objectStoreNames.contains(entries)) return close();
    const write = db.transaction(entries, 'readwrite');
    write.objectStore(entries).clear();
    write.addEventListener('complete', close);
    write.addEventListener('abort', close);
  });
});
