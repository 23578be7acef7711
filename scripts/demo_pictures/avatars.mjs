// Draws the faces of the demo community as SVG files into the folder named on the command line.
// Design: "Notionists" by Zoish (CC0 1.0), through DiceBear (MIT).
//   npm install --no-save --ignore-scripts @dicebear/core@9.4.3 @dicebear/collection@9.4.3
//   node avatars.mjs FOLDER
import fs from "node:fs";
import path from "node:path";
import { createAvatar } from "@dicebear/core";
import { notionists } from "@dicebear/collection";

// Lips that smile or rest; some of the others shout.
const LIPS = ["variant03", "variant14", "variant17", "variant23", "variant30"];
const GROUNDS = ["fbe6da", "e2efe6", "fff1cf", "d7e6ea", "f3dfe6"];

// Member, seed of the face, with or without a beard.
const FACES = [
  ["lea", 37], ["maud", 76], ["karim", 78, "beard"], ["ines", 29], ["fatou", 2],
  ["yann", 73, "beard"], ["anais", 1], ["tom", 67, "beard"], ["helen", 27], ["daniel", 63],
  ["josiane", 66], ["moussa", 68, "beard"], ["mehdi", 93, "beard"], ["zeynep", 51],
  ["nadia", 21], ["minh", 16], ["priya", 43], ["bastien", 85, "beard"], ["camille", 10],
  ["grace", 47], ["solene", 24], ["odile", 53], ["yasmine", 7], ["lin", 6],
  ["soizic", 14], ["gwen", 41], ["eamon", 92, "beard"], ["jeanyves", 83, "beard"],
  ["nolwenn", 30], ["ruth", 33], ["samir", 86, "beard"], ["irina", 22],
];

const folder = process.argv[2];
fs.mkdirSync(folder, { recursive: true });
FACES.forEach(([member, seed, beard], place) => {
  const face = createAvatar(notionists, {
    seed: `pro-am-${seed}`,
    lips: LIPS,
    glassesProbability: 20,
    beardProbability: beard ? 100 : 0,
    bodyIconProbability: 0,
    gestureProbability: 0,
    scale: 125,
    translateY: 6,
    backgroundColor: [GROUNDS[place % GROUNDS.length]],
  });
  fs.writeFileSync(path.join(folder, `${member}.svg`), face.toString());
});
