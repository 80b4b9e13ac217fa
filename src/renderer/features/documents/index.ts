// Front door of the documents feature.
export { chooseDocumentById, startDocuments } from './documents-store.ts';
export { DocumentsView } from './documents-view.tsx';
