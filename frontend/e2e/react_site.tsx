import { createElement, StrictMode, useState } from 'react';
import { createRoot } from 'react-dom/client';

/** A page that shows the widget only sometimes. In strict mode, React mounts every part twice. */
function Page() {
  const [isShown, setShown] = useState(true);
  return (
    <StrictMode>
      <button type="button" onClick={() => setShown(!isShown)}>
        Umschalten
      </button>
      {isShown && createElement('visavis-booking', { branch: 'mitte', service: 'svc_demo-video-colour' })}
    </StrictMode>
  );
}

createRoot(document.querySelector('main')!).render(<Page />);
