// Printing the shown document: the page's print rules leave only the paper, in the light colours.

/** Opens the print dialog of the system. */
export function printDocument(): void {
  const { dataset } = document.documentElement;
  const theme = dataset['theme'];
  dataset['theme'] = 'light';
  try {
    window.print();
  } finally {
    if (theme === undefined) delete dataset['theme'];
    else dataset['theme'] = theme;
  }
}
