import { showWrong } from './mending';
import { freshToken, moment, newId, nextIn, outbox, type Waiting } from './outbox';
import { entryOf, formOf, lackOf, saysTheSame, tellsOfNew, timely } from './sent-form';

/** What the device could not keep, by the form that says it. */
const inPage = new WeakMap<HTMLFormElement, Waiting>();

// A form that is marked for it is sent as always while the app can be reached, with a token that is not too old. Else what it says waits in the outbox.
export function keptForms(): void {
  for (const form of document.querySelectorAll<HTMLFormElement>('form[data-keeps]')) {
    let [sure, busy] = [false, false];
    form.addEventListener('submit', event => {
      if (sure) return;
      event.preventDefault();
      if (busy) return;
      busy = true;
      const button = event.submitter as HTMLButtonElement | null;
      void send(form, button, () => {
        sure = true;
        form.requestSubmit(button);
        sure = false;
      }).finally(() => { busy = false; });
    });
  }
}

async function send(form: HTMLFormElement, button: HTMLButtonElement | null, asAlways: () => void): Promise<void> {
  if (form.dataset['mending'] !== undefined) return mend(form, button, form.dataset['mending']);
  // Its words wait in this page already, behind what was said before them.
  if (inPage.has(form)) return keep(form, button);
  try {
    const token = await freshToken();
    if (token !== null) form.querySelector<HTMLInputElement>('input[name=__RequestVerificationToken]')!.value = token;
  } catch {
    return keep(form, button);
  }
  asAlways();
}

async function keep(form: HTMLFormElement, button: HTMLButtonElement | null): Promise<void> {
  const kind = form.dataset['keeps']!;
  if (kind === 'nothing') return say(form, 'call');
  const fields = fieldsOf(form, button);
  const lacks = lackOf(kind, fields);
  if (lacks) return say(form, lacks);
  const before = inPage.get(form), made = entryFrom(form, fields);
  // The app may have the first already, though its answer was lost: what was changed since is another entry, that it does not have.
  const entry = before && saysTheSame(before.body, made.body) ? before : made;
  // While it takes its place, nothing that arrives stands for this form.
  inPage.delete(form);
  if (await outbox.add(entry.url, entry.id, entry.body, before?.id)) {
    form.reset();
    say(form, tellsOfNew(entry) ? 'new' : 'done');
  } else {
    say(form, 'failed', ...(tellsOfNew(entry) ? ['first'] : []));
    inPage.set(form, entry);
    untilSent(form, button, entry);
  }
  void outbox.flush();
}

function entryFrom(form: HTMLFormElement, fields: Readonly<Record<string, string[]>>): Waiting {
  const id = newId();
  return { id, ...entryOf(form.dataset['keeps']!, form.action, fields, id, moment()) };
}

/** What the device could not keep stands in its form until the app has it. What was changed there meanwhile has not been sent and stays. */
function untilSent(form: HTMLFormElement, button: HTMLButtonElement | null, entry: Waiting): void {
  outbox.watch(all => {
    if (inPage.get(form) !== entry) return;
    const one = all.find(other => other.id === entry.id);
    if (one?.refused !== undefined) showWrong(form, one);
    else if (!one) {
      inPage.delete(form);
      if (!saysTheSame(entry.body, entryFrom(form, fieldsOf(form, button)).body)) return say(form);
      form.reset();
      say(form, 'sent');
    }
  });
}

/** It takes its old place in the outbox: what is lost on the way is not lost. */
async function mend(form: HTMLFormElement, button: HTMLButtonElement | null, id: string): Promise<void> {
  const kind = form.dataset['keeps']!, before = await outbox.find(id), was = before && formOf(before), fields = fieldsOf(form, button);
  // Another page has dealt with it meanwhile.
  if (before?.refused === undefined || !was) return location.assign('/diary');
  const lacks = lackOf(kind, fields);
  if (lacks) return say(form, lacks);
  const sent = await outbox.again(id, JSON.stringify({ id, at: timely(was.at, moment()), kind, fields })), now = await outbox.find(id);
  if (now?.refused !== undefined) showWrong(form, now);
  else if (now) say(form, fields['new']?.[0] === 'yes' ? 'new' : 'done');
  else location.assign(nextIn(sent.answer) ?? (kind === 'diary' ? `/diary/${fields['day']?.[0] ?? was.at.slice(0, 10)}?said=noted` : '/?said=checked-in'));
}

function fieldsOf(form: HTMLFormElement, button: HTMLButtonElement | null): Record<string, string[]> {
  const fields: Record<string, string[]> = {};
  for (const [name, value] of new FormData(form, button))
    if (typeof value === 'string' && value !== '' && !name.startsWith('__')) (fields[name] ??= []).push(value);
  return fields;
}

function say(form: HTMLFormElement, ...whats: string[]): void {
  const says = form.querySelector('[data-kept-says]'), words = whats.map(what => form.querySelector<HTMLTemplateElement>(`template[data-kept="${what}"]`));
  if (says && (words[0] || whats.length === 0)) says.replaceChildren(...words.flatMap(one => one ? [one.content.cloneNode(true)] : []));
}
