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
import { isFirstVisit, openingTabs } from './tabs';

const endpoint = new URL('/graphql', location.href);
const socket = new URL(endpoint);
socket.protocol = endpoint.protocol.replace('http', 'ws');

const fetcher = createGraphiQLFetcher({
  url: endpoint.href,
  wsClient: createSocketClient(socket.href),
});

const tabs = openingTabs(new Date());
// GraphiQL drops the variables of the first default tab. For a returning user, setting them would open an extra tab.
const firstVisit = isFirstVisit() && tabs[0] ? { initialVariables: tabs[0].variables } : {};

function Page() {
  return (
    <>
      <h1 className="visually-hidden">GraphiQL for the API of Visavis</h1>
      <GraphiQL
        fetcher={fetcher}
        defaultTabs={tabs}
        {...firstVisit}
        defaultEditorToolsVisibility="variables"
      >
        <GraphiQL.Logo>Visavis</GraphiQL.Logo>
        <FollowSystemTheme />
      </GraphiQL>
    </>
  );
}

createRoot(document.querySelector('#root')!).render(<Page />);
