// What needs the library for language models, which is only loaded when one is connected.
export { askModel } from './ask-model.ts';
export { modelTrouble } from './model-trouble.ts';
