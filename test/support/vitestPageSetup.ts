/**
 * What a page has and jsdom lacks, for component tests; and an empty document after each of them.
 */
import { cleanup, configure } from '@testing-library/react';
import { afterEach } from 'vitest';

/** Observes nothing: jsdom lays nothing out, so there is never a size to report. */
class NoResizeObserver implements ResizeObserver {
  observe(): void {}
  unobserve(): void {}
  disconnect(): void {}
}

globalThis.ResizeObserver ??= NoResizeObserver;

// A page has one kind of bytes. jsdom brings its own, beside those that the encoder and a structured clone make.
globalThis.Uint8Array = new TextEncoder().encode('').constructor as Uint8ArrayConstructor;

// Base UI asks which animations run before it unmounts a popup; jsdom has no such question.
if (!('getAnimations' in Element.prototype)) {
  Object.defineProperty(Element.prototype, 'getAnimations', { configurable: true, value: () => [] });
}

// jsdom has no layout, so nothing can be scrolled into view; the call itself is not a fault.
if (!('scrollIntoView' in Element.prototype)) {
  Object.defineProperty(Element.prototype, 'scrollIntoView', { configurable: true, value: () => undefined });
}

// Tests share their cores: what takes a moment in the hand may take seconds here.
configure({ asyncUtilTimeout: 10_000 });

afterEach(cleanup);
