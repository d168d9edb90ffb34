// "None of these" and the other lines of a gate exclude each other, so that nobody sends both by mistake.
export function gates(): void {
  for (const set of document.querySelectorAll<HTMLElement>('[data-gate]')) {
    set.addEventListener('change', event => {
      const changed = event.target;
      if (!(changed instanceof HTMLInputElement) || !changed.checked) return;
      const none = changed.value === 'none';
      for (const box of set.querySelectorAll<HTMLInputElement>('input[type=checkbox]'))
        if (box !== changed && (none || box.value === 'none')) box.checked = false;
    });
  }
}
