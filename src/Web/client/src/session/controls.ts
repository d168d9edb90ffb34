// What the person does, by mouse, finger, form or key, told by name.
import { hush, keepWishes, type Wishes } from './aids';
import type { View } from './view';

export interface Actions {
  toggle(): void; back(): void; skip(): void; swap(): void; feels(light: 'fine' | 'more'): void; tooMuch(): void; goOn(): void;
  answer(): void; end(): void;
  /** A session is to begin. @returns False: there is nothing to begin. */
  start(form: HTMLFormElement, isNew: boolean): boolean;
  /** The page was looked at again. */
  seen(): void;
  /** Other sounds are wanted. */
  sounds(): void;
  /** Somebody leaves the page by its own way out. @returns True: it is left as it is. */
  leave(): boolean;
  /** Keys do something now. */
  takesKeys(): boolean;
}

/** @returns Takes all of it back. */
export function listen(host: HTMLElement, view: View, wishes: Wishes, actions: Actions): () => void {
  const off = new AbortController(), { signal } = off;
  host.addEventListener('click', event => {
    const what = (event.target as Element).closest<HTMLElement>('[data-do]')?.dataset['do'];
    if (what === 'play') actions.toggle();
    else if (what === 'back') actions.back();
    else if (what === 'skip') actions.skip();
    else if (what === 'easier' || what === 'swap') actions.swap();
    else if (what === 'help') help(view);
    else if (what === 'fine' || what === 'more') actions.feels(what);
    else if (what === 'much') actions.tooMuch();
    else if (what === 'resume') actions.goOn();
  }, { signal });
  host.addEventListener('submit', event => {
    const form = event.target as HTMLFormElement, button = event.submitter as HTMLButtonElement | null;
    if (form.id === 'begin') {
      if (!actions.start(form, button?.value === 'yes')) return;
    } else if (form.matches('[data-panel="more"]')) actions.answer();
    else if (form.matches('[data-end]')) actions.end();
    else return;
    event.preventDefault();
  }, { signal });
  host.addEventListener('change', event => {
    const input = event.target as HTMLInputElement, wish = input.dataset['wish'] as keyof Wishes | undefined;
    if (!wish) return;
    wishes[wish] = input.checked;
    keepWishes(wishes);
    if (wish === 'sound' || wish === 'free') actions.sounds();
    if (wish === 'voice' && !input.checked) hush();
  }, { signal });
  document.addEventListener('keydown', event => {
    if (wishes.keys && view.isOpen && actions.takesKeys()) key(event, view, actions);
  }, { signal });
  document.addEventListener('visibilitychange', () => actions.seen(), { signal });
  addEventListener('pageshow', () => actions.seen(), { signal });
  document.querySelector<HTMLAnchorElement>('.bar > a.icon-button')?.addEventListener('click', event => {
    if (!actions.leave()) event.preventDefault();
  }, { signal });
  return () => off.abort();
}

function key(event: KeyboardEvent, view: View, actions: Actions): void {
  const target = event.target as HTMLElement, typing = target.matches('input, textarea, select, [contenteditable]'), pressing = target.matches('button, a, summary, canvas');
  if (event.ctrlKey || event.metaKey || event.altKey || event.repeat) return;
  const rtl = document.documentElement.dir === 'rtl', forward = rtl ? 'ArrowLeft' : 'ArrowRight', before = rtl ? 'ArrowRight' : 'ArrowLeft';
  if (event.key === ' ' && !typing && !pressing) actions.toggle();
  else if (event.key === forward && !typing && !target.matches('canvas')) actions.skip();
  else if (event.key === before && !typing && !target.matches('canvas')) actions.back();
  else if (event.key.toLowerCase() === 't' && !typing) actions.tooMuch();
  else if (event.key === '?') help(view);
  else return;
  event.preventDefault();
}

function help(view: View): void {
  const button = view.find('[data-do="help"]')!, open = button.getAttribute('aria-expanded') !== 'true';
  button.setAttribute('aria-expanded', String(open));
  view.show('[data-panel="help"]', open);
  if (open) view.focus('[data-panel="help"] input');
}
