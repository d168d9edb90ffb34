import { keptAt } from './offline';
import { freshToken, nextIn, outbox, type Waiting } from './outbox';
import { tellsOfNew } from './sent-form';

// A line on every page says what waits on this device, what could not be stored, and that a page is one that was kept. It loads nothing where
// nothing ever waited.
export function outboxSign(): void {
  const sign = document.querySelector<HTMLElement>('[data-outbox]');
  if (!sign) return;
  if (new URLSearchParams(location.search).get('said') === 'deleted') {
    void outbox.clear();
    sessionStorage.clear();
  }
  const part = <T extends HTMLElement>(name: string): T => sign.querySelector<T>(`[${name}]`)!, text = part('data-text'), again = part<HTMLButtonElement>('data-again');
  const kept = keptAt(), word = (name: string, with_ = ''): string => sign.dataset[name]!.replace(/\{\w+\}/, with_);
  let all: Waiting[] = [], next: string | null = null;
  const show = (): void => {
    const refused = all.filter(one => one.refused !== undefined), inPage = all.filter(one => one.seq === undefined && one.refused === undefined).length, waits = all.length - refused.length - inPage;
    // The page that shows them, and the form that puts one right, say so themselves.
    const seen = refused.length > 0 && document.querySelector('[data-refused-list], form[data-mending]') === null;
    const lines = [
      ...(kept ? [word('stale', when(kept))] : []), ...(waits > 0 ? [word('waits', String(waits))] : []), ...(inPage > 0 ? [word('page', String(inPage))] : []), ...(all.some(tellsOfNew) ? [word('held')] : []),
      ...(seen ? [word('refused', String(refused.length))] : []), ...(next ? [word('next')] : []),
    ];
    sign.hidden = lines.length === 0;
    if (text.textContent !== lines.join(' ')) text.textContent = lines.join(' ');
    again.hidden = waits + inPage === 0 && !kept;
    part('data-see').hidden = !seen;
    const on = part<HTMLAnchorElement>('data-on');
    on.hidden = next === null;
    if (next) on.href = next;
  };
  outbox.watch(now => { all = now; show(); });
  // The player itself stops a session that may not go on.
  outbox.arrived(answer => {
    next = document.querySelector('mainstay-session') ? null : nextIn(answer);
    show();
  });
  again.addEventListener('click', () => void retry(kept !== null));
  outbox.start();
}

/** Sends what waits, and takes the page anew if it is an old one, the app is there, and nobody has gone on to another page meanwhile. */
async function retry(old: boolean): Promise<void> {
  let leaves = false;
  addEventListener('beforeunload', () => { leaves = true; }, { once: true });
  await outbox.flush();
  if (old) await freshToken().then(() => { if (!leaves) location.reload(); }, () => undefined);
}

function when(at: Date): string {
  const today = at.toDateString() === new Date().toDateString();
  return at.toLocaleString(document.documentElement.lang, today ? { hour: 'numeric', minute: '2-digit' } : { day: 'numeric', month: 'long', hour: 'numeric', minute: '2-digit' });
}
