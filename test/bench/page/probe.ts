/**
 * What the bench adds to a page, after it has started: listeners and one object. Sent through the
 * debugger, so the page's own policy and code stay as they are.
 */
import { covered, findScroller, jumps, recordFrames, scrollerMiddle } from './scrolling';
import { takeKeys, watchKeys } from './keys';
import { awaitAnswer, answer } from './answers';

const probe = { takeKeys, awaitAnswer, answer, findScroller, scrollerMiddle, recordFrames, jumps, covered };

declare global {
  var benchProbe: typeof probe;
}

watchKeys();
globalThis.benchProbe = probe;
