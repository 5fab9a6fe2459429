/** Where the page begins in the browser. */
import './theme.css';
import { createRoot } from 'react-dom/client';
import { App } from './app.js';
import { connect } from './connection.js';
import { LanguageProvider } from './language.js';
import { leadSampleLinks } from './sample-links.js';
import { NoticeProvider } from './shell/notices.js';

const root = document.getElementById('root');
if (root === null) throw new Error('The page has no place to be drawn in.');

connect();
leadSampleLinks(document);
createRoot(root).render(
  <LanguageProvider>
    <NoticeProvider>
      <App />
    </NoticeProvider>
  </LanguageProvider>,
);
