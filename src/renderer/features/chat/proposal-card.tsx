// A request that Haitch drafted: what it would ask, and the way into the composer. Nothing leaves by itself.
import { PencilLine } from 'lucide-react';
import type { NewMessage } from '../../../shared/model/new-message.ts';
import { Button } from '../../ui/button.tsx';
import { asWords } from '../../ui/words.ts';
import { requestFacts } from './request-facts.ts';

interface ProposalCardProps {
  readonly proposal: NewMessage;
  readonly onUse: (proposal: NewMessage) => void;
}

export function ProposalCard({ proposal, onUse }: ProposalCardProps) {
  const facts = requestFacts(proposal);
  return (
    <section className="proposal" aria-label="Drafted request">
      <p className="proposal-head">
        <PencilLine aria-hidden className="lucide" />
        <b>{asWords(proposal.kind)} request, not sent</b>
      </p>
      <p>{proposal.text}</p>
      {facts.length === 0 ? null : (
        <ul className="facts" aria-label="Would ask for">
          {facts.map((fact) => (
            <li key={fact}>{fact}</li>
          ))}
        </ul>
      )}
      <div>
        <Button onPress={() => onUse(proposal)}>Check and send</Button>
      </div>
    </section>
  );
}
