import { showWrong } from './mending';
import { freshToken, moment, newId, outbox } from './outbox';
import { formOf, timely } from './sent-form';

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
  const id = newId();
  try {
    await outbox.add('/api/entries', id, JSON.stringify({ id, at: moment(), kind, fields }));
  } catch {
    return say(form, 'failed');
  }
  form.reset();
  say(form, fields['new']?.[0] === 'yes' ? 'new' : 'done');
  void outbox.flush();
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
  else location.assign((sent.answer as { next?: string } | null)?.next ?? (kind === 'diary' ? `/diary/${fields['day']?.[0] ?? was.at.slice(0, 10)}?said=noted` : '/?said=checked-in'));
}

function fieldsOf(form: HTMLFormElement, button: HTMLButtonElement | null): Record<string, string[]> {
  const fields: Record<string, string[]> = {};
  for (const [name, value] of new FormData(form, button))
    if (typeof value === 'string' && value !== '' && !name.startsWith('__')) (fields[name] ??= []).push(value);
  return fields;
}

/** What can be said at once, without the app. The rest is said when it arrives. */
function lackOf(kind: string, fields: Record<string, string[]>): string | null {
  if (fields['new']?.[0] === 'yes') return null;
  if ((kind === 'check-in' || fields['quick']) && !fields['pain']) return 'pain';
  if (fields['place'] && !fields['pain']) return 'places';
  return Object.keys(fields).every(name => ['day', 'new', 'quick'].includes(name)) ? 'empty' : null;
}

function say(form: HTMLFormElement, what: string): void {
  const says = form.querySelector('[data-kept-says]'), words = form.querySelector<HTMLTemplateElement>(`template[data-kept="${what}"]`);
  if (says && words) says.replaceChildren(words.content.cloneNode(true));
}
