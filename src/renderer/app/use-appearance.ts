// Theme and density on the document, following the settings and the system.
import { useEffect } from 'react';
import { useSettings } from '../features/settings/index.ts';

const dark = matchMedia('(prefers-color-scheme: dark)');

export function useAppearance(): void {
  const { theme, density } = useSettings((state) => state.settings);
  useEffect(() => {
    const apply = (): void => {
      const isDark = theme === 'dark' || (theme === 'system' && dark.matches);
      document.documentElement.dataset['theme'] = isDark ? 'dark' : 'light';
    };
    document.documentElement.dataset['density'] = density;
    apply();
    dark.addEventListener('change', apply);
    return () => dark.removeEventListener('change', apply);
  }, [theme, density]);
}
