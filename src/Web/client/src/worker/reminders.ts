/** What the server sends: the form that newer browsers show by themselves. */
interface Message {
  web_push: number;
  notification: {
    title: string; body: string; navigate: string; tag: string; lang: string; dir: NotificationDirection; silent: boolean;
    actions?: { action: string; title: string }[];
  };
}

const page = '/breaks';

/** Shows a reminder that was pushed, and records what is tapped on it. */
export function reminders(worker: ServiceWorkerGlobalScope): void {
  worker.addEventListener('push', event => event.waitUntil(show(worker, event.data)));
  worker.addEventListener('notificationclick', event => {
    event.notification.close();
    event.waitUntil(event.action === 'done' || event.action === 'later' ? answer(worker, event.action, event.notification.tag) : open(worker));
  });
}

/** The same tag takes the place of one that is shown, without another sound. */
async function show(worker: ServiceWorkerGlobalScope, data: PushMessageData | null): Promise<void> {
  const { title, ...options } = (data?.json() as Message).notification;
  await worker.registration.showNotification(title, { ...options, icon: '/favicon.ico' } as NotificationOptions);
}

/** Records a tap as the page's own form would; where that fails the page is opened instead, so that nothing is lost unnoticed. */
async function answer(worker: ServiceWorkerGlobalScope, what: string, of: string): Promise<unknown> {
  try {
    const form = await (await fetch('/breaks/push/form', { cache: 'no-store' })).json() as { field: string; token: string };
    const sent = await fetch('/breaks/mark', { method: 'POST', body: new URLSearchParams({ do: what, of, [form.field]: form.token }) });
    if (sent.ok) return;
  } catch {
    // No network, or the app is not running.
  }
  return open(worker);
}

async function open(worker: ServiceWorkerGlobalScope): Promise<unknown> {
  const windows = await worker.clients.matchAll({ type: 'window' });
  const there = windows.find(one => new URL(one.url).pathname === page) ?? windows[0];
  if (!there) return worker.clients.openWindow(page);
  if (new URL(there.url).pathname !== page) await there.navigate(page);
  return there.focus();
}
