import './ui/base.css';
import './ui/tokens.css';
import { createRoot } from 'react-dom/client';
import { App } from './App';
import { connect } from './bridge';
import { compose } from './compose';
import { ErrorBoundary } from './ui/ErrorBoundary';

const SAFE =
  'Everything that said “Saved” is in the journal on this computer, and so is what you were typing. The update alarm goes on.';

const bridge = connect();
const report = (message: string, stack: string): void => bridge.send('failure:report', { message, stack });

window.addEventListener('error', ({ message, error }) =>
  report(message, error instanceof Error ? (error.stack ?? '') : ''),
);
window.addEventListener('unhandledrejection', ({ reason }) =>
  report(String(reason), reason instanceof Error ? (reason.stack ?? '') : ''),
);

const root = document.getElementById('root');
if (!root) throw new Error('index.html has no #root');

const boot = await bridge.call('app:boot');
createRoot(root).render(
  <ErrorBoundary safe={SAFE} onError={report}>
    <App console={compose(bridge, boot)} platform={boot.platform} />
  </ErrorBoundary>,
);
