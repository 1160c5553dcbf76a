// Sets the reader's choice of light or dark before the first paint, so that the page does not flash.
try {
  const theme = localStorage.getItem('parallax-theme');
  if (theme === 'light' || theme === 'dark') document.documentElement.dataset.theme = theme;
} catch {
  // Storage may be refused; the system's preference stands then.
}
