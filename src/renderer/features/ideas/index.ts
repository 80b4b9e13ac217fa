// Front door of the ideas feature.
export { chooseIdeas, startIdeas } from './ideas-store.ts';
export { IdeasView } from './ideas-view.tsx';
