import './nonce.ts';
import '@mantine/core/styles.css';
import '../tokens.css';
import './staff.css';
import { createRoot } from 'react-dom/client';
import { App } from './app.tsx';

const root = document.getElementById('app');
if (root) createRoot(root).render(<App />);
