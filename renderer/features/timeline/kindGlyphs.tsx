import {
  AlarmClock,
  BellRing,
  CircleHelp,
  ClipboardCheck,
  Clock,
  Eye,
  FileInput,
  Flag,
  Gavel,
  Lightbulb,
  Megaphone,
  MessageSquare,
  MessagesSquare,
  Milestone,
  PhoneOutgoing,
  RotateCcw,
  Siren,
  SquareCheck,
  Stamp,
  Target,
  Type,
  UserRound,
  Wrench,
  Zap,
  type LucideIcon,
} from 'lucide-react';
import type { EntryKind } from '../../domain/timeline';

interface KindLook {
  readonly word: string;
  readonly Icon: LucideIcon;
}

/** Each kind's word and glyph; the word is read out and shown on hover. */
export const KIND_LOOKS: { readonly [K in EntryKind]: KindLook } = {
  note: { word: 'note', Icon: MessageSquare },
  decision: { word: 'decision', Icon: Gavel },
  impact: { word: 'impact', Icon: Target },
  declared: { word: 'declared', Icon: Siren },
  title: { word: 'title', Icon: Type },
  severity: { word: 'severity', Icon: Flag },
  phase: { word: 'phase', Icon: Milestone },
  time: { word: 'time', Icon: Clock },
  role: { word: 'role', Icon: UserRound },
  mitigation: { word: 'mitigation', Icon: Wrench },
  verdict: { word: 'verdict', Icon: Stamp },
  update: { word: 'update', Icon: Megaphone },
  clock: { word: 'update clock', Icon: AlarmClock },
  resolved: { word: 'resolved', Icon: SquareCheck },
  reopened: { word: 'reopened', Icon: RotateCcw },
  observation: { word: 'observation', Icon: Eye },
  hypothesis: { word: 'hypothesis', Icon: Lightbulb },
  'action-taken': { word: 'action taken', Icon: Zap },
  result: { word: 'result', Icon: ClipboardCheck },
  communication: { word: 'communication', Icon: MessagesSquare },
  detection: { word: 'detection', Icon: BellRing },
  escalation: { word: 'escalation', Icon: PhoneOutgoing },
  action: { word: 'action item', Icon: SquareCheck },
  import: { word: 'import', Icon: FileInput },
  unrecognised: { word: 'unrecognised', Icon: CircleHelp },
};
