import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { Boot } from './app/boot.tsx';
import './styles/tokens.css';
import './styles/base.css';
import './styles/frame.css';
import './styles/parts.css';

const container = document.getElementById('root');
if (container === null) throw new Error('index.html has no element with the id "root"');

createRoot(container).render(
  <StrictMode>
    <Boot />
  </StrictMode>,
);
