/**
 * Switches reminders on in this browser. The form is hidden until it is known that the browser can; the server takes what the browser subscribed
 * with like any other form.
 */
export function push(): void {
  const form = document.querySelector<HTMLFormElement>('form[data-push]');
  if (form) void start(form);
}

async function start(form: HTMLFormElement): Promise<void> {
  const cannot = document.querySelector<HTMLElement>('[data-push-cannot]');
  if (!('serviceWorker' in navigator && 'PushManager' in window && 'Notification' in window)) {
    if (cannot) cannot.hidden = false;
    form.parentElement!.hidden = true;
    return;
  }
  // Some browsers have all of it and yet no worker, such as in a private window: then nothing is offered.
  const registration = await navigator.serviceWorker.register('/sw.js').catch(() => undefined);
  if (!registration) return;
  const own = await registration.pushManager.getSubscription();
  const row = own && document.querySelector<HTMLElement>(`[data-mark="${await markOf(own.endpoint)}"]`);
  if (row && Notification.permission === 'granted') {
    document.querySelector<HTMLElement>('[data-push-on]')!.hidden = false;
    for (const here of row.querySelectorAll<HTMLElement>('[data-here]')) here.hidden = false;
    row.querySelector('form[data-off]')?.addEventListener('submit', () => void own.unsubscribe());
    return;
  }
  form.hidden = false;
  form.addEventListener('submit', event => {
    event.preventDefault();
    void subscribe(form, registration);
  });
}

async function subscribe(form: HTMLFormElement, registration: ServiceWorkerRegistration): Promise<void> {
  const say = (name: string) => {
    for (const word of form.querySelectorAll<HTMLElement>('[data-says]')) word.hidden = word.dataset.says !== name;
  };
  if (await Notification.requestPermission() !== 'granted') return say('refused');
  try {
    const key = bytes(form.dataset.push!);
    let own = await registration.pushManager.getSubscription();
    // One of another key, such as of a data file that was since deleted, takes none of our messages.
    if (own && !same(own.options.applicationServerKey, key)) {
      await own.unsubscribe();
      own = null;
    }
    own ??= await registration.pushManager.subscribe({ userVisibleOnly: true, applicationServerKey: key });
    const { endpoint, keys } = own.toJSON();
    const fields = { endpoint, p256dh: keys?.p256dh, auth: keys?.auth, name: nameOfBrowser() };
    for (const [name, value] of Object.entries(fields)) form.querySelector<HTMLInputElement>(`[name="${name}"]`)!.value = value ?? '';
    form.submit();
  } catch {
    say('failed');
  }
}

/** "Firefox, Android": enough to tell one's own devices apart. */
function nameOfBrowser(): string {
  const agent = navigator.userAgent;
  const first = (names: [RegExp, string][]) => names.find(([sign]) => sign.test(agent))?.[1];
  const browser = first([[/Edg\//, 'Edge'], [/SamsungBrowser/, 'Samsung Internet'], [/Firefox\//, 'Firefox'], [/Chrome\//, 'Chrome'], [/Safari\//, 'Safari']]);
  const system = first([[/Android/, 'Android'], [/iPhone/, 'iPhone'], [/iPad/, 'iPad'], [/Mac OS/, 'macOS'], [/Windows/, 'Windows'], [/Linux/, 'Linux']]);
  return [browser, system].filter(Boolean).join(', ');
}

async function markOf(endpoint: string): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(endpoint)));
  return [...digest.subarray(0, 8)].map(byte => byte.toString(16).padStart(2, '0')).join('');
}

function bytes(base64url: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(base64url.replaceAll('-', '+').replaceAll('_', '/')), letter => letter.charCodeAt(0));
}

function same(left: ArrayBuffer | null, right: Uint8Array): boolean {
  const one = left && new Uint8Array(left);
  return one?.length === right.length && one.every((byte, at) => byte === right[at]);
}
