// What was recorded here and has not reached the app yet. It is kept on this device in order, sent one after the other, and taken out only when the
// app says that it has it; an entry carries its own id, so that sending it again stores it once.

/** One entry that waits. */
export interface Waiting {
  seq?: number;
  id: string;
  /** Where it goes. */
  url: string;
  body: string;
  /** Why the app would not have it: it is kept, and not sent again until the person says so. */
  refused?: string;
  /** Field → what is wrong in it. */
  errors?: Record<string, string>;
}

/** What came of sending: how the app answered the last one. */
export interface Sent { left: number; refused: number; answer: unknown }

/** Where the app wants the person to go before any further move. */
export const nextIn = (answer: unknown): string | null => (answer as { next?: string } | null)?.next ?? null;

const name = 'mainstay-outbox', store = 'entries', firstDelay = 4_000, longestDelay = 60_000, patience = 4_000;

const settled = <T>(request: IDBRequest<T>): Promise<T> => new Promise((done, fail) => {
  request.addEventListener('success', () => done(request.result));
  request.addEventListener('error', () => fail(request.error ?? new Error('The store failed.')));
});

export class Outbox {
  private opened: Promise<IDBDatabase | null> | null = null;
  /** Where the browser keeps nothing, entries wait as long as the page does. */
  private readonly memory: Waiting[] = [];
  private readonly listeners = new Set<(waiting: Waiting[]) => void>();
  private readonly receivers = new Set<(answer: unknown) => void>();
  private running: Promise<Sent> | null = null;
  private following: Promise<Sent> | null = null;
  private delay = firstDelay;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private token: string | null = null;

  /** Keeps it. The same id twice is one entry.
   * @param instead One that waits in the page alone and gives way to it. It may be on its way already: what is said anew has an id of its own, or the
   * app would take it for what it has.
   * @returns False: the device is full or keeps nothing. Then it waits in the page alone and is sent from there. */
  async add(url: string, id: string, body: string, instead = id): Promise<boolean> {
    const db = await this.db(), entry: Waiting = { id, url, body }, stored = db !== null && await this.store(db, entry).catch(() => false), at = this.memory.findIndex(one => one.id === instead);
    if (at >= 0) this.memory.splice(at, 1, ...(stored ? [] : [entry]));
    else if (!stored) this.memory.push(entry);
    await this.tell();
    return stored;
  }

  /** Something waits in this page alone, and goes with it. */
  get inPage(): boolean { return this.memory.length > 0; }

  private readonly stay = (event: Event): void => event.preventDefault();

  private async store(db: IDBDatabase, entry: Waiting): Promise<boolean> {
    const write = db.transaction(store, 'readwrite', { durability: 'strict' });
    if (await settled(write.objectStore(store).index('id').getKey(entry.id)) === undefined) write.objectStore(store).add(entry);
    return new Promise<boolean>((done, fail) => {
      write.addEventListener('complete', () => done(true));
      write.addEventListener('abort', () => fail(write.error ?? new Error('The store failed.')));
    });
  }

  async waiting(): Promise<Waiting[]> {
    const db = await this.db();
    return [...db ? await settled(db.transaction(store).objectStore(store).getAll() as IDBRequest<Waiting[]>) : [], ...this.memory];
  }

  /** Called now and whenever what waits changes. */
  watch(listener: (waiting: Waiting[]) => void): void {
    this.listeners.add(listener);
    void this.waiting().then(listener);
  }

  /** Called with the app's answer whenever something has arrived. */
  arrived(receiver: (answer: unknown) => void): void { this.receivers.add(receiver); }

  /** Sends what waits, in order. Only one page of this browser sends at a time. One that is on its way may have looked already: then another follows it. */
  flush(): Promise<Sent> {
    if (this.running) return this.following ??= this.running.catch(() => null).then(async first => {
      this.following = null;
      const sent = await this.flush();
      // The first may have sent it all: then its answer is the one that was waited for.
      return { ...sent, answer: sent.answer ?? first?.answer ?? null };
    });
    return this.running = this.alone(() => this.sendAll()).finally(() => { this.running = null; });
  }

  /** One of those that wait; undefined: it has arrived, or was let go. */
  async find(id: string): Promise<Waiting | undefined> { return (await this.waiting()).find(one => one.id === id); }

  /** One that the app would not have goes out once more in its old place, with another content if it was put right. */
  async again(id: string, body?: string): Promise<Sent> {
    const one = await this.find(id);
    if (one?.refused !== undefined) {
      const { refused, errors, ...rest } = one;
      await this.replace(one, { ...rest, body: body ?? one.body });
      await this.tell();
    }
    return this.flush();
  }

  /** One that the app would not have is let go. */
  async drop(id: string): Promise<void> {
    const one = await this.find(id);
    if (one?.refused !== undefined) await this.replace(one);
    await this.tell();
  }

  /** Nothing of the person stays on this device. */
  async clear(): Promise<void> {
    const db = await this.db();
    this.memory.length = 0;
    if (db) await settled(db.transaction(store, 'readwrite').objectStore(store).clear());
    await this.tell();
  }

  /** Sends whenever there is hope: now, when the network is back, when the page is looked at again, and every now and then. */
  start(): void {
    const go = (): void => { void this.flush(); };
    addEventListener('online', go);
    document.addEventListener('visibilitychange', () => { if (!document.hidden) go(); });
    go();
  }

  private async alone<T>(act: () => Promise<T>): Promise<T> {
    return 'locks' in navigator ? await navigator.locks.request(name, act) as T : act();
  }

  private async sendAll(): Promise<Sent> {
    let answer: unknown = null;
    clearTimeout(this.timer);
    for (;;) {
      const all = await this.waiting(), next = all.find(one => one.refused === undefined);
      if (!next) {
        this.delay = firstDelay;
        return { left: 0, refused: all.length, answer };
      }
      const outcome = await this.send(next);
      if (outcome === 'later') {
        this.timer = setTimeout(() => void this.flush(), this.delay);
        this.delay = Math.min(longestDelay, this.delay * 2);
        return { left: all.filter(one => one.refused === undefined).length, refused: all.filter(one => one.refused !== undefined).length, answer };
      }
      this.delay = firstDelay;
      if ('refused' in outcome) await this.replace(next, { ...next, ...outcome });
      else {
        answer = outcome.answer ?? answer;
        for (const receiver of this.receivers) receiver(answer);
        await this.replace(next);
      }
      await this.tell();
    }
  }

  private async send(one: Waiting): Promise<'later' | { answer: unknown } | { refused: string; errors?: Record<string, string> }> {
    try {
      for (let tries = 0; tries < 2; tries++) {
        const response = await fetch(one.url, { method: 'POST', credentials: 'same-origin', body: one.body, headers: { 'Content-Type': 'application/json', 'RequestVerificationToken': await this.tokenNow(tries > 0) } });
        // It was for a person who is not here any more.
        if (response.headers.has('Clear-Site-Data')) {
          await this.clear();
          return 'later';
        }
        const said = response.headers.get('Content-Type')?.startsWith('application/json') ? await response.json() as { problem?: string; errors?: Record<string, string> } : null;
        if (response.ok && said) return { answer: said };
        // Its token is too old, or the cookie beside it is gone: once more with a new one.
        if (!said && response.status === 400 && tries === 0) continue;
        // The same id is there already: the first one counts, and it has arrived. That says nothing of what the app wants.
        if (response.status === 409 && said) return { answer: null };
        if (said?.problem !== undefined && response.status >= 400 && response.status < 500 && response.status !== 429) return { refused: said.problem, ...(said.errors && { errors: said.errors }) };
        return 'later';
      }
    } catch {
      // No network, or no app behind it.
    }
    return 'later';
  }

  private async tokenNow(anew: boolean): Promise<string> {
    this.token ??= document.querySelector<HTMLInputElement>('input[name=__RequestVerificationToken]')?.value ?? null;
    if (anew || this.token === null) this.token = await freshToken() ?? '';
    return this.token;
  }

  /** What the app has, or would not have, is what was sent: what was said anew meanwhile stays as it is, and so does every other entry.
   * @param now What stands in its place; by default nothing. */
  private async replace(was: Waiting, now?: Waiting): Promise<void> {
    const db = await this.db();
    if (db && was.seq !== undefined) {
      const entries = db.transaction(store, 'readwrite').objectStore(store), there = await settled(entries.get(was.seq) as IDBRequest<Waiting | undefined>);
      if (there?.body === was.body) await (now ? settled(entries.put(now)) : settled(entries.delete(was.seq)));
      return;
    }
    const at = this.memory.findIndex(one => one.id === was.id && one.body === was.body);
    if (at >= 0) this.memory.splice(at, 1, ...(now ? [now] : []));
  }

  private async tell(): Promise<void> {
    // The browser asks before such a page is left. Without need there is no listener: it would cost the quick way back.
    if (this.inPage) addEventListener('beforeunload', this.stay);
    else removeEventListener('beforeunload', this.stay);
    if (this.listeners.size === 0) return;
    const all = await this.waiting();
    for (const listener of this.listeners) listener(all);
  }

  private db(): Promise<IDBDatabase | null> {
    return this.opened ??= new Promise<IDBDatabase | null>(done => {
      try {
        const open = indexedDB.open(name, 1);
        open.addEventListener('upgradeneeded', () => open.result.createObjectStore(store, { keyPath: 'seq', autoIncrement: true }).createIndex('id', 'id', { unique: true }));
        open.addEventListener('success', () => {
          // The browser shuts it when the site's data is cleared; the next entry opens it anew.
          open.result.addEventListener('close', () => { this.opened = null; });
          done(open.result);
        });
        open.addEventListener('error', () => done(null));
      } catch {
        done(null);
      }
    });
  }
}

export const outbox = new Outbox();

/** A token that is not too old; null: the app gives none. Fails where the app cannot be reached. */
export async function freshToken(): Promise<string | null> {
  const answer = await fetch('/api/token', { credentials: 'same-origin', cache: 'no-store', signal: AbortSignal.timeout(patience) });
  if ([502, 503, 504].includes(answer.status)) throw new Error('The app is not there.');
  return answer.ok ? (await answer.json() as { token: string }).token : null;
}

/** A UUID of version 7: its first part is the moment, so that ids sort as they were made. */
export function newId(now = Date.now()): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  for (let i = 0, rest = now; i < 6; i++, rest = Math.floor(rest / 256)) bytes[5 - i] = rest % 256;
  bytes[6] = bytes[6]! & 0x0f | 0x70;
  bytes[8] = bytes[8]! & 0x3f | 0x80;
  const hex = Array.from(bytes, byte => byte.toString(16).padStart(2, '0')).join('');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}

/** A moment on the person's own clock, with its distance from UTC: 2026-01-31T08:15:00.000+01:00. */
export function moment(at = Date.now()): string {
  const offset = -new Date(at).getTimezoneOffset(), two = (n: number): string => String(Math.floor(n)).padStart(2, '0');
  return new Date(at + offset * 60_000).toISOString().replace('Z', `${offset < 0 ? '-' : '+'}${two(Math.abs(offset) / 60)}:${two(Math.abs(offset) % 60)}`);
}
