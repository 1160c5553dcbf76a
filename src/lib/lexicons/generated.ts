// Made by `npm run lexicons` from the YAML files beside this one. Do not edit.
import { expandKnowledge } from './compact';
import type { Knowledge } from './knowledge';

export const knowledge: Knowledge = expandKnowledge({
  "hash": "sha256:6292b7871e3e5244950b31dcf8b7c30c326e5992c882ce3c43abc0bb9031b0ff",
  "lexicons": [
    {"id":"hedges","title":"Hedges","source":"Original list; the category after Hyland (2005), Metadiscourse","licence":"MIT (original work)","entries":[
      {"id":"may","category":"modal","note":"Marks the statement as possible rather than certain.","patterns":["=may/AUX","might/AUX"]},
      {"id":"perhaps","category":"adverb","note":"Marks the statement as possible rather than certain.","patterns":["perhaps","maybe","possibly"]}
    ]}
  ]
});
