// The theme in force, for what is drawn without style sheets.
import { useSyncExternalStore } from 'react';

type Theme = 'light' | 'dark';

function readTheme(): Theme {
  return document.documentElement.dataset['theme'] === 'dark' ? 'dark' : 'light';
}

function onThemeChange(listener: () => void): () => void {
  const observer = new MutationObserver(listener);
  observer.observe(document.documentElement, { attributes: true, attributeFilter: ['data-theme'] });
  return () => observer.disconnect();
}

/** Renewed when the theme changes. */
export function useTheme(): Theme {
  return useSyncExternalStore(onThemeChange, readTheme);
}
