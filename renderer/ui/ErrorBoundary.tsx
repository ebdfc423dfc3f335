import { Component, type ErrorInfo, type ReactNode } from 'react';
import { Button } from './Button';
import styles from './ErrorBoundary.module.css';

interface Props {
  readonly children: ReactNode;
  /** What is still safe, in a sentence. */
  readonly safe: string;
  readonly onError: (message: string, stack: string) => void;
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
    return (
      <main className={styles['broken']} role="alert">
        <h1>The window hit a bug.</h1>
        <p>{this.props.safe}</p>
        <p className={styles['detail']}>{this.state.message}</p>
        <Button tone="primary" onClick={() => location.reload()}>
          Draw the window anew
        </Button>
      </main>
    );
  }
}
