import { outbox, type Waiting } from './outbox';
import { formOf, type SentForm } from './sent-form';

const asked = /^#mends=([0-9a-f-]{36})$/;
/** Not for the person to see again: the button that is pressed answers anew. */
const passing = ['new', 'quick', 'asked', 'view'];

// An entry that the app would not have, back in its form as it was, with what is wrong said at its field.
export function mending(): void {
  const look = (): void => {
    const id = asked.exec(location.hash)?.[1];
    if (id !== undefined) void outbox.find(id).then(one => { if (one?.refused !== undefined) open(one); });
  };
  addEventListener('hashchange', look);
  look();
}

function open(one: Waiting): void {
  const sent = formOf(one), form = sent && document.querySelector<HTMLFormElement>(`form[data-keeps="${sent.kind}"]`);
  if (!sent || !form) return;
  for (let around: HTMLElement | null = form; around; around = around.parentElement) {
    if (around.hasAttribute('data-mends')) around.hidden = false;
    if (around instanceof HTMLDetailsElement) around.open = true;
  }
  form.dataset['mending'] = one.id;
  fill(form, sent);
  showWrong(form, one);
  form.scrollIntoView({ block: 'start' });
}

function fill(form: HTMLFormElement, { at, fields }: SentForm): void {
  const all: Record<string, string[]> = { ...fields };
  if (sameName(form, 'day').length > 0) all['day'] ??= [at.slice(0, 10)];
  const names = new Set([...form.elements].map(element => (element as HTMLInputElement).name).filter(name => name && !name.startsWith('__') && !passing.includes(name)));
  for (const name of names)
    for (const input of sameName(form, name)) {
      const values = all[name] ?? [];
      if (input.type === 'hidden' || input.tagName === 'BUTTON') continue;
      if (input.type === 'radio' || input.type === 'checkbox') input.checked = values.includes(input.value);
      else input.value = values[0] ?? '';
      if (values.length > 0 && (input.type !== 'checkbox' || input.checked)) unfold(input);
    }
  // What this form does not ask goes along as it was.
  for (const old of form.querySelectorAll('[data-along]')) old.remove();
  for (const [name, values] of Object.entries(all))
    if (!names.has(name) && !passing.includes(name))
      for (const value of values) {
        const along = document.createElement('input');
        Object.assign(along, { type: 'hidden', name, value });
        along.dataset['along'] = '';
        form.append(along);
      }
  for (const map of form.querySelectorAll('.bodymap')) map.dispatchEvent(new Event('change', { bubbles: true }));
}

/** Why it was not taken: on the whole at the button, and at each field that is wrong. */
export function showWrong(form: HTMLFormElement, { refused, errors }: Pick<Waiting, 'refused' | 'errors'>): void {
  const words = form.querySelector<HTMLTemplateElement>('template[data-kept="refused"]');
  if (!words) return;
  const line = (text: string): HTMLElement => {
    const made = (words.content.cloneNode(true) as DocumentFragment).firstElementChild as HTMLElement;
    made.dataset['wrong'] = '';
    made.querySelector('span')!.textContent = text;
    return made;
  };
  for (const old of form.querySelectorAll('[data-wrong]')) old.remove();
  for (const input of form.querySelectorAll<HTMLElement>('[data-was-wrong]')) {
    delete input.dataset['wasWrong'];
    input.removeAttribute('aria-invalid');
    input.removeAttribute('aria-describedby');
  }
  let first: HTMLElement | null = null;
  for (const [field, text] of Object.entries(errors ?? {})) {
    const input = sameName(form, field).find(one => one.type !== 'hidden');
    if (!input) continue;
    const says = line(text), place = input.closest<HTMLElement>('.field') ?? input.closest<HTMLElement>('fieldset') ?? input;
    says.id = `wrong-${field}`;
    place.after(says);
    Object.assign(input.dataset, { wasWrong: '' });
    input.setAttribute('aria-invalid', 'true');
    input.setAttribute('aria-describedby', says.id);
    unfold(input);
    first ??= input;
  }
  form.querySelector('[data-kept-says]')?.replaceChildren(line(refused!));
  first?.focus();
}

const sameName = (form: HTMLFormElement, name: string): HTMLInputElement[] => [...form.elements].filter((element): element is HTMLInputElement => (element as HTMLInputElement).name === name);

function unfold(input: HTMLElement): void {
  const around = input.closest('details');
  if (around) around.open = true;
}
