// The worker keeps what works without the network. Only a secure page may have one: https, or this computer itself.
export function offline(): void {
  const worker = document.querySelector<HTMLElement>('[data-outbox]')?.dataset['worker'];
  if (worker === undefined || !isSecureContext || !('serviceWorker' in navigator)) return;
  const start = (): void => void keepUp(worker);
  if (document.readyState === 'complete') start();
  else addEventListener('load', start);
}

async function keepUp(worker: string): Promise<void> {
  const said = new URLSearchParams(location.search).get('said');
  try {
    if (said === 'deleted') for (const name of await caches.keys()) await caches.delete(name);
    await navigator.serviceWorker.register(worker);
    (await navigator.serviceWorker.ready).active?.postMessage({ refresh: said !== null });
  } catch {
    // Without it everything works, but for the time without the network.
  }
}

/** When the page that is seen was kept; null: it came from the app just now. */
export function keptAt(): Date | null {
  const at = Number(document.documentElement.dataset['kept']);
  return at > 0 ? new Date(at) : null;
}
