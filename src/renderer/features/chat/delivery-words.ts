// How far an own message has come, in a glyph and a word.
import {
  Ban,
  Check,
  CheckCheck,
  CircleAlert,
  CircleDashed,
  Eye,
  type LucideIcon,
  MoveUpRight,
} from 'lucide-react';
import { importedCode, type Delivery } from '../../../shared/model/message.ts';
import type { Tone } from '../../ui/mark.tsx';
import { fullTime } from '../../ui/words.ts';

interface DeliveryWords {
  readonly icon: LucideIcon;
  readonly tone: Tone;
  readonly word: string;
  readonly sentence: string;
}

/** What is shown beside an own message, and what its tooltip explains. */
export function deliveryWords(delivery: Delivery): DeliveryWords {
  switch (delivery.state) {
    case 'saved':
      return {
        icon: CircleDashed,
        tone: 'wait',
        word: 'Saved',
        sentence: 'Saved on this machine. The queue says what it waits for.',
      };
    case 'sent':
      return {
        icon: MoveUpRight,
        tone: 'neutral',
        word: 'Sent',
        sentence: `Handed to the server at ${fullTime(delivery.at)}; not confirmed yet.`,
      };
    case 'accepted':
      return {
        icon: Check,
        tone: 'neutral',
        word: 'Accepted',
        sentence: `The server has it since ${fullTime(delivery.at)}.`,
      };
    case 'seen':
      return {
        icon: Eye,
        tone: 'neutral',
        word: 'Seen',
        sentence: `It came back in the room at ${fullTime(delivery.at)}.`,
      };
    case 'answered':
      return {
        icon: CheckCheck,
        tone: 'good',
        word: 'Answered',
        sentence: `Answered at ${fullTime(delivery.at)}.`,
      };
    case 'refused':
      return {
        icon: CircleAlert,
        tone: delivery.refusal.errorCode === importedCode ? 'wait' : 'bad',
        word: delivery.refusal.errorCode === importedCode ? 'Not sent' : 'Needs attention',
        sentence:
          delivery.refusal.errorCode === importedCode
            ? delivery.refusal.message
            : `The server refused it: ${delivery.refusal.message}`,
      };
    case 'cancelled':
      return { icon: Ban, tone: 'neutral', word: 'Cancelled', sentence: 'Cancelled before it was sent.' };
  }
}
