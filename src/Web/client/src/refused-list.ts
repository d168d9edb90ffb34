import { moment, outbox, type Waiting } from './outbox';
import { formOf, momentOf, sendable } from './sent-form';

// What the app would not store, one card an entry: what it says, why it was not taken, and the ways out of it.
export function refusedList(): void {
  const section = document.querySelector<HTMLElement>('[data-refused-list]'), list = section?.querySelector<HTMLElement>('ul'), card = section?.querySelector<HTMLTemplateElement>('template');
  if (!section || !list || !card || !('indexedDB' in window)) return;
  const words = JSON.parse(section.dataset['words'] ?? '{}') as Record<string, string>;
  const make = (one: Waiting): HTMLElement => {
    const made = (card.content.cloneNode(true) as DocumentFragment).firstElementChild as HTMLElement, form = formOf(one);
    const part = <T extends HTMLElement>(name: string): T => made.querySelector<T>(`[data-${name}]`)!;
    made.dataset['of'] = one.id;
    part('what').textContent = words[form?.kind ?? 'session'] ?? '';
    part('when').textContent = new Date(momentOf(one)).toLocaleString(document.documentElement.lang, { day: 'numeric', month: 'long', hour: 'numeric', minute: '2-digit' });
    part('why').textContent = one.refused!;
    part('said').replaceChildren(...Object.entries(form?.fields ?? {}).flatMap(([field, values]) => lineOf(words, field, values)).map(text => {
      const line = document.createElement('li');
      line.textContent = text;
      return line;
    }));
    const mend = part<HTMLAnchorElement>('mend');
    if (form) mend.href = `${form.kind === 'diary' ? '/diary/new' : ''}#mends=${one.id}`;
    else mend.hidden = true;
    part('again').addEventListener('click', () => void outbox.again(one.id, sendable(one, moment())));
    part('drop').addEventListener('click', () => void outbox.drop(one.id));
    return made;
  };
  outbox.watch(all => {
    const refused = all.filter(one => one.refused !== undefined);
    section.hidden = refused.length === 0;
    // A card that somebody is just reading stays as it is.
    const there = new Map([...list.children].map(card => [(card as HTMLElement).dataset['of'], card]));
    list.replaceChildren(...refused.map(one => there.get(one.id)?.querySelector('[data-why]')?.textContent === one.refused ? there.get(one.id)! : make(one)));
    if (section.contains(document.activeElement) || there.size > refused.length && document.activeElement === document.body) section.querySelector<HTMLElement>('h2')?.focus();
  });
}

/** "Pain: 4"; nothing where the form alone shows it. */
export function lineOf(words: Readonly<Record<string, string>>, field: string, values: readonly string[]): string[] {
  const name = words[`field.${field}`];
  return name === undefined ? [] : [`${name}: ${values.map(value => words[`${field}.${value}`] ?? value).join(', ')}`];
}
