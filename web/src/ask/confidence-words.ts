export interface ConfidenceWords {
  readonly label: string;
  readonly color: string;
  readonly meaning: string;
}

/** A confidence as a steward should take it. */
export function confidenceWords(confidence: number, unusedCount: number): ConfidenceWords {
  const share = `${Math.round(confidence * 100)} %`;
  const unused = unusedCount > 0 ? ' Some words of the prompt were not used.' : '';
  if (confidence >= 0.9)
    return { label: `Confident · ${share}`, color: 'teal', meaning: `Every part was understood one way.${unused}` };
  if (confidence >= 0.6)
    return {
      label: `Check it · ${share}`,
      color: 'yellow',
      meaning: `Probably what was meant. Read the sentence and the assumptions.${unused}`,
    };
  return {
    label: `Unsure · ${share}`,
    color: 'red',
    meaning: `Much of this was guessed. Read it closely, or say it another way.${unused}`,
  };
}
