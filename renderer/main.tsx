import './ui/base.css';
import './ui/tokens.css';
import { flushSync } from 'react-dom';
import { createRoot, type Root } from 'react-dom/client';
import { App } from './App';
import { bindProgram } from './bindProgram';
import { connect } from './bridge';
import { compose } from './compose';
import { SAFE } from './store/failureNotices';
import { BrokenScreen, ErrorBoundary } from './ui/ErrorBoundary';

const bridge = connect();
const { restart, showReport } = bindProgram(bridge);
const ways = { safe: SAFE, onRestart: restart, onShowReport: showReport };
const report = (message: string, stack: string): void => bridge.send('failure:report', { message, stack });
const stackOf = (error: unknown): string => (error instanceof Error ? (error.stack ?? '') : '');

window.addEventListener('error', ({ message, error }) => {
  // Chromium says so when a layout took two frames; nothing is wrong.
  if (!message.startsWith('ResizeObserver loop')) report(message, stackOf(error));
});
window.addEventListener('unhandledrejection', ({ reason }) => report(String(reason), stackOf(reason)));

const element = document.getElementById('root');
if (!element) throw new Error('index.html has no #root');
const root = createRoot(element);
await draw(root);

/** Without this a window that can't even begin would stand empty. */
async function draw(into: Root): Promise<void> {
  try {
    const boot = await bridge.call('app:boot');
    const console = compose(bridge, boot);
    // In one go, effects and all: nothing else is worth a turn before the pad takes keys.
    flushSync(() =>
      into.render(
        <ErrorBoundary {...ways} onError={report}>
          <App console={console} platform={boot.platform} />
        </ErrorBoundary>,
      ),
    );
  } catch (error) {
    report(String(error), stackOf(error));
    into.render(<BrokenScreen {...ways} message={String(error)} />);
  }
}
