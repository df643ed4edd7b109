import { agesSaid } from './ages-said';
import { comparedWith, distancesSaid, fieldsCompared, moreThanSaid, sharesFirst } from './compared-with';
import { timeLeft } from './time-left';
import { alternativesJoined } from './alternatives';
import { comparisonsFirst, textVerbsFirst } from '../word-order/reorder';
import { groupsBracketed } from './groups-bracketed';
import { happeningsAside } from './happenings-aside';
import { nameBehindNoun } from './name-behind-noun';
import { insteadBehind } from './instead-behind';
import { rangesJoined } from './ranges-joined';
import {
  agesDated,
  bothJoined,
  countsLacking,
  denialsFirst,
  durationsBehind,
  neitherFirst,
  recordsBehind,
  yetOnce,
} from './denials-first';
import { exceptionsFirst } from './exceptions';
import { markedAs } from './marked-as';
import { meansSaid } from './means-said';
import { objectsLast } from './objects-last';
import { oppositesNamed } from './opposites-named';
import { piecesHeld } from './pieces-held';
import { ranOut } from './ran-out';
import { stillToCome } from './still-to-come';
import { tagsLacking } from './tags-lacking';
import { textsQuoted } from './texts-quoted';
import { verbsFirst } from './verbs-first';
import type { Chunk } from '../../grounding/link-words';

/** Everything that Chinese or Japanese says behind what it is about goes before it, in the order the grammar reads. */
export function operatorsFirst(
  chunks: readonly Chunk[],
  text: string,
  holdsSeveral: (field: string) => boolean,
): readonly Chunk[] {
  const counted = ranOut(
    timeLeft(
      distancesSaid(
        comparedWith(
          moreThanSaid(
            agesSaid(
              meansSaid(
                objectsLast(nameBehindNoun(markedAs(countsLacking(recordsBehind(oppositesNamed(chunks)))), text)),
              ),
            ),
          ),
        ),
      ),
    ),
  );
  const acted = happeningsAside(
    verbsFirst(
      insteadBehind(stillToCome(textsQuoted(alternativesJoined(piecesHeld(tagsLacking(counted))), text, holdsSeveral))),
      text,
    ),
  );
  const compared = sharesFirst(
    rangesJoined(comparisonsFirst(fieldsCompared(textVerbsFirst(agesDated(durationsBehind(yetOnce(acted))))))),
  );
  return groupsBracketed(denialsFirst(neitherFirst(exceptionsFirst(bothJoined(compared)))));
}
