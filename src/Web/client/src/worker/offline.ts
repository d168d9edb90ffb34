import { refresh } from './refresh';
import { asKept, clear, eraNow, files, keepPage, keyOf, pages } from './shelves';

/** How long a page is waited for where there is one that was kept, in milliseconds. */
const patience = 4_000;
const ofFiles = /^\/(a|figure|motions)\//, running = /^\/session\/[0-9a-f-]{36}$/, fallback = '/offline';

/** Pages come from the network first, files from what was kept. Writes, exports and all else are none of its business. */
export function offline(worker: ServiceWorkerGlobalScope): void {
  worker.addEventListener('fetch', event => {
    const { request } = event, url = new URL(request.url);
    if (request.method !== 'GET' || url.origin !== worker.location.origin) return;
    if (ofFiles.test(url.pathname)) event.respondWith(file(request));
    else if (request.mode === 'navigate' && url.pathname !== '/me/export') event.respondWith(page(event, url));
  });
  worker.addEventListener('message', event => {
    const { refresh: recorded } = event.data as { refresh?: boolean };
    if (recorded !== undefined) event.waitUntil(refresh(recorded));
  });
}

async function file(request: Request): Promise<Response> {
  return await caches.match(request.url, { cacheName: files, ignoreVary: true }) ?? fetch(request);
}

async function page(event: FetchEvent, url: URL): Promise<Response> {
  const kept = await keptOf(url), network = fromNetwork(event, url, kept !== undefined);
  event.waitUntil(network.catch(() => undefined));
  try {
    // After a write nobody wants to see how it was before.
    return await (kept && !url.searchParams.has('said') ? Promise.race([network, late()]) : network);
  } catch {
    const there = kept ?? await match(fallback);
    return there ? asKept(there) : Response.error();
  }
}

async function fromNetwork(event: FetchEvent, url: URL, isKept: boolean): Promise<Response> {
  const since = eraNow(), response = await fetch(event.request);
  if (response.headers.has('Clear-Site-Data')) await clear();
  // A proxy that stands before the app, and does not reach it.
  else if (isKept && [502, 503, 504].includes(response.status)) throw new Error('The app is not there.');
  else if (response.ok && isKept && url.pathname + url.search === keyOf(url) && await match(keyOf(url))) event.waitUntil(keepPage(keyOf(url), response.clone(), since));
  return response;
}

/** A session that has begun goes on in the page that began it. */
async function keptOf(url: URL): Promise<Response | undefined> {
  return await match(keyOf(url)) ?? (running.test(url.pathname) ? match('/session') : undefined);
}

const match = (key: string): Promise<Response | undefined> => caches.match(key, { cacheName: pages, ignoreVary: true });

const late = (): Promise<never> => new Promise((_, fail) => { setTimeout(() => fail(new Error('It takes too long.')), patience); });
