// Front door of the documents feature.
export { startDocumentWork } from './document-work.ts';
export { chooseDocumentById, startDocuments } from './documents-store.ts';
export { DocumentsView } from './documents-view.tsx';
