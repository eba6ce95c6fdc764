import '@mantine/core/styles.css';
import '@mantine/notifications/styles.css';
import '@fontsource-variable/figtree/wght.css';
import './app/app.css';
import { setNonce } from 'get-nonce';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app/app';
import { Themed } from './app/themed';
import { LanguageProvider } from './language/language';

// Mantine's styles and the scroll lock of dialogs need the nonce of the content security policy.
const nonce = document.querySelector<HTMLElement>('meta[property="csp-nonce"]')?.nonce ?? '';
setNonce(nonce);

const root = document.querySelector('#root');
if (root) {
  createRoot(root).render(
    <StrictMode>
      <LanguageProvider>
        <Themed nonce={nonce}>
          <App />
        </Themed>
      </LanguageProvider>
    </StrictMode>,
  );
}
