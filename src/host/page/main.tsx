import { createRoot } from 'react-dom/client';
import { DemoPage } from './DemoPage';
import './page.css';

const container = document.getElementById('demo');
if (container) createRoot(container).render(<DemoPage />);
