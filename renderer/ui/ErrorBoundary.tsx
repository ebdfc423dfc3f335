import { Component, type ErrorInfo, type ReactNode } from 'react';
import { Button } from './Button';
import styles from './ErrorBoundary.module.css';

interface Props {
  readonly children: ReactNode;
  /** What is still safe, in a sentence. */
  readonly safe: string;
  readonly onError: (message: string, stack: string) => void;
  readonly onRestart: () => void;
  readonly onShowReport: () => void;
}

/** A bug in drawing ends here: a sentence, what is safe, and a way on. */
export class ErrorBoundary extends Component<Props, { readonly message: string | undefined }> {
  override state = { message: undefined };

  static getDerivedStateFromError(error: unknown): { message: string } {
    return { message: error instanceof Error ? error.message : String(error) };
  }

  override componentDidCatch(error: Error, info: ErrorInfo): void {
    this.props.onError(error.message, `${error.stack ?? ''}\n${info.componentStack ?? ''}`);
  }

  override render(): ReactNode {
    if (this.state.message === undefined) return this.props.children;
    return <BrokenScreen {...this.props} message={this.state.message} />;
  }
}

/** In place of everything: nothing else can be drawn. */
export function BrokenScreen({
  safe,
  message,
  onRestart,
  onShowReport,
}: Pick<Props, 'safe' | 'onRestart' | 'onShowReport'> & { readonly message: string }) {
  return (
    <main className={styles['broken']} role="alert">
      <h1>The window hit a bug.</h1>
      <p>{safe}</p>
      <p className={styles['detail']}>{message}</p>
      <div className={styles['ways']}>
        <Button tone="primary" onClick={() => location.reload()}>
          Draw the window anew
        </Button>
        <Button onClick={onRestart}>Restart console</Button>
        <Button onClick={onShowReport}>Show report</Button>
      </div>
    </main>
  );
}
