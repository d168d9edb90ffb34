// A button that opens the browser's own print dialogue. It is hidden without this script, where it could do nothing. Pictures further down the
// page come only when they are scrolled to; paper wants all of them.
export function print(): void {
  for (const button of document.querySelectorAll<HTMLButtonElement>('button[data-print]')) {
    button.hidden = false;
    button.addEventListener('click', () => void all().then(() => window.print()));
  }
  window.addEventListener('beforeprint', () => void all());
}

async function all(): Promise<void> {
  const pictures = [...document.querySelectorAll<HTMLImageElement>('img[loading="lazy"]')];
  for (const picture of pictures) picture.loading = 'eager';
  await Promise.allSettled(pictures.map(picture => picture.decode()));
}
