// Pages with a moving figure load what draws it and how it looks, and only they.
export function figures(): void {
  if (!document.querySelector('mainstay-figure')) return;
  // Where the page brought the looks itself, the figure's place was kept from the first paint on.
  if (document.querySelector('link[href$="/figure.css"]')) return void import('./figure/element');
  const sheet = document.createElement('link');
  sheet.rel = 'stylesheet';
  sheet.href = new URL('../figure.css', import.meta.url).href;
  sheet.addEventListener('load', () => void import('./figure/element'));
  document.head.append(sheet);
}
