import { showWrong } from './mending';
import { freshToken, moment, newId, outbox } from './outbox';
import { entryOf, formOf, lackOf, tellsOfNew, timely } from './sent-form';

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
  // Its words wait in this page already: they go once more under the same id.
  if (form.dataset['inPage'] !== undefined) return keep(form, button);
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
  const id = form.dataset['inPage'] ?? newId(), { url, body } = entryOf(kind, form.action, fields, id, moment());
  if (await outbox.add(url, id, body)) {
    delete form.dataset['inPage'];
    form.reset();
    say(form, isNew(body) ? 'new' : 'done');
    void outbox.flush();
    return;
  }
  say(form, 'failed', ...(isNew(body) ? ['first'] : []));
  if (form.dataset['inPage'] === undefined) untilSent(form, id);
  form.dataset['inPage'] = id;
  void outbox.flush();
}

const isNew = (body: string): boolean => tellsOfNew({ body });

/** What the device could not keep stands in its form until the app has it. */
function untilSent(form: HTMLFormElement, id: string): void {
  outbox.watch(all => {
    if (form.dataset['inPage'] !== id) return;
    const one = all.find(other => other.id === id);
    if (one?.refused !== undefined) showWrong(form, one);
    else if (!one) {
      delete form.dataset['inPage'];
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
  else location.assign((sent.answer as { next?: string } | null)?.next ?? (kind === 'diary' ? `/diary/${fields['day']?.[0] ?? was.at.slice(0, 10)}?said=noted` : '/?said=checked-in'));
}

function fieldsOf(form: HTMLFormElement, button: HTMLButtonElement | null): Record<string, string[]> {
  const fields: Record<string, string[]> = {};
  for (const [name, value] of new FormData(form, button))
    if (typeof value === 'string' && value !== '' && !name.startsWith('__')) (fields[name] ??= []).push(value);
  return fields;
}

function say(form: HTMLFormElement, ...whats: string[]): void {
  const says = form.querySelector('[data-kept-says]'), words = whats.map(what => form.querySelector<HTMLTemplateElement>(`template[data-kept="${what}"]`));
  if (says && words[0]) says.replaceChildren(...words.flatMap(one => one ? [one.content.cloneNode(true)] : []));
}
