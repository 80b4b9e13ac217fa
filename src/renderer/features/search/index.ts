// Front door of the search feature.
export { SearchDialog } from './search-dialog.tsx';
export { startSearch } from './search-store.ts';
