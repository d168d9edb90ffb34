// A page with a session loads its player, and one with charts what reads them; no other page does.
export function sessions(): void {
  if (document.querySelector('figure.chart tr[data-at]')) void import('./charts').then(({ charts }) => charts());
  if (document.querySelector('mainstay-session')) void import('./session/element');
}
