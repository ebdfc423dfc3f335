import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Attachment } from '../../domain/attachments';
import { REFUSAL_SENTENCES } from '../../domain/refusals';
import { formatLength, HOUR, isInstant, ms, type EpochMs } from '../../domain/time';
import { plainNote, readPadLine, type PadLine, type PadMisread } from '../../language/padLine';
import { problemSentence } from '../../language/padProblems';
import { startedKey } from '../../store/attaching';
import type { Console } from '../../store/console';
import { padContextOf } from '../../store/padContext';
import { carryOut, refusalOf } from '../../store/padLines';
import { EMPTY_PREVIEW, previewOf, samePreview, type Preview } from './preview';

/** A time this far before everything else in the incident is asked about once. */
const FAR_BACK = ms(12 * HOUR);

/** How long the sentence about an empty note stands. */
const SHORT_MS = 4_000;

export interface PadState extends Preview {
  /** What is wrong with the line, in a sentence. */
  readonly problem: string | undefined;
  /** The two instants a clock showed twice, to choose from. */
  readonly choices: readonly EpochMs[];
}

const EMPTY: PadState = { ...EMPTY_PREVIEW, problem: undefined, choices: [] };

/**
 * The pad of one incident behind its textarea: when the first key fell, how the line reads, and
 * logging it. Its store changes only when the preview or a problem does, never with every key.
 */
export class PadController {
  readonly store: StoreApi<PadState>;
  readonly #console: Console;
  readonly #textKey: string;
  readonly #startedKey: string;
  #askedFor = '';
  #notMeant: string | undefined;

  constructor(console: Console, openId: string) {
    this.#console = console;
    this.#textKey = `pad:${openId}`;
    this.#startedKey = startedKey(openId);
    this.store = createStore(() => ({ ...EMPTY, ...this.#preview(this.text) }));
  }

  /** The unsent text, as it survives a crash. */
  get text(): string {
    return this.#console.drafts.get(this.#textKey);
  }

  typed(text: string): void {
    const { drafts, ports, attaching } = this.#console;
    drafts.set(this.#textKey, text);
    if (text === '' && this.#images.length === 0) drafts.set(this.#startedKey, '');
    else if (this.#started === undefined) drafts.set(this.#startedKey, String(ports.now()));
    attaching.calm();
    this.#show({ ...EMPTY, ...this.#preview(text) });
  }

  /** That command is not meant: it is not offered again for this line, and Tab is the page's. */
  putMeantAway(): void {
    const { meant, ...rest } = this.store.getState();
    this.#notMeant = meant?.insert;
    this.store.setState(rest, true);
  }

  /** Something else was logged: what stood against a command may be settled, or something may stand against it now. */
  incidentChanged(): void {
    const now = this.store.getState();
    if (!now.isCommand) return;
    const { problem, choices } = now;
    const next = { ...this.#preview(this.text), problem, choices };
    if (!samePreview(now, next)) this.store.setState(next, true);
  }

  /** An image came or went: the note's time may begin or end with it. */
  refresh(): void {
    const { text } = this;
    if (text === '' && this.#images.length === 0) this.#console.drafts.set(this.#startedKey, '');
    this.#show({ ...EMPTY, ...this.#preview(text) });
  }

  /** Logs the line; `plain` takes it as it stands, no command read. True when the pad is empty again. */
  log(plain: boolean): boolean {
    const { text } = this;
    if (text.trim() === '' && this.#images.length === 0) return this.#refuseEmpty();
    const firstKeystroke = this.#started ?? this.#console.ports.now();
    if (text.trim() === '') return this.#carryOut(plainNote('', { firstKeystroke }));
    const line = plain ? plainNote(text, { firstKeystroke }) : this.#read(text);
    if (line.kind === 'problem') {
      return this.#refuse(this.#whyNot(line), line.candidates);
    }
    const early = this.#howEarly(line);
    if (early !== undefined && this.#askedFor !== text) {
      this.#askedFor = text;
      return this.#refuse(
        `That is ${early} before the incident began. Press Enter again to log it all the same.`,
      );
    }
    return this.#carryOut(line);
  }

  /** Logs the line at one of the instants it could mean. */
  choose(at: EpochMs): boolean {
    const line = this.#read(this.text, at);
    if (line.kind !== 'problem') return this.#carryOut(line);
    return this.#refuse(this.#whyNot(line));
  }

  #carryOut(line: Exclude<PadLine, PadMisread>): boolean {
    const refused = carryOut(this.#console, line, this.#images);
    if (refused !== undefined) return this.#refuse(refused);
    if (line.kind === 'note') this.#console.attaching.logged();
    this.#askedFor = '';
    this.typed('');
    return true;
  }

  get #images(): readonly Attachment[] {
    return this.#console.attaching.store.getState().images;
  }

  /** The first key, or the first image. */
  get #started(): EpochMs | undefined {
    const started = Number(this.#console.drafts.get(this.#startedKey));
    const isSet = this.text !== '' || this.#images.length > 0;
    return isSet && started > 0 && isInstant(started) ? started : undefined;
  }

  /** Said for a moment only: a second Enter meant for a dialog lands here too. */
  #refuseEmpty(): false {
    const problem = REFUSAL_SENTENCES['note-empty'];
    this.#console.ports.after(SHORT_MS, () => {
      if (this.store.getState().problem === problem) this.store.setState({ problem: undefined });
    });
    return this.#refuse(problem);
  }

  #refuse(problem: string, choices: readonly EpochMs[] = []): false {
    this.store.setState({ problem, choices });
    return false;
  }

  #read(text: string, chosen?: EpochMs): PadLine {
    return readPadLine(text, padContextOf(this.#console, this.#started, chosen));
  }

  #preview(text: string): Preview {
    const started = this.#started;
    if (text === '') this.#notMeant = undefined;
    if (started === undefined) return EMPTY_PREVIEW;
    const { meant, ...preview } = this.#previewOf(text, started);
    return meant && meant.insert !== this.#notMeant ? { ...preview, meant } : preview;
  }

  #previewOf(text: string, started: EpochMs): Preview {
    const line = this.#read(text);
    return previewOf(line, started, text, refusalOf(this.#console, line, this.#images));
  }

  #whyNot(line: PadMisread): string {
    return refusalOf(this.#console, line, this.#images) ?? problemSentence(line.problem, line.names);
  }

  #show(next: PadState): void {
    const now = this.store.getState();
    if (samePreview(now, next) && now.problem === next.problem && now.choices.length === 0) return;
    this.store.setState(next, true);
  }

  /** A clock or a length that lands long before the incident; a full date is taken at its word. */
  #howEarly(line: Exclude<PadLine, PadMisread>): string | undefined {
    if (line.kind === 'opening' || line.precise === undefined || line.precise === 'full') return undefined;
    const { stamps } = this.#console.session.store.getState().incident;
    const start = stamps.impactStart?.at ?? stamps.declared?.at;
    if (start === undefined || start - line.at <= FAR_BACK) return undefined;
    return formatLength(ms(start - line.at));
  }
}
