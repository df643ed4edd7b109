import '@mantine/core/styles.css';
import './styles/tokens.css';
import { MantineProvider } from '@mantine/core';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { ApiProblem } from './api/api-problem';
import { App } from './App';
import { FaultScreen } from './layout/FaultScreen';
import { theme } from './styles/theme';

/** A refusal will be the same a second later; only silence and overload are worth another try. */
const isWorthRetrying = (failures: number, error: Error): boolean =>
  failures < 2 && (!(error instanceof ApiProblem) || error.status === 0 || error.status === 503);

const queries: QueryClient = new QueryClient({
  defaultOptions: { queries: { retry: isWorthRetrying, staleTime: 5_000 }, mutations: { retry: false } },
});

// A session that ended shows at the next call; asking again who is signed in brings the sign-in page.
queries.getQueryCache().subscribe(event => {
  if (event.type !== 'updated' || event.action.type !== 'error') return;
  const error: unknown = event.action.error;
  if (
    error instanceof ApiProblem &&
    error.status === 401 &&
    (event.query.queryKey as readonly unknown[])[0] !== 'session'
  ) {
    void queries.invalidateQueries({ queryKey: ['session'] });
  }
});

const root = document.getElementById('root');
if (!root) throw new Error('index.html has no #root');
createRoot(root).render(
  <StrictMode>
    <QueryClientProvider client={queries}>
      <MantineProvider theme={theme} defaultColorScheme="auto">
        <FaultScreen>
          <App />
        </FaultScreen>
      </MantineProvider>
    </QueryClientProvider>
  </StrictMode>,
);
