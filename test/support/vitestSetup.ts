/**
 * Gives every unit test a real IndexedDB implementation to talk to. Node and jsdom have none, and a
 * mocked one would prove nothing about transactions and key ranges.
 */
import 'fake-indexeddb/auto';
