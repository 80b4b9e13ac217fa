// Entry of the page.
import { createRoot } from 'react-dom/client';
import './ui/base.css';
import './ui/content.css';
import './ui/controls.css';
import './ui/floating.css';
import { App } from './app/app.tsx';

const root = document.getElementById('root');
if (root === null) throw new Error('the page has no root element');
createRoot(root).render(<App />);
