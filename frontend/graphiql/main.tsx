import './style_nonce';
import './workers';
import { createGraphiQLFetcher } from '@graphiql/toolkit';
import { GraphiQL } from 'graphiql';
import { createRoot } from 'react-dom/client';
import '@graphiql/react/style.css';
import '@graphiql/plugin-doc-explorer/style.css';
import '@graphiql/plugin-history/style.css';
import 'graphiql/graphiql.css';
import './page.css';
import { FollowSystemTheme } from './follow_system_theme';
import { createSocketClient } from './socket';
import { openingEditors, openingTabs } from './tabs';

const endpoint = new URL('/graphql', location.href);
const socket = new URL(endpoint);
socket.protocol = endpoint.protocol.replace('http', 'ws');

const fetcher = createGraphiQLFetcher({
  url: endpoint.href,
  wsClient: createSocketClient(socket.href),
});

const tabs = openingTabs(new Date());
const editors = openingEditors(tabs);

function Page() {
  return (
    <>
      <h1 className="visually-hidden">GraphiQL for the API of Visavis</h1>
      <GraphiQL
        fetcher={fetcher}
        defaultTabs={tabs}
        {...editors}
        defaultEditorToolsVisibility="variables"
      >
        <GraphiQL.Logo>Visavis</GraphiQL.Logo>
        <FollowSystemTheme />
      </GraphiQL>
    </>
  );
}

createRoot(document.querySelector('#root')!).render(<Page />);
